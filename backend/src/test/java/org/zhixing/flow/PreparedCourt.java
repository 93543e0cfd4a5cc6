package org.zhixing.flow;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** A court whose money has come so far over HTTP that every later act on it may be done next. */
final class PreparedCourt {
    /** The first two are of suspense, the third is the wrong case of a line, of the last money is paid already. */
    private static final int CASES = 11;

    private static final Duration IMPORTED_AT_MOST = Duration.ofSeconds(60);

    private final String url;
    private final CourtData data;
    private final Map<Integer, String> cases = new HashMap<>();
    private final Map<Integer, String> payees = new HashMap<>();

    PreparedCourt(String url, CourtData data) {
        this.url = url;
        this.data = data;
        for (int i = 1; i <= CASES; i++) {
            cases.put(i, made("triage", Samples.smallClaim(number(i), "2022-10-10"), "cases"));
        }
        statement();
        for (int i = 6; i <= CASES; i++) {
            payees.put(i, payee(i));
        }
    }

    String of(int number) {
        return cases.get(number);
    }

    String payeeOf(int number) {
        return payees.get(number);
    }

    /** A line of September that stays nobody's, and of October's last day one for each case that needs money. */
    private void statement() {
        String october = "2022-10-31 10:00:00";
        String id = People.as("funds")
                .baseUri(url)
                .multiPart(
                        "file",
                        BankStatements.file(
                                        "S,2022-09-05 10:00:00,900.00,,钱某某,6222000000001234,,还款,",
                                        in("I1", october, "301.00", "还款"),
                                        in("I2", october, "302.00", "还款"),
                                        in("I3", october, "303.00", number(3)),
                                        in("I6", october, "306.00", number(6)),
                                        in("I7", october, "307.00", number(7)),
                                        in("I8", october, "308.00", number(8)),
                                        in("I9", october, "309.00", number(9)),
                                        in("I10", october, "310.00", number(10)),
                                        in("I11", october, "1000.00", number(11)),
                                        BankStatements.out("O1", "5.00"),
                                        BankStatements.out("O2", "150.00"))
                                .toFile())
                .post("/api/v1/statements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await("PREVIEWED");
        People.as("funds")
                .baseUri(url)
                .post("/api/v1/statements/" + id + "/commit")
                .then()
                .statusCode(202);
        await("DONE");
    }

    private static String in(String serial, String at, String amount, String remark) {
        return serial + "," + at + "," + amount + ",,钱某某,6222000000001234,," + remark + ",";
    }

    private static String number(int of) {
        return "(2022)豫0505执" + of + "号";
    }

    private void await(String status) {
        Patience.until(
                IMPORTED_AT_MOST,
                "the statement at " + status,
                () -> data.query("select status from statement_import").get(0).equals(status));
    }

    /** The payment: 150 of the last case's money are paid, and 50 are its fee: there is a payment to tie, and a fee to charge. */
    String pay() {
        String fee = made("funds", Coffers.account("FEE", "执行费"), "cases/" + of(CASES) + "/payees");
        String id = made(
                executor(CASES),
                Coffers.wish(payees.get(CASES), "150.00", fee, "50.00"),
                "cases/" + of(CASES) + "/disbursements");
        approve(judge(CASES), id, 1);
        approve("director", id, 2);
        String batch = post("funds", Map.of("disbursementIds", List.of(id)), "payment-batches", 201)
                .extract()
                .path("batch.id");
        String number =
                data.query("select number from payment where amount = 150").get(0);
        Map<String, Object> result = Map.of("number", number, "result", "PAID", "settledOn", "2022-11-01");
        post("funds", result, "payment-batches/" + batch + "/results", 200);
        return data.query("select id from payment where amount = 150").get(0);
    }

    /** The claim of the money of that sum for that case. */
    String claimed(int amount, int of) {
        return post("funds", Map.of("caseId", of(of), "reason", "经核实"), "suspense/" + item(amount) + "/claims", 201)
                .extract()
                .path("claims[0].id");
    }

    String receipt(int amount) {
        return data.query("select id from receipt where amount = " + amount).get(0);
    }

    String written(int of) {
        return made("funds", Coffers.account("APPLICANT", "王某"), "cases/" + of(of) + "/payees");
    }

    private String payee(int of) {
        String id = written(of);
        as(executor(of))
                .header("If-Match", "\"1\"")
                .post("/api/v1/cases/" + of(of) + "/payees/" + id + "/confirmation")
                .then()
                .statusCode(200);
        return id;
    }

    String applied(int of) {
        return made(executor(of), Coffers.wish(payees.get(of), "100.00"), "cases/" + of(of) + "/disbursements");
    }

    String judged(int of) {
        String id = applied(of);
        approve(judge(of), id, 1);
        return id;
    }

    private void approve(String by, String disbursement, int seen) {
        as(by).header("If-Match", "\"" + seen + "\"")
                .post("/api/v1/disbursements/" + disbursement + "/approval")
                .then()
                .statusCode(200);
    }

    private RequestSpecification as(String by) {
        return People.as(by).baseUri(url).contentType(ContentType.JSON);
    }

    private ValidatableResponse post(String by, Map<String, Object> body, String path, int status) {
        return as(by).body(body).post("/api/v1/" + path).then().statusCode(status);
    }

    private String made(String by, Map<String, Object> body, String path) {
        return post(by, body, path, 201).extract().path("id");
    }

    String executor(int of) {
        return handler("executor_id", of);
    }

    String judge(int of) {
        return handler("judge_id", of);
    }

    private String handler(String column, int of) {
        return data.query("select username from person p join enforcement_case c on c." + column
                        + " = p.id where c.id = '" + of(of) + "'")
                .get(0);
    }

    String item(int amount) {
        return data.query("select id from suspense_item where amount = " + amount)
                .get(0);
    }

    String line(String serial) {
        return data.query("select id from bank_line where serial = '" + serial + "'")
                .get(0);
    }
}
