package org.zhixing.platform;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** Whoever never decides, pays or signs of that kind is told under which clause another does. */
@QuarkusTest
class WrongRoleTest extends CourtTest {
    @ParameterizedTest
    @CsvSource({
        "director, transfers/{id}/approval, 一(一)",
        "judge-fast-1, transfers/{id}/refusal, 一(一)",
        "president, transfers/{id}/carrying-out, 一(一)",
        "leader-fast, papers/{id}/signatures, 一(五)",
        "executor-fast-1, task-slips/{id}/signature, 一(五)",
        "executor-fast-1, referrals/{id}/decision, 一(五)",
        "director, extensions/{id}/approval, 法发〔2006〕35号第1条",
        "director, extensions/{id}/refusal, 法发〔2006〕35号第1条",
        "judge-fast-1, suspensions/{id}/approval, 法发〔2006〕35号第13条、法发〔2017〕6号第10条",
        "judge-fast-1, suspensions/{id}/refusal, 法发〔2006〕35号第13条、法发〔2017〕6号第10条",
        "judge-fast-1, suspensions/{id}/cancellation, 法发〔2006〕35号第13条、法发〔2017〕6号第10条",
        "clerk-fast-1, suspensions/{id}/end, 法发〔2006〕35号第13条、法发〔2017〕6号第10条",
        "archive, archive-loans/{id}/approval, 二(五)",
        "archive, archive-loans/{id}/refusal, 二(五)",
        "funds, disbursements/{id}/approval, 一(五)、二(二)",
        "executor-fast-1, disbursements/{id}/refusal, 一(五)、二(二)",
        "judge-fast-1, disbursements/{id}/withdrawal, 一(五)、二(二)",
        "director, payment-batches, 一(五)、二(二)",
    })
    void isRefusedWithTheClause(String who, String path, String clause) {
        People.as(who)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/" + path.replace("{id}", UUID.randomUUID().toString()))
                .then()
                .statusCode(403)
                .body("code", equalTo("role"))
                .body("clause", equalTo(clause))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
    }
}
