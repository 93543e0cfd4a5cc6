package org.zhixing.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Trail;
import org.zhixing.testing.Uploaded;

/** 档案借阅: asked for by number, decided by the director, read until its last day, and nothing else of the case. */
@QuarkusTest
class ArchiveLoanTest extends CourtTest {
    private static final String ASKER = "judge-ordinary-1";
    private static final String UNTIL = "2022-11-15";

    @Inject
    Docket docket;

    private FileCases.Filed filed;
    private String item;

    @BeforeEach
    void archive() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)));
        String upload = Uploaded.by("executor-fast-1", "笔录.pdf", Papers.pdf(2));
        item = People.as("executor-fast-1")
                .contentType("application/json")
                .body(Map.of("uploadId", upload, "category", "INTERVIEW_RECORD"))
                .post(page() + "/dossier/items")
                .then()
                .statusCode(201)
                .extract()
                .path("itemId");
        shut(filed);
    }

    @Test
    void toBeConsultedItIsReadByWhoAskedUntilItsLastDay() {
        String id = asked("CONSULT");
        People.as(ASKER).get(page() + "/dossier").then().statusCode(404);
        People.as("director")
                .get("/api/v1/archive-loans?waiting=true")
                .then()
                .body("items.id", contains(id))
                .body("items[0].allowed", contains("APPROVE", "REFUSE"));
        act("director", id, "approval", 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("APPROVED"))
                .body("decidedBy.name", notNullValue())
                .body("opens", equalTo(false));
        People.as("director").get("/api/v1/archive-loans?waiting=true").then().body("items", empty());
        People.as(ASKER)
                .get("/api/v1/archive-loans/" + id)
                .then()
                .body("opens", equalTo(true))
                .body("copies", equalTo(false))
                .body("allowed", contains("RETURN"));
        String file = People.as(ASKER)
                .get(page() + "/dossier")
                .then()
                .statusCode(200)
                .body("items.items.id", contains(item))
                .extract()
                .path("items.items[0].fileId");
        People.as(ASKER).get(content() + "?disposition=inline").then().statusCode(200);
        People.as(ASKER)
                .get("/api/v1/dossier-items/" + item + "/page-tree")
                .then()
                .statusCode(200);
        for (int size : new int[] {160, 640}) {
            People.as(ASKER)
                    .get("/api/v1/files/" + file + "/thumbnail?size=" + size)
                    .then()
                    .statusCode(200);
        }
        assertThat(data.query("select detail ->> 'loan' from audit where action = 'dossier.opened'"))
                .containsExactly(id);
        nothingIsTakenAway(file);
        nothingElse();
        data.run("update archive_loan set asked_on = '2022-10-20', until_on = '2022-10-31'");
        People.as(ASKER).get(page() + "/dossier").then().statusCode(404);
        People.as(ASKER).get(content() + "?disposition=inline").then().statusCode(404);
        People.as(ASKER)
                .get("/api/v1/files/" + file + "/thumbnail?size=160")
                .then()
                .statusCode(404);
        People.as(ASKER)
                .get("/api/v1/archive-loans/" + id)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("over", equalTo(true))
                .body("opens", equalTo(false))
                .body("allowed", empty());
        Trail.assertWhole(data);
    }

    private void nothingIsTakenAway(String file) {
        for (String path : new String[] {content(), page() + "/dossier/catalogue.pdf"}) {
            People.as(ASKER)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("loan-no-copies"))
                    .body("clause", equalTo("二(五)"))
                    .body("remedy", notNullValue());
        }
        print(ASKER).then().statusCode(403).body("code", equalTo("loan-no-copies"));
        People.as(ASKER).get("/api/v1/files/" + file).then().statusCode(404);
        assertThat(data.count("select count(*) from audit where action in ('dossier.downloaded', 'dossier.printed')"))
                .isZero();
    }

    /** Of the case itself, and to anybody else of the team. */
    private void nothingElse() {
        for (String part : new String[] {"", "/timeline", "/nodes", "/account", "/papers", "/referrals"}) {
            People.as(ASKER).get(page() + part).then().statusCode(404);
        }
        for (String other : new String[] {"judge-ordinary-2", "executor-ordinary-1", "wenfeng-judge"}) {
            People.as(other).get(page() + "/dossier").then().statusCode(404);
            People.as(other).get(content() + "?disposition=inline").then().statusCode(404);
        }
    }

    @Test
    void toBeCopiedItIsPrintedAndDownloadedWithTheLoanOnTheTrail() {
        String id = asked("COPY");
        act("director", id, "approval", 1).then().statusCode(200).body("copies", equalTo(true));
        People.as(ASKER).get(content()).then().statusCode(200);
        print(ASKER).then().statusCode(200);
        People.as(ASKER).get(page() + "/dossier/catalogue.pdf").then().statusCode(200);
        assertThat(data.query("select action || ' ' || (detail ->> 'loan') from audit where action like 'dossier.%'"
                        + " and detail ->> 'loan' is not null order by seq"))
                .containsExactly(
                        "dossier.downloaded " + id, "dossier.printed " + id, "dossier.catalogue-printed " + id);
        // Who sees the case needs no loan, and none is named.
        People.as("judge-fast-1").get(content()).then().statusCode(200);
        assertThat(
                        data.count(
                                "select count(*) from audit where action = 'dossier.downloaded' and detail ->> 'loan' is not null"))
                .isOne();
        People.as("judge-fast-1")
                .get(page() + "/timeline")
                .then()
                .body("items.text", hasItem("批准借阅档案（复印），至 2022-11-15"));
    }

    @Test
    void itIsGivenBackByTheDeskOrWhoBorrowedIt() {
        String id = asked("CONSULT");
        act("archive", id, "return", 1).then().statusCode(409).body("code", equalTo("loan-not-running"));
        act("director", id, "approval", 1).then().statusCode(200);
        act("judge-ordinary-2", id, "return", 2).then().statusCode(404);
        act("archive", id, "return", 1).then().statusCode(412).body("current", equalTo(2));
        act("archive", id, "return", 2)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("endedBy.name", equalTo("魏某"))
                .body("decidedBy", notNullValue());
        People.as(ASKER).get(page() + "/dossier").then().statusCode(404);
        act(ASKER, id, "return", 3).then().statusCode(409).body("code", equalTo("loan-not-running"));
        assertThat(data.query("select action from audit where subject_id = '" + id + "' order by seq"))
                .containsExactly("archive-loan.asked", "archive-loan.approved", "archive-loan.returned");
    }

    @Test
    void whoMayNotSeeACaseLearnsNothingOfIt() {
        FileCases.Filed open = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)));
        FileCases.Filed elsewhere =
                docket.fileOne(Docket.row(Docket.WENFENG, "执", LocalDate.of(2022, 10, 31), "60000.00"));
        shut(elsewhere);
        List<String> answers = new ArrayList<>();
        for (String number : List.of(number(open), number(elsewhere), CourtData.number(), "无此案号", "(2022)豫0505执0号")) {
            Response refused = ask(ASKER, wish(number, "CONSULT", UNTIL));
            refused.then()
                    .statusCode(422)
                    .body("code", equalTo("loan-no-volume"))
                    .body("clause", equalTo("二(五)"));
            answers.add(refused.path("title") + " " + refused.path("detail") + " " + refused.path("fact") + " "
                    + refused.path("remedy"));
        }
        assertThat(answers).hasSize(5).containsOnly(answers.get(0));
        assertThat(data.count("select count(*) from archive_loan")).isZero();
        // The number is read as people type it.
        ask(ASKER, wish(number(filed).replace("(", "（").replace(")", "）"), "CONSULT", UNTIL))
                .then()
                .statusCode(201)
                .body("caseNumber", equalTo(number(filed)));
    }

    @Test
    void itIsAskedForAFewDaysAndAnInquiryNamesWhoInquires() {
        for (String until : new String[] {"2022-10-31", "2022-12-02"}) {
            ask(ASKER, wish(number(filed), "CONSULT", until))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("until"));
        }
        ask(ASKER, wish(number(filed), "CONSULT", "2022-12-01")).then().statusCode(201);
        ask(ASKER, wish(number(filed), "INQUIRY", UNTIL)).then().statusCode(403).body("code", equalTo("loan-not-desk"));
        ask("archive", wish(number(filed), "COPY", UNTIL))
                .then()
                .statusCode(403)
                .body("code", equalTo("loan-not-team"));
        Map<String, Object> inquiry = wish(number(filed), "INQUIRY", UNTIL);
        inquiry.put("person", " ");
        ask("archive", inquiry).then().statusCode(400).body("errors.field", contains("body", "person", "letter"));
        inquiry.putAll(Map.of("body", "安阳市公安局", "person", "周某", "letter", "安公介〔2022〕31号"));
        ask("archive", inquiry)
                .then()
                .statusCode(201)
                .body("outside.body", equalTo("安阳市公安局"))
                .body("outside.letter", equalTo("安公介〔2022〕31号"));
        // What is lent within the court names nobody from outside.
        Map<String, Object> within = wish(number(filed), "COPY", UNTIL);
        within.put("body", "安阳市公安局");
        ask(ASKER, within).then().statusCode(201).body("outside", nullValue());
    }

    @Test
    void nobodyDecidesWhatTheyAskedForWhateverRolesTheyHold() {
        String id = asked("CONSULT");
        String both = People.token(ASKER, List.of("judge", "director"), "profile");
        for (String act : new String[] {"approval", "refusal"}) {
            RestAssured.given()
                    .auth()
                    .oauth2(both)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body(Map.of("reason", "不同意"))
                    .post("/api/v1/archive-loans/" + id + "/" + act)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("loan-own"));
        }
        // The token's roles were kept with the person's row, which no test empties.
        data.run("update person set roles = '{judge}' where username = '" + ASKER + "'");
        assertThatThrownBy(() -> data.run("update archive_loan set status = 'APPROVED', decided_by = asked_by,"
                        + " decided_on = '2022-11-01'"))
                .hasStackTraceContaining("violates check constraint");
        act("president", id, "approval", 1).then().statusCode(403);
        act(ASKER, id, "withdrawal", 1).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        act("director", id, "approval", 1).then().statusCode(409).body("code", equalTo("loan-decided"));
    }

    @Test
    void itIsRefusedWithAReasonAndEachIsTold() {
        String id = asked("CONSULT");
        People.as("director")
                .post("/api/v1/archive-loans/" + id + "/approval")
                .then()
                .statusCode(428);
        People.as("director")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", " "))
                .post("/api/v1/archive-loans/" + id + "/refusal")
                .then()
                .statusCode(400);
        act("director", id, "refusal", 7).then().statusCode(412);
        act("director", id, "refusal", 1)
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("decisionReason", equalTo("与本案无关"));
        act("director", id, "approval", 2).then().statusCode(409).body("clause", equalTo("二(五)"));
        String second = asked("COPY");
        act("director", second, "approval", 1).then().statusCode(200);
        assertThat(data.query("select topic || ' ' || coalesce(payload #>> '{circles,0,role}', '-') || ' '"
                        + " || coalesce((select name from person p where p.id::text = payload #>> '{people,0}'), '-')"
                        + " from outbox where topic like 'archive-loan.%' order by id"))
                .containsExactly(
                        "archive-loan.asked director -",
                        "archive-loan.refused - 孙某",
                        "archive-loan.asked director -",
                        "archive-loan.approved archive 孙某");
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        String id = asked("CONSULT");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String how = i % 2 == 0 ? "approval" : "refusal";
            all.add(() -> act("director", id, how, 1).statusCode());
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> done : pool.invokeAll(all)) {
            codes.add(done.get());
        }
        pool.shutdown();
        assertThat(codes).containsOnlyOnce(200).filteredOn(code -> code == 409).hasSize(5);
        assertThat(data.count("select count(*) from outbox where topic in ('archive-loan.approved',"
                        + " 'archive-loan.refused')"))
                .isOne();
    }

    @Test
    void peopleSeeTheirOwnAndTheDeskAll() {
        String first = asked("CONSULT");
        String second = asked("COPY");
        ask("clerk-fast-1", wish(number(filed), "CONSULT", UNTIL)).then().statusCode(201);
        People.as(ASKER).get("/api/v1/archive-loans").then().body("items.id", contains(second, first));
        String next = People.as(ASKER)
                .get("/api/v1/archive-loans?limit=1")
                .then()
                .body("items.id", contains(second))
                .extract()
                .path("next");
        People.as(ASKER)
                .get("/api/v1/archive-loans?limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
        People.as("archive")
                .get("/api/v1/archive-loans")
                .then()
                .body("items.size()", equalTo(3))
                .body("items.id", hasItems(first, second));
        People.as("archive").get("/api/v1/archive-loans?mine=true").then().body("items", empty());
        act(ASKER, first, "withdrawal", 1).then().statusCode(200);
        People.as("auditor")
                .get("/api/v1/archive-loans?status=WITHDRAWN")
                .then()
                .body("items.id", contains(first));
        People.as("executor-ordinary-1").get("/api/v1/archive-loans").then().body("items", empty());
        People.as("executor-ordinary-1")
                .get("/api/v1/archive-loans/" + first)
                .then()
                .statusCode(404);
        act("wenfeng-judge", second, "withdrawal", 1).then().statusCode(404);
    }

    @Test
    void oneKeyAsksOnce() {
        String first = keyed().then().statusCode(201).extract().path("id");
        keyed().then().statusCode(201).body("id", equalTo(first));
        assertThat(data.count("select count(*) from archive_loan")).isOne();
    }

    private String page() {
        return "/api/v1/cases/" + filed.filed().id();
    }

    private String content() {
        return "/api/v1/dossier-items/" + item + "/content";
    }

    private static String number(FileCases.Filed of) {
        return of.filed().row().number().text();
    }

    /** As the judge and the archive desk leave it; what that asks for is ArchiveCaseTest's. */
    private void shut(FileCases.Filed of) {
        data.run("update enforcement_case set status = 'CLOSED', closed_on = '2022-10-31', closure ="
                + " '{\"manner\": \"WITHDRAWN\", \"closedOn\": \"2022-10-31\"}', archived_on = '2022-11-01', archived_by ="
                + " (select id from person where username = 'archive') where id = '"
                + of.filed().id() + "'");
    }

    private static Map<String, Object> wish(String number, String kind, String until) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("caseNumber", number);
        wish.put("kind", kind);
        wish.put("reason", "办理关联案件");
        wish.put("until", until);
        return wish;
    }

    private static Response ask(String who, Map<String, Object> wish) {
        return People.as(who).contentType("application/json").body(wish).post("/api/v1/archive-loans");
    }

    private Response keyed() {
        return People.as(ASKER)
                .header("Idempotency-Key", "borrow-once")
                .contentType("application/json")
                .body(wish(number(filed), "CONSULT", UNTIL))
                .post("/api/v1/archive-loans");
    }

    private String asked(String kind) {
        return ask(ASKER, wish(number(filed), kind, UNTIL))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/api/v1/archive-loans/"))
                .body("status", equalTo("ASKED"))
                .body("allowed", contains("WITHDRAW"))
                .extract()
                .path("id");
    }

    private static Response act(String who, String id, String act, int version) {
        return People.as(who)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("reason", "与本案无关"))
                .post("/api/v1/archive-loans/" + id + "/" + act);
    }

    private Response print(String who) {
        return People.as(who)
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/dossier-items/" + item + "/prints");
    }
}
