package org.zhixing.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.MakePapers;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 文书: from the draft to its service, signed by whom the rule names and by nobody else. */
@QuarkusTest
class PaperTest extends CourtTest {
    private static final String JUDGE = "judge-fast-1";
    private static final String EXECUTOR = "executor-fast-1";
    private static final Map<String, String> NOTICE =
            Map.of("BASIS", "(2021)豫0505民初1号民事判决书", "DUTY", "向申请执行人支付借款60000元", "DAYS", "三日");

    @Inject
    Docket docket;

    @Inject
    MakePapers making;

    @Inject
    Coffers coffers;

    private FileCases.Filed filed;
    private UUID caseId;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)));
        caseId = filed.filed().id();
    }

    @AfterEach
    void forget() {
        data.forgetPolicies();
    }

    @Test
    void aNoticeIsDraftedSignedByItsExecutorFiledAndServed() throws IOException {
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        get(EXECUTOR, id).then().body("status", equalTo("DRAFT")).body("number", nullValue());
        assertThat(text(id)).contains("执行通知书").contains("李某某：").contains("陆万元整").contains("支付借款60000元");
        submit(EXECUTOR, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("TO_SIGN"))
                .body("number", equalTo("执通〔2022〕1号"))
                .body("turn", contains("CASE_EXECUTOR"));
        assertThat(text(id)).contains("执通〔2022〕1号").contains("(2022)豫0505执");
        sign(People.as(JUDGE), id)
                .then()
                .statusCode(403)
                .body("code", equalTo("signing-not-yours"))
                .body("clause", equalTo("一(五)"))
                .body("detail", equalTo("执行通知书应由本案执行员签署。"));
        sign(People.as("executor-fast-2"), id).then().statusCode(403);
        People.as(EXECUTOR).get("/api/v1/papers").then().body("items.id", contains(id));
        People.as(JUDGE).get("/api/v1/papers").then().body("items", empty());
        String sha256 = get(EXECUTOR, id).path("sha256");
        String item = sign(People.signedInFor(EXECUTOR, 4000), id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signatures.binds", contains(true))
                .body("signatures[0].name", equalTo("赵某"))
                .body("signatures[0].authenticatedAt", notNullValue())
                .extract()
                .path("itemId");
        People.as(EXECUTOR)
                .get("/api/v1/cases/" + caseId + "/dossier")
                .then()
                .body("items.items.find { it.id == '" + item + "' }.category", equalTo("ENFORCEMENT_NOTICE"))
                .body("items.items.find { it.id == '" + item + "' }.note", containsString(sha256));
        assertThat(data.query("select f.sha256 from dossier_version v join stored_file f on f.id = v.file_id"
                        + " where v.item_id = '" + item + "'"))
                .containsExactly(sha256);
        sign(People.as(EXECUTOR), id)
                .then()
                .statusCode(409)
                .body("code", equalTo("signing-complete"))
                .body("clause", equalTo("一(五)"));
        serve(EXECUTOR, id, "DIRECT", "2022-11-02").then().statusCode(400);
        serve(EXECUTOR, id, "DIRECT", "2022-11-01")
                .then()
                .statusCode(200)
                .body("servings[0].servedOn", equalTo("2022-11-01"))
                .body("servings[0].recipient", equalTo("李某某"));
        assertThat(data.query("select action from audit where case_id = '" + caseId + "' and action like 'paper.%'"
                        + " order by seq"))
                .containsExactly("paper.drafted", "paper.looked", "paper.submitted", "paper.signed", "paper.served");
        assertThat(data.query("select topic from outbox where topic like 'paper.%'"))
                .contains("paper.served");
    }

    @Test
    void whatIsNotFilledInIsAskedForByName() {
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", Map.of("DAYS", "三日"));
        submit(EXECUTOR, id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("fields.BASIS", "fields.DUTY"))
                .body("errors.message", hasItem("请填写“履行内容”"));
        assertThat(data.count("select count(*) from paper_serial")).isZero();
        write(EXECUTOR, "ENFORCEMENT_NOTICE", "李某某", Map.of("NAME", "x")).then().statusCode(400);
        write(EXECUTOR, "ENFORCEMENT_NOTICE", "他人", NOTICE)
                .then()
                .statusCode(422)
                .body("code", equalTo("paper-no-party"));
        write("executor-fast-2", "ENFORCEMENT_NOTICE", "李某某", NOTICE)
                .then()
                .statusCode(403)
                .body("code", equalTo("paper-not-yours"));
        write("executor-ordinary-1", "ENFORCEMENT_NOTICE", "李某某", NOTICE).then().statusCode(404);
        People.as("wenfeng-president").get("/api/v1/papers/" + id).then().statusCode(404);
        People.as("judge-ordinary-1")
                .get("/api/v1/papers/" + id + "/pdf")
                .then()
                .statusCode(404);
    }

    @Test
    void restrictingSomebodyWantsAResultOnFileAndALoginOfThisMoment() {
        String id = draft(JUDGE, "CONSUMPTION_LIMIT", Map.of("REASON", "经查，被执行人未履行义务。"));
        submit(JUDGE, id).then().statusCode(200);
        sign(People.signedInFor(JUDGE, 10), id)
                .then()
                .statusCode(422)
                .body("code", equalTo("signing-requires-query-result"));
        handIn("PROPERTY_QUERY_RESULT");
        sign(People.signedInSometime(JUDGE), id).then().statusCode(403).body("code", equalTo("step-up"));
        sign(People.signedInFor(JUDGE, 400), id).then().statusCode(403).body("code", equalTo("step-up"));
        sign(People.signedInFor(JUDGE, 10), id).then().statusCode(200).body("status", equalTo("SIGNED"));
        assertThat(data.query("select session from signature")).containsExactly("session-of-" + JUDGE);
    }

    @Test
    void endingForWantOfPropertyIsNotSignedBeforeFinalReview() {
        String id = draft(JUDGE, "RULING_THIS_PROCEDURE", Map.of("REASON", "无可供执行财产。", "RESULT", "终结本次执行程序。"));
        submit(JUDGE, id).then().statusCode(200).body("turn", contains("CASE_JUDGE"));
        sign(People.signedInFor(JUDGE, 5), id)
                .then()
                .statusCode(422)
                .body("code", equalTo("signing-requires-final-review-passed"))
                .body("clause", equalTo("法〔2016〕373号第1条"))
                .body("detail", containsString("签发执行裁定书（终本）前，须由终本审查岗"));
        assertThat(data.count("select count(*) from signature")).isZero();
    }

    @Test
    void listingWantsTheNoticeServedOnSomebodyOfAgeAndTheDirector() {
        String id = draft(JUDGE, "DISHONESTY_DECISION", Map.of("CIRCUMSTANCE", "4", "REASON", "逾期未报告财产。"));
        submit(JUDGE, id).then().statusCode(200);
        sign(People.signedInFor("director", 5), id).then().statusCode(422).body("code", equalTo("signing-order"));
        sign(People.signedInFor(JUDGE, 5), id)
                .then()
                .statusCode(422)
                .body("code", equalTo("signing-requires-notice-served"))
                .body("clause", equalTo("法释〔2017〕7号第1条"));
        String notice = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        submit(EXECUTOR, notice);
        sign(People.as(EXECUTOR), notice).then().statusCode(200);
        serve(EXECUTOR, notice, "MAIL", "2022-11-01").then().statusCode(200);
        sign(People.signedInFor(JUDGE, 5), id).then().statusCode(422).body("code", equalTo("signing-requires-of-age"));
        data.run("update party set id_number = '410502199001011234' where case_id = '" + caseId
                + "' and role = 'RESPONDENT'");
        sign(People.signedInFor(JUDGE, 5), id).then().statusCode(200).body("turn", contains("DIRECTOR"));
        People.as("director").get("/api/v1/papers").then().body("items.id", contains(id));
        sign(People.signedInFor("director", 5), id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signatures.seat", contains("CASE_JUDGE", "DIRECTOR"));
    }

    @Test
    void whatIsChangedAfterASignatureIsANewEditionThatNobodyHasSigned() {
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        submit(EXECUTOR, id);
        String first = get(EXECUTOR, id).path("sha256");
        sign(People.as(EXECUTOR), id).then().statusCode(200);
        act(EXECUTOR, id, "revision", Map.of("reason", "履行期限有误"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("edition", equalTo(2))
                .body("number", equalTo("执通〔2022〕1号"))
                .body("signatures", empty());
        edit(EXECUTOR, id, Map.of("BASIS", "判决书", "DUTY", "支付借款", "DAYS", "五日"))
                .then()
                .statusCode(200);
        submit(EXECUTOR, id)
                .then()
                .statusCode(200)
                .body("number", equalTo("执通〔2022〕1号"))
                .body("sha256", not(equalTo(first)));
        People.as(EXECUTOR)
                .header("If-Match", get(EXECUTOR, id).header("ETag"))
                .contentType("application/json")
                .body(Map.of("sha256", first))
                .post("/api/v1/papers/" + id + "/signatures")
                .then()
                .statusCode(412);
        sign(People.as(EXECUTOR), id).then().statusCode(200).body("signatures", hasSize(1));
        assertThat(data.query(
                        "select v.version from dossier_version v join paper p on p.item_id = v.item_id order by 1"))
                .containsExactly("1", "2");
        assertThat(data.count("select count(*) from signature")).isEqualTo(2);
        assertThat(data.query("select sha256 from paper_edition order by edition"))
                .startsWith(first);
    }

    @Test
    void whatADraftSaidBeforeStaysOnTheTrail() {
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        Map<String, String> fields = new HashMap<>(NOTICE);
        fields.put("DAYS", "五日");
        fields.remove("BASIS");
        edit(EXECUTOR, id, fields).then().statusCode(200);
        People.as(EXECUTOR)
                .header("If-Match", get(EXECUTOR, id).header("ETag"))
                .contentType("application/json")
                .body(Map.of("kind", "ENFORCEMENT_NOTICE", "addressee", "王某", "fields", fields))
                .put("/api/v1/papers/" + id)
                .then()
                .statusCode(200);
        assertThat(data.query("select detail -> 'changes' from audit where action = 'paper.edited' order by seq"))
                .containsExactly(
                        "{\"fields.BASIS\":{\"old\":\"(2021)豫0505民初1号民事判决书\",\"new\":null},"
                                + "\"fields.DAYS\":{\"old\":\"三日\",\"new\":\"五日\"}}",
                        "{\"addressee\":{\"old\":\"李某某\",\"new\":\"王某\"}}");
        People.as(EXECUTOR)
                .get("/api/v1/cases/" + caseId + "/timeline")
                .then()
                .body("items.text", hasItem("修改文书：执行通知书"));
    }

    /** Until its days are over, a notice published has been served on nobody. */
    @Test
    void aPublicationThatStillRunsOpensNoListing() {
        data.run("update party set id_number = '410502199001011234' where case_id = '" + caseId + "'");
        String notice = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        submit(EXECUTOR, notice);
        sign(People.as(EXECUTOR), notice).then().statusCode(200);
        serve(EXECUTOR, notice, "PUBLICATION", "2022-11-01").then().statusCode(200);
        String id = draft(JUDGE, "DISHONESTY_DECISION", Map.of("CIRCUMSTANCE", "4", "REASON", "逾期未报告财产。"));
        submit(JUDGE, id).then().statusCode(200);
        for (String lastDay : List.of("2022-12-01", "2022-11-02")) {
            data.run("update paper_serving set served_on = '" + lastDay + "'");
            sign(People.signedInFor(JUDGE, 5), id)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("signing-requires-notice-served"));
        }
        data.run("update paper_serving set served_on = '2022-11-01'");
        sign(People.signedInFor(JUDGE, 5), id).then().statusCode(200).body("turn", contains("DIRECTOR"));
    }

    /** A listing decision on its way to the director, with the judge's signature; drafted by the restriction desk. */
    private String listingSignedByItsJudge() {
        data.run("update party set id_number = '410502199001011234' where case_id = '" + caseId + "'");
        String notice = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        submit(EXECUTOR, notice);
        sign(People.as(EXECUTOR), notice);
        serve(EXECUTOR, notice, "MAIL", "2022-11-01").then().statusCode(200);
        String id = draft("restriction", "DISHONESTY_DECISION", Map.of("CIRCUMSTANCE", "4", "REASON", "逾期未报告财产。"));
        submit("restriction", id).then().statusCode(200);
        sign(People.signedInFor(JUDGE, 5), id).then().statusCode(200).body("turn", contains("DIRECTOR"));
        return id;
    }

    private List<String> told(String topic) {
        return data.query("select p.username || ' ' || (o.payload -> 'params' ->> 'reason') from outbox o"
                + " cross join lateral jsonb_array_elements_text(o.payload -> 'people') u join person p on p.id = u::uuid"
                + " where o.topic = '" + topic + "' order by 1");
    }

    @Test
    void whoeverIsToSignSendsItBackWithAReason() {
        String id = listingSignedByItsJudge();
        get("director", id).then().body("acts", contains("RETURN")).body("mine", equalTo(true));
        get(JUDGE, id).then().body("acts", not(hasItem("RETURN")));
        act("president", id, "revision", Map.of("reason", "不妥"))
                .then()
                .statusCode(403)
                .body("code", equalTo("paper-not-yours"))
                .body("clause", equalTo("一(五)"));
        act("director", id, "revision", Map.of("reason", " ")).then().statusCode(400);
        String seen = get("director", id).header("ETag");
        String sha256 = get("director", id).path("sha256");
        act("director", id, "revision", Map.of("reason", "情形选择有误"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("edition", equalTo(2))
                .body("reason", equalTo("情形选择有误"))
                .body("signatures", empty())
                .body("turn", empty());
        People.as("director").get("/api/v1/papers").then().body("items", empty());
        assertThat(told("paper.returned")).containsExactly(JUDGE + " 情形选择有误", "restriction 情形选择有误");
        assertThat(data.query("select (detail ->> 'reason') || ' ' || (detail ->> 'fallen') from audit"
                        + " where action = 'paper.returned'"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("情形选择有误 [\"");
        // A second director who had it open before, whatever they would have done with it.
        People.as("director")
                .header("If-Match", seen)
                .contentType("application/json")
                .body(Map.of("reason", "同意退回"))
                .post("/api/v1/papers/" + id + "/revision")
                .then()
                .statusCode(409)
                .body("code", equalTo("paper-state"))
                .body("clause", equalTo("一(五)"));
        People.signedInFor("director", 5)
                .header("If-Match", seen)
                .contentType("application/json")
                .body(Map.of("sha256", sha256))
                .post("/api/v1/papers/" + id + "/signatures")
                .then()
                .statusCode(409);
        submit("restriction", id).then().statusCode(200).body("turn", contains("CASE_JUDGE"));
        sign(People.signedInFor(JUDGE, 5), id).then().statusCode(200).body("signatures", hasSize(1));
    }

    @Test
    void whatWasSignedMeanwhileIsNotSentBackAnyMore() {
        String id = listingSignedByItsJudge();
        String seen = get("director", id).header("ETag");
        sign(People.signedInFor("director", 5), id).then().statusCode(200).body("status", equalTo("SIGNED"));
        People.as("director")
                .header("If-Match", seen)
                .contentType("application/json")
                .body(Map.of("reason", "情形选择有误"))
                .post("/api/v1/papers/" + id + "/revision")
                .then()
                .statusCode(409)
                .body("code", equalTo("paper-state"))
                .body("clause", equalTo("一(五)"));
        assertThat(data.count("select count(*) from audit where action = 'paper.returned'"))
                .isZero();
    }

    @Test
    void ofManyWhoActAtOnceOneIsHeard() throws Exception {
        String id = listingSignedByItsJudge();
        String seen = get("director", id).header("ETag");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(() -> People.as("director")
                    .header("If-Match", seen)
                    .contentType("application/json")
                    .body(Map.of("reason", "情形选择有误"))
                    .post("/api/v1/papers/" + id + "/revision")
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : pool.invokeAll(all)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(data.query("select edition from paper where id = '" + id + "'"))
                .containsExactly("2");
    }

    @Test
    void aChangeOfHandlersMovesWhatIsUnsigned() {
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        submit(EXECUTOR, id);
        data.run("update enforcement_case set executor_id = (select id from person where username = 'executor-fast-2')"
                + " where id = '" + caseId + "'");
        People.as(EXECUTOR).get("/api/v1/papers").then().body("items", empty());
        sign(People.as(EXECUTOR), id).then().statusCode(403).body("code", equalTo("signing-not-yours"));
        People.as("executor-fast-2").get("/api/v1/papers").then().body("items.id", contains(id));
        sign(People.as("executor-fast-2"), id).then().statusCode(200).body("status", equalTo("SIGNED"));
    }

    @Test
    void aSignedInterviewRecordProvesItsNodeAndAnotherRecordDoesNot() {
        Map<String, String> record = Map.of(
                "TIME",
                "2022年11月1日9时",
                "PLACE",
                "执行局",
                "PRESENT",
                "李某某",
                "RECORDER",
                "吕某某",
                "RECORD",
                "问：是否履行？\n答：会的。");
        Node interview = Docket.node(filed, NodeCode.FIRST_INTERVIEW);
        String other = draft(EXECUTOR, "ENFORCEMENT_RECORD", record);
        submit(EXECUTOR, other);
        sign(People.as(EXECUTOR), other).then().statusCode(200);
        assertThat(data.query("select done_on from node where id = '" + interview.id() + "'"))
                .containsOnlyNulls();
        String id = draft(EXECUTOR, "INTERVIEW_RECORD", record);
        submit(EXECUTOR, id);
        sign(People.as(EXECUTOR), id).then().statusCode(200);
        assertThat(data.query("select done_on from node where id = '" + interview.id() + "'"))
                .containsExactly("2022-11-01");
    }

    @Test
    void serviceByPublicationAsksForItsSuspension() {
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        submit(EXECUTOR, id);
        sign(People.as(EXECUTOR), id);
        serve(EXECUTOR, id, "PUBLICATION", "2022-11-01")
                .then()
                .statusCode(200)
                .body("servings[0].servedOn", equalTo("2022-12-01"));
        assertThat(data.query("select s.reason || ' ' || s.from_on || ' ' || s.resume_on from case_suspension s"
                        + " join paper_serving p on p.suspension_id = s.id"))
                .containsExactly("SERVICE_BY_PUBLICATION 2022-11-01 2022-12-02");
    }

    @Test
    void numbersHaveNoGapsAndNoDoublesHoweverManyNumberAtOnce() throws Exception {
        List<String> drafts = IntStream.range(0, 16)
                .mapToObj(i -> draft(EXECUTOR, "ENFORCEMENT_NOTICE", i % 4 == 3 ? Map.of() : NOTICE))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> all = new ArrayList<>();
        drafts.forEach(id -> all.add(() -> submit(EXECUTOR, id).statusCode()));
        for (Future<Integer> done : pool.invokeAll(all)) {
            assertThat(done.get()).isIn(200, 400);
        }
        pool.shutdown();
        assertThat(data.query("select serial from paper where serial is not null order by serial"))
                .containsExactly(
                        IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toArray(String[]::new));
    }

    @Test
    void theAdministratorsTemplateIsCheckedTriedAndThenInForce() throws IOException {
        publish("# 通知\n{被执行} {案号}", 1).then().statusCode(400).body("errors.message", contains("第 2 行：没有名为“被执行”的变量"));
        String text = "# 通知书新版\n- {受文人}：\n请履行{履行内容}。\n[印章]";
        byte[] tried = People.as("admin")
                .contentType("application/json")
                .body(Map.of(
                        "text", text, "caseNumber", filed.filed().row().number().text()))
                .post("/api/v1/paper-kinds/ENFORCEMENT_NOTICE/preview")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(read(tried)).contains("通知书新版").contains("李某某");
        publish(text, 1).then().statusCode(200).body("version", contains(2, 1)).body("[0].by", equalTo("姜某"));
        publish(text, 1).then().statusCode(412);
        String id = draft(EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        get(EXECUTOR, id).then().body("template", equalTo(2)).body("fields.size()", equalTo(1));
        assertThat(text(id)).contains("通知书新版");
        assertThat(data.count("select count(*) from audit where action = 'paper-template.tried'"))
                .isEqualTo(1);
    }

    @Test
    void papersForManyCasesAreMadeOneByOneAndARefusalStopsNoOther() throws IOException {
        List<UUID> cases = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(i -> docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)))
                        .filed()
                        .id())
                .toList());
        data.run("update enforcement_case set judge_id = (select id from person where username = '" + JUDGE
                + "'), executor_id = (select id from person where username = '" + EXECUTOR + "')");
        UUID strange = docket.fileOne(Docket.ordinary(LocalDate.of(2022, 10, 31)))
                .filed()
                .id();
        cases.add(2, strange);
        String batch = People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of("kind", "ENFORCEMENT_NOTICE", "caseIds", cases, "fields", NOTICE))
                .post("/api/v1/paper-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        making.work();
        People.as(EXECUTOR)
                .get("/api/v1/paper-batches/" + batch)
                .then()
                .body("done", equalTo(5))
                .body("refused", equalTo(1))
                .body("endedAt", notNullValue());
        People.as(EXECUTOR)
                .get("/api/v1/paper-batches/" + batch + "/cases")
                .then()
                .body("items[2].refusal", equalTo("not-found"))
                .body("items[2].caseNumber", nullValue())
                .body("items[3].state", equalTo("DONE"));
        People.as(JUDGE).get("/api/v1/paper-batches/" + batch).then().statusCode(404);
        People.as(JUDGE).get("/api/v1/paper-batches/" + batch + "/zip").then().statusCode(404);
        byte[] zip = People.as(EXECUTOR)
                .get("/api/v1/paper-batches/" + batch + "/zip")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        List<String> names = new ArrayList<>();
        try (ZipInputStream all = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = all.getNextEntry(); each != null; each = all.getNextEntry()) {
                names.add(each.getName());
                assertThat(read(all.readAllBytes())).contains("执行通知书");
            }
        }
        assertThat(names).hasSize(5).allMatch(name -> name.matches("00\\d \\(2022\\)豫0505执\\d+号 执通〔2022〕\\d号\\.pdf"));
        assertThat(data.query("select serial from paper order by serial")).containsExactly("1", "2", "3", "4", "5");
        People.as(EXECUTOR).get("/api/v1/papers").then().body("items", hasSize(5));
    }

    @Test
    void theApprovalFormSaysWhatWasAppliedForAndIsMadeOnce() throws IOException {
        String of = caseId.toString();
        coffers.arrive(of, "60000.00", LocalDate.of(2022, 10, 31));
        String payee = coffers.confirmed(of, "APPLICANT", "王某");
        String applied = coffers.apply(of, payee, "60000.00");
        String by = coffers.executor(of);
        String number = People.as(by).get("/api/v1/disbursements/" + applied).path("number");
        paperOf("executor-fast-2", "disbursements", applied).then().statusCode(403);
        paperOf("node-control", "disbursements", applied).then().statusCode(403);
        paperOf("executor-ordinary-1", "disbursements", applied).then().statusCode(404);
        String id = paperOf(by, "disbursements", applied)
                .then()
                .statusCode(200)
                .body("kind", equalTo("DISBURSEMENT_APPROVAL"))
                .body("fields.PAYEE", equalTo("王某"))
                .body("fields.AMOUNT", equalTo("60000.00"))
                .body("fields.PURPOSE", equalTo("发放案款（" + number + "）"))
                .extract()
                .path("id");
        paperOf(by, "disbursements", applied).then().statusCode(200).body("id", equalTo(id));
        assertThat(text(id)).contains("60,000.00元").contains("陆万元整").contains(number);
        submit(by, id).then().statusCode(200).body("turn", contains("CASE_EXECUTOR"));
        coffers.act(by, applied, "withdrawal").statusCode(200);
        paperOf(by, "disbursements", applied)
                .then()
                .statusCode(409)
                .body("code", equalTo("disbursement-not-awaiting"))
                .body("clause", equalTo("一(五)、二(二)"));
    }

    @Test
    void thePaperOfAnUrgingSaysWhatWasDemandedAndByWhen() throws IOException {
        UUID interview = Docket.node(filed, NodeCode.FIRST_INTERVIEW).id();
        String slip = People.as("node-control")
                .contentType("application/json")
                .body(Map.of("nodeIds", List.of(interview), "reason", "请说明原因", "answerDue", "2022-11-04"))
                .post("/api/v1/supervision-slips")
                .then()
                .statusCode(201)
                .extract()
                .path("issued[0].id");
        paperOf(EXECUTOR, "supervision-slips", slip).then().statusCode(403);
        String id = paperOf("node-control", "supervision-slips", slip)
                .then()
                .statusCode(200)
                .body("kind", equalTo("SUPERVISION_SLIP"))
                .body("fields.ANSWER_BY", equalTo("2022-11-04"))
                .extract()
                .path("id");
        assertThat(text(id))
                .contains("“首次约谈”应于2022年11月3日前办结，现予督办（督办〔2022〕1号）。请说明原因")
                .contains("请于2022年11月4日前办理");
        submit("node-control", id).then().statusCode(200).body("turn", contains("NODE_CONTROL"));
        sign(People.as("node-control"), id).then().statusCode(200).body("status", equalTo("SIGNED"));
        paperOf("node-control", "supervision-slips", slip).then().body("id", equalTo(id));
    }

    @Test
    void thePaperOfATaskSlipSaysWhatWasAskedAndIsMadeOnce() throws IOException {
        String slip = People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of(
                        "caseIds",
                        List.of(caseId),
                        "kind",
                        "SEIZURE",
                        "target",
                        "李某某名下房产",
                        "place",
                        "文峰区某某路",
                        "instructions",
                        "请张贴公告"))
                .post("/api/v1/task-slips")
                .then()
                .statusCode(201)
                .extract()
                .path("slips[0].id");
        paperOf("executor-affairs-1", "task-slips", slip).then().statusCode(not(200));
        paperOf("president", "task-slips", slip).then().statusCode(403);
        String id = paperOf(EXECUTOR, "task-slips", slip)
                .then()
                .statusCode(200)
                .body("kind", equalTo("TASK_SLIP"))
                .body("fields.PLACE", equalTo("文峰区某某路"))
                .body("fields.ANSWER_BY", nullValue())
                .extract()
                .path("id");
        paperOf(EXECUTOR, "task-slips", slip).then().statusCode(200).body("id", equalTo(id));
        assertThat(text(id)).contains("李某某名下房产（流转〔2022〕").contains("请张贴公告");
    }

    @Test
    void theReceiptSaysWhoPaidWhatAndIsTheFundsDesks() throws IOException {
        String receipt = coffers.arrive(caseId.toString(), "12345.60", LocalDate.of(2022, 10, 31));
        data.run("update bank_line set party = '李某某', why = 'VIRTUAL_NUMBER'");
        String serial = data.query("select serial from bank_line").get(0);
        paperOf(EXECUTOR, "receipts", receipt).then().statusCode(403);
        paperOf("funds", "receipts", UUID.randomUUID().toString()).then().statusCode(404);
        String id = paperOf("funds", "receipts", receipt)
                .then()
                .statusCode(200)
                .body("kind", equalTo("FUNDS_RECEIPT"))
                .body("fields.PAYER", equalTo("李某某"))
                .body("fields.AMOUNT", equalTo("12345.60"))
                .extract()
                .path("id");
        paperOf("funds", "receipts", receipt).then().statusCode(200).body("id", equalTo(id));
        assertThat(text(id))
                .contains("12,345.60元")
                .contains("壹万贰仟叁佰肆拾伍元陆角")
                .contains("2022年10月31日到账")
                .contains(serial.substring(0, 8));
        submit("funds", id).then().statusCode(200).body("turn", contains("FUNDS"));
    }

    private static Response paperOf(String who, String room, String id) {
        return People.as(who).post("/api/v1/" + room + "/" + id + "/paper");
    }

    private String draft(String who, String kind, Map<String, String> fields) {
        return write(who, kind, "李某某", fields).then().statusCode(201).extract().path("id");
    }

    private Response write(String who, String kind, String addressee, Map<String, String> fields) {
        return People.as(who)
                .contentType("application/json")
                .body(Map.of("kind", kind, "addressee", addressee, "fields", fields))
                .post("/api/v1/cases/" + caseId + "/papers");
    }

    private static Response get(String who, String id) {
        return People.as(who).get("/api/v1/papers/" + id);
    }

    private static Response edit(String who, String id, Map<String, String> fields) {
        return People.as(who)
                .header("If-Match", get(who, id).header("ETag"))
                .contentType("application/json")
                .body(Map.of("kind", "ENFORCEMENT_NOTICE", "addressee", "李某某", "fields", fields))
                .put("/api/v1/papers/" + id);
    }

    private static Response submit(String who, String id) {
        return act(who, id, "submission", null);
    }

    private static Response act(String who, String id, String act, Map<String, String> body) {
        RequestSpecification request =
                People.as(who).header("If-Match", get(who, id).header("ETag"));
        return (body == null ? request : request.contentType("application/json").body(body))
                .post("/api/v1/papers/" + id + "/" + act);
    }

    private static Response sign(RequestSpecification by, String id) {
        Response seen = get("president", id);
        return by.header("If-Match", seen.header("ETag"))
                .contentType("application/json")
                .body(Map.of("sha256", seen.path("sha256")))
                .post("/api/v1/papers/" + id + "/signatures");
    }

    private static Response serve(String who, String id, String manner, String on) {
        Map<String, Object> body = new HashMap<>();
        body.put("recipient", "李某某");
        body.put("manner", manner);
        body.put("on", on);
        body.put("uploadId", Uploaded.by(who, "送达回证.pdf", Papers.pdf(1)));
        return People.as(who).contentType("application/json").body(body).post("/api/v1/papers/" + id + "/servings");
    }

    private void handIn(String category) {
        People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of(
                        "uploadId",
                        Uploaded.by(EXECUTOR, "查询结果.pdf", Papers.pdf(1)),
                        "category",
                        category,
                        "source",
                        "SCAN"))
                .post("/api/v1/cases/" + caseId + "/dossier/items")
                .then()
                .statusCode(201);
    }

    private static Response publish(String text, int seen) {
        return People.as("admin")
                .header("If-Match", "\"" + seen + "\"")
                .contentType("application/json")
                .body(Map.of("text", text, "reason", "统一格式"))
                .post("/api/v1/paper-kinds/ENFORCEMENT_NOTICE/templates");
    }

    private static String text(String id) throws IOException {
        return read(People.as(EXECUTOR)
                .get("/api/v1/papers/" + id + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
