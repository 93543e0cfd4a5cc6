package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.testing.Leave.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.StatementWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Orders to the bank and its answers; today is 2022-11-01. */
@QuarkusTest
class PaymentResultsTest extends CourtTest {
    @Inject
    Coffers coffers;

    @Inject
    Leave leave;

    @Inject
    StatementWorker worker;

    private String caseId;
    private String payee;
    private String other;

    @BeforeEach
    void file() {
        caseId = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        coffers.arrive(caseId, "1000.00", LocalDate.of(2022, 10, 24));
        payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        other = coffers.confirmed(caseId, "OTHER_COURT", "文峰区人民法院");
    }

    @AfterEach
    void nothingIsWrong() {
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    private static ValidatableResponse upload(String batch, String text) {
        return People.as("funds")
                .multiPart("file", "结果.csv", text.getBytes(Charset.forName("GB18030")), "text/csv")
                .post("/api/v1/payment-batches/" + batch + "/result-file")
                .then();
    }

    @Test
    void aPartlyPaidOneGoesBackToTheCaseForWhatBouncedAndIsAppliedForAnew() {
        String id = coffers.approved(caseId, payee, "600.00", other, "400.00");
        String batch = coffers.order(id);
        List<String> numbers = coffers.numbers(id);
        People.as("funds")
                .get("/api/v1/payment-batches/" + batch + "/file")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("PC2022-0001.csv"))
                .body(containsString(numbers.get(0) + ",王某,6222020200001230123,工行安阳分行,600.00,CNY," + numbers.get(0)));
        assertThat(data.count("select count(*) from audit where action = 'payment-batch.handed-out'"))
                .isEqualTo(1);
        People.as("director")
                .get("/api/v1/payment-batches/" + batch + "/file")
                .then()
                .statusCode(403);

        String file = "付款编号,金额,结果,原因,银行流水号,交易日期\n" + numbers.get(0) + ",600.00,成功,,B1,2022-11-01\n"
                + numbers.get(1) + ",400.00,退票,账号户名不符,B2,2022-11-01\nZF2022-999999,1.00,成功,,B3,2022-11-01\n"
                + "乱写,1.00,也许,,B4,2022-11-01\n";
        upload(batch, file)
                .statusCode(200)
                .body("paid", equalTo(1))
                .body("bounced", equalTo(1))
                .body("refused", equalTo(2))
                .body("lines.outcome", contains("PAID", "BOUNCED", "UNKNOWN", "BAD"))
                .body("lines.line", contains(2, 3, 4, 5))
                .body("lines[3].message", containsString("结果"))
                .body("batch.status", equalTo("SETTLED"));
        List<String> transactions = data.query("select id from ledger_transaction order by id");
        upload(batch, file)
                .statusCode(200)
                .body("same", equalTo(2))
                .body("paid", equalTo(0))
                .body("lines.outcome", contains("SAME", "SAME", "UNKNOWN", "BAD"));
        assertThat(data.query("select id from ledger_transaction order by id")).isEqualTo(transactions);
        upload(batch, file.replace("成功,,B1", "退票,,B1"))
                .statusCode(200)
                .body("lines.outcome", contains("CONFLICT", "SAME", "UNKNOWN", "BAD"));
        coffers.result(batch, numbers.get(1), "PAID", "2022-11-01")
                .statusCode(409)
                .body("code", equalTo("result-contradicts"));
        coffers.result(batch, "ZF2022-999999", "PAID", "2022-11-01").statusCode(422);
        assertThat(data.query("select id from ledger_transaction order by id")).isEqualTo(transactions);

        People.as("president")
                .get("/api/v1/disbursements/" + id)
                .then()
                .body("status", equalTo("PARTLY_PAID"))
                .body("payments.bankReason", contains(nullValue(), equalTo("账号户名不符")));
        assertThat(coffers.balance(caseId)).isEqualByComparingTo("400.00");
        assertThat(data.query("select payload -> 'params' ->> 'reason' || (payload ->> 'circles') from outbox where"
                        + " topic = 'payment.bounced'"))
                .singleElement()
                .asString()
                .contains("账号户名不符", "funds");
        String again = coffers.approved(caseId, other, "400.00");
        String second = coffers.order(again);
        coffers.result(second, coffers.numbers(again).get(0), "PAID", "2022-11-01")
                .statusCode(200);
        assertThat(coffers.balance(caseId)).isEqualByComparingTo("0.00");
        assertThat(data.query("select done_on from node where code = 'DISBURSE'"))
                .containsExactly("2022-11-01");
        assertThat(data.query("select last from funds_number order by word")).containsExactly("2", "2", "3");
    }

    @Test
    void aBatchIsOrderedWholeOrNotAtAllAndOnlyOnce() {
        String first = coffers.approved(caseId, payee, "100.00");
        String open = coffers.apply(caseId, payee, "100.00");
        coffers.ordering(first, open).statusCode(409).body("code", equalTo("disbursement-not-awaiting"));
        assertThat(data.count("select count(*) from payment_batch")).isZero();
        assertThat(data.count("select count(*) from funds_number where word = 'BATCH'"))
                .isZero();
        for (int i = 0; i < 2; i++) {
            json("funds")
                    .header("Idempotency-Key", "b1")
                    .body(Map.of("disbursementIds", List.of(first)))
                    .post("/api/v1/payment-batches")
                    .then()
                    .statusCode(201)
                    .body("batch.number", equalTo("PC2022-0001"));
        }
        coffers.ordering(first).statusCode(409);
        coffers.act(coffers.executor(caseId), first, "withdrawal").statusCode(409);
        assertThat(coffers.own("PAYING")).isEqualByComparingTo("100.00");
    }

    @Test
    void anUnreadableFileIsRefusedAndALateOrEarlyDayToo() {
        String id = coffers.approved(caseId, payee, "100.00");
        String batch = coffers.order(id);
        upload(batch, "甲,乙\n1,2\n").statusCode(422).body("code", equalTo("result-file"));
        upload(batch, " ").statusCode(422);
        coffers.result(batch, coffers.numbers(id).get(0), "PAID", "2022-11-02").statusCode(400);
        coffers.result(batch, coffers.numbers(id).get(0), "PAID", "2022-10-31").statusCode(400);
        assertThat(coffers.own("PAYING")).isEqualByComparingTo("100.00");
    }

    @Test
    void theBanksLineOfMoneyOutFindsItsPaymentByTheNumberInItsRemark() {
        String id = coffers.approved(caseId, payee, "100.00", other, "200.00");
        String batch = coffers.order(id);
        List<String> numbers = coffers.numbers(id);
        data.run("insert into bank_line (id, court_id, import_id, serial, at, value_on, money_out, matched, remark)"
                + " select gen_random_uuid(), court_id, import_id, v.serial, at, '2022-11-01', v.out, 'OUT', v.remark"
                + " from (select * from bank_line limit 1) l, (values ('O1', 100.00, '" + numbers.get(0)
                + " 案款'), ('O2', 199.00, '" + numbers.get(1) + "'), ('O3', 200.00, 'x" + numbers.get(1)
                + "0')) v (serial, out, remark)");
        coffers.result(batch, numbers.get(0), "PAID", "2022-11-01").statusCode(200);
        coffers.result(batch, numbers.get(1), "PAID", "2022-11-01").statusCode(200);
        assertThat(data.query(
                        "select l.serial || ' ' || p.number from bank_line l join payment p on p.id = l.payment_id"))
                .containsExactly("O1 " + numbers.get(0));
    }

    @Test
    void aStatementThatIsImportedLinksItsLineBeforeTheResultIsKnown() {
        String id = coffers.approved(caseId, payee, "100.00");
        coffers.order(id);
        String number = coffers.numbers(id).get(0);
        Path file = BankStatements.file(
                "L1,2022-11-01 11:00:00,,100.00,王某,,," + number + " 案款,", BankStatements.out("L2", "100.00"));
        String statement = People.as("funds")
                .multiPart("file", file.toFile())
                .post("/api/v1/statements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        worker.work();
        People.as("funds")
                .post("/api/v1/statements/" + statement + "/commit")
                .then()
                .statusCode(202);
        worker.work();
        assertThat(data.query(
                        "select l.serial || ' ' || p.number from bank_line l join payment p on p.id = l.payment_id"))
                .containsExactly("L1 " + number);
    }
}
