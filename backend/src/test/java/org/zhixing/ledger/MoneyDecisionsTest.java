package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Decisions on money: done once whatever the line loses, and by somebody who has just proved who they are. */
@QuarkusTest
class MoneyDecisionsTest extends CourtTest {
    /** Seconds; five minutes are the most. */
    private static final long OLD = 400;

    private static final Map<String, Object> REASON = Map.of("reason", "材料不全");

    @Inject
    Coffers coffers;

    @Inject
    Leave leave;

    private String caseId;
    private String payee;

    @BeforeEach
    void file() {
        caseId = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        coffers.arrive(caseId, "600000.00", LocalDate.of(2022, 10, 24));
        payee = coffers.confirmed(caseId, "APPLICANT", "王某");
    }

    @AfterEach
    void nothingIsWrong() {
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    /** As the first request sent it: of the version that was on the screen then. */
    private static ValidatableResponse first(RequestSpecification by, String key, String path, @Nullable Object body) {
        var request = by.contentType("application/json").header("If-Match", "\"1\"");
        request.header("Idempotency-Key", key);
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/" + path).then();
    }

    private static void reused(ValidatableResponse answer) {
        answer.statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    private List<String> steps() {
        return data.query("select step from disbursement_step order by step");
    }

    @Test
    void anApprovalWhoseAnswerGotLostIsAnsweredTheSameThoughTheNextHasDecidedToo() {
        String judge = coffers.judge(caseId);
        String id = coffers.apply(caseId, payee, "600.00");
        String approval = "disbursements/" + id + "/approval";
        first(People.as(judge), "k", approval, null).statusCode(200).body("status", equalTo("JUDGE_APPROVED"));
        coffers.act("director", id, "approval").statusCode(200);
        first(People.as(judge), "k", approval, null).statusCode(200).body("id", equalTo(id));
        // Without the key it is another wish, for which it is too late.
        coffers.act(judge, id, "approval").statusCode(409);
        reused(first(People.as(judge), "k", "disbursements/" + id + "/refusal", REASON));
        assertThat(steps()).containsExactlyInAnyOrder("APPLY", "DIRECTOR", "JUDGE");
        assertThat(data.count("select count(*) from audit where action = 'disbursement.judge-approved'"))
                .isEqualTo(1);
        // A key is its person's: the same letters of another are another key.
        first(People.as("funds"), "k", "disbursements/" + id + "/refusal", REASON)
                .statusCode(412);
    }

    @Test
    void whateverTheApplicationForgetsTheDatabaseLetsNobodyTakeTwoSteps() {
        String id = coffers.apply(caseId, payee, "600.00");
        String judge = coffers.judge(caseId);
        for (String step : List.of("JUDGE", "DIRECTOR", "PRESIDENT", "PAY")) {
            assertThatThrownBy(() -> step(id, step, coffers.executor(caseId)))
                    .cause()
                    .hasMessageContaining("disbursement_step_disbursement_id_person_id_key");
        }
        step(id, "JUDGE", judge);
        assertThatThrownBy(() -> step(id, "DIRECTOR", judge))
                .cause()
                .hasMessageContaining("disbursement_step_disbursement_id_person_id_key");
        // Nor is a step taken twice, by whomever.
        assertThatThrownBy(() -> step(id, "JUDGE", "director")).cause().hasMessageContaining("disbursement_step_pkey");
        assertThat(steps()).containsExactly("APPLY", "JUDGE");
    }

    private void step(String disbursement, String step, String username) {
        data.run("insert into disbursement_step (disbursement_id, court_id, step, person_id, taken_on) select '"
                + disbursement + "', court_id, '" + step + "', id, '2022-11-01' from person where username = '"
                + username
                + "'");
    }

    @Test
    void aRefusalAndAWithdrawalAreDoneOnceAndForTheReasonThatWasGiven() {
        String refused = coffers.apply(caseId, payee, "600.00");
        String withdrawn = coffers.apply(caseId, payee, "700.00");
        for (int i = 0; i < 2; i++) {
            first(People.as(coffers.judge(caseId)), "r", "disbursements/" + refused + "/refusal", REASON)
                    .statusCode(200)
                    .body("status", equalTo("REFUSED"));
            first(People.as(coffers.executor(caseId)), "w", "disbursements/" + withdrawn + "/withdrawal", REASON)
                    .statusCode(200)
                    .body("status", equalTo("WITHDRAWN"));
        }
        Map<String, Object> other = Map.of("reason", "另有理由");
        reused(first(People.as(coffers.judge(caseId)), "r", "disbursements/" + refused + "/refusal", other));
        reused(first(People.as(coffers.executor(caseId)), "w", "disbursements/" + withdrawn + "/withdrawal", other));
        assertThat(data.query("select reserved from receipt")).containsExactly("0.00");
    }

    @Test
    void aPayeeIsConfirmedAndDeactivatedOnce() {
        String written = coffers.payee(caseId, "APPLICANT", "王某");
        String path = "cases/" + caseId + "/payees/" + written;
        String executor = coffers.executor(caseId);
        for (int i = 0; i < 2; i++) {
            first(People.as(executor), "c", path + "/confirmation", null)
                    .statusCode(200)
                    .body("confirmedBy.id", equalTo(person(executor)))
                    .header("ETag", "\"2\"");
        }
        // Another account under that key is another wish.
        reused(first(People.as(executor), "c", "cases/" + caseId + "/payees/" + payee + "/confirmation", null));
        reused(first(People.as(executor), "c", path + "/deactivation", null));
        for (int i = 0; i < 2; i++) {
            People.as(executor)
                    .header("If-Match", "\"2\"")
                    .header("Idempotency-Key", "d")
                    .post("/api/v1/" + path + "/deactivation")
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false));
        }
        assertThat(data.count("select count(*) from audit where action in ('payee.confirmed', 'payee.deactivated') and"
                        + " subject_id = '" + written + "'"))
                .isEqualTo(2);
    }

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }

    private String written() {
        return data.query("select concat_ws(' ', (select string_agg(status || version, ',') from disbursement), (select"
                        + " count(*) from disbursement_step), (select count(*) from outbox), (select count(*) from"
                        + " payment_batch), (select count(*) from audit), (select count(*) from ledger_transaction),"
                        + " (select count(*) from idempotency_key))")
                .get(0);
    }

    private void refused(ValidatableResponse answer, String what, String before) {
        answer.statusCode(403)
                .body("code", equalTo("step-up"))
                .body("clause", equalTo("一(五)、二(二)"))
                .body("detail", containsString(what));
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void whoApprovesOrOrdersHasJustProvedWhoTheyAre() {
        String id = coffers.apply(caseId, payee, "600000.00");
        Map<String, String> steps = Map.of("judge", "法官审批", "director", "执行局长审批", "president", "主管院长审批");
        for (String office : List.of("judge", "director", "president")) {
            String who = office.equals("judge") ? coffers.judge(caseId) : office;
            String version = "\"" + coffers.version(id) + "\"";
            String before = written();
            for (var old : List.of(People.signedInFor(who, OLD), People.signedInSometime(who))) {
                refused(
                        old.header("If-Match", version)
                                .header("Idempotency-Key", who)
                                .post("/api/v1/disbursements/" + id + "/approval")
                                .then(),
                        steps.get(office),
                        before);
            }
            // The key that was refused is free for the same tap after the login.
            People.signedInFor(who, 10)
                    .header("If-Match", version)
                    .header("Idempotency-Key", who)
                    .post("/api/v1/disbursements/" + id + "/approval")
                    .then()
                    .statusCode(200);
        }
        String before = written();
        refused(ordering(People.signedInFor("funds", OLD), id), "案款专户支付", before);
        String batch = ordering(People.signedInFor("funds", 10), id)
                .statusCode(201)
                .extract()
                .path("batch.id");
        // What was done already is told to whoever asks for the answer once more, however old the login has become.
        ordering(People.signedInFor("funds", OLD), id).statusCode(201).body("batch.id", equalTo(batch));
        List<String> logins = data.query("select detail ->> 'authenticatedAt' from audit where action in"
                + " ('disbursement.judge-approved', 'disbursement.director-approved', 'disbursement.approved',"
                + " 'disbursement.ordered')");
        assertThat(logins).hasSize(4).allSatisfy(at -> assertThat(Instant.parse(at))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().minusSeconds(9)));
    }

    private static ValidatableResponse ordering(RequestSpecification by, String id) {
        return by.contentType("application/json")
                .header("Idempotency-Key", "order")
                .body(Map.of("disbursementIds", List.of(id)))
                .post("/api/v1/payment-batches")
                .then();
    }

    @Test
    void whoIsNotToDecideIsToldSoBeforeAnyLoginAndARefusalPaysNothing() {
        String id = coffers.apply(caseId, payee, "600.00");
        first(People.signedInFor("director", OLD), "a", "disbursements/" + id + "/approval", null)
                .statusCode(403)
                .body("code", equalTo("disbursement-office"));
        first(People.signedInFor(coffers.judge(caseId), OLD), "b", "disbursements/" + id + "/refusal", REASON)
                .statusCode(200);
    }
}
