package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.zhixing.cases.Registers.row;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.flow.ImportWorker;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** From the register that the court's system exports to filed cases, as the triage desk does it. */
@QuarkusTest
class ImportTest extends CourtTest {
    private static final String IMPORTS = "/api/v1/imports";

    @Inject
    ImportWorker worker;

    @TestHTTPResource("/api/v1/imports")
    URI imports;

    private static String upload(Path file) {
        return upload("triage", file)
                .statusCode(201)
                .body("status", equalTo("CHECKING"))
                .header("Location", containsString(IMPORTS + "/"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse upload(String who, Path file) {
        return People.as(who).multiPart("file", file.toFile()).post(IMPORTS).then();
    }

    private static RequestSpecification inEnglish() {
        return RestAssured.given().auth().oauth2(People.token("triage")).header("Accept-Language", "en");
    }

    private static ValidatableResponse get(String id) {
        return People.as("triage").get(IMPORTS + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse rows(String id, String outcome) {
        return People.as("triage")
                .queryParam("outcome", outcome)
                .get(IMPORTS + "/" + id + "/rows")
                .then()
                .statusCode(200);
    }

    private String checked(Path file) {
        String id = upload(file);
        worker.work();
        get(id).body("status", equalTo("PREVIEWED"));
        return id;
    }

    private void commit(String id) {
        People.as("triage")
                .post(IMPORTS + "/" + id + "/commit")
                .then()
                .statusCode(202)
                .body("status", equalTo("COMMITTING"));
        worker.work();
    }

    private static Path csv(String text) throws IOException {
        return Registers.file(text, StandardCharsets.UTF_8);
    }

    @Test
    void filesTheRegisterAndFindsItUnchangedTheSecondTime() {
        Path register = Registers.SAMPLES.resolve("register-2022.csv");
        String id = checked(register);
        get(id).body("encoding", equalTo("UTF-8"))
                .body("fileName", equalTo("register-2022.csv"))
                .body("total", equalTo(240))
                .body("checked", equalTo(240))
                .body("counts", equalTo(Map.of("NEW", 240, "SAME", 0, "CONFLICT", 0, "BAD", 0)))
                .body("teams.collect { it.count }.sum()", equalTo(240))
                .body("createdBy.name", equalTo("张某"))
                .body("failure", nullValue());
        assertThat(data.count("select count(*) from enforcement_case")).isZero();
        commit(id);
        get(id).body("status", equalTo("DONE")).body("committed", equalTo(240));
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(240);
        assertThat(data.count("select count(*) from ledger_account where kind = 'CASE'"))
                .isEqualTo(240);
        assertThat(data.count("select count(*) from triage_decision")).isEqualTo(240);
        assertThat(data.count("select count(distinct case_id) from node")).isEqualTo(240);
        assertThat(data.count("select count(*) from audit where action = 'case.filed'"))
                .isEqualTo(240);
        assertThat(data.count("select count(*) from import_row where done and case_id is not null"))
                .isEqualTo(240);
        assertThat(data.count("select count(*) from import_row r join enforcement_case c on c.id = r.case_id"
                        + " where c.team is distinct from r.team"))
                .isZero();

        String again = checked(register);
        get(again).body("counts", equalTo(Map.of("NEW", 0, "SAME", 240, "CONFLICT", 0, "BAD", 0)));
        commit(again);
        get(again).body("status", equalTo("DONE")).body("committed", equalTo(0));
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(240);
        assertThat(data.count("select sum(open_cases) from person")).isEqualTo(480 - 2 * undecided() - halves());
    }

    private long undecided() {
        return data.count("select count(*) from enforcement_case where judge_id is null and executor_id is null");
    }

    private long halves() {
        return data.count("select count(*) from enforcement_case where (judge_id is null) <> (executor_id is null)");
    }

    @Test
    void tellsTheUploaderAndEachHandlerOnce() {
        String id = checked(Registers.SAMPLES.resolve("register-2022.csv"));
        commit(id);
        assertThat(data.count("select count(*) from outbox where topic = 'import.done'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from outbox where topic = 'cases.assigned'"))
                .isEqualTo(data.count("select count(*) from person where open_cases > 0"));
        assertThat(data.count("select sum((payload -> 'params' ->> 'count')::int) from outbox"
                        + " where topic = 'cases.assigned'"))
                .isEqualTo(data.count("select sum(open_cases) from person"));
        assertThat(data.query("select action from audit where action like 'import.%' order by seq"))
                .containsExactly("import.uploaded", "import.committed");
    }

    @Test
    void readsTheGb18030Register() {
        String id = checked(Registers.SAMPLES.resolve("register-2022-gb18030.csv"));
        get(id).body("encoding", equalTo("GB18030"))
                .body("counts.NEW", equalTo(40))
                .body("counts.BAD", equalTo(0));
    }

    @Test
    void saysOfEveryBadRowWhatIsWrong() {
        String id = checked(Registers.SAMPLES.resolve("register-bad.csv"));
        get(id).body("counts", equalTo(Map.of("NEW", 2, "SAME", 0, "CONFLICT", 0, "BAD", 9)));
        rows(id, "NEW").body("items.row", contains(6, 11)).body("items[0].team", equalTo("FAST"));
        rows(id, "BAD")
                .body("items.row", contains(1, 2, 3, 4, 5, 7, 8, 9, 10))
                .body("items[0].line", equalTo(2))
                .body(
                        "items[0].errors[0]",
                        equalTo(Map.of(
                                "line",
                                2,
                                "column",
                                "立案日期",
                                "value",
                                "2022-02-30",
                                "code",
                                "DATE_NOT_REAL",
                                "reason",
                                "日历上没有这一天。")))
                .body(
                        "items.errors.reason",
                        contains(
                                List.of("日历上没有这一天。"),
                                List.of("金额不能为负数。"),
                                List.of("案号属于法院 豫0503，不是本院 豫0505。"),
                                List.of("金额最多精确到分（两位小数）。"),
                                List.of("不能为空。"),
                                List.of("案号与本文件第 7 行重复。"),
                                List.of("案号格式不对，应为“(2022)豫0505执123号”这样的写法。"),
                                List.of("没有这种案件类型，应为首次执行、恢复执行、财产保全执行或其他。", "应为“是”或“否”。"),
                                List.of("日期晚于今天（2022-11-01）。", "不是金额，应为 5000.00 这样的数字，单位为元。")));
        inEnglish()
                .get(IMPORTS + "/" + id + "/rows?outcome=BAD&limit=1")
                .then()
                .body("items[0].errors[0].reason", equalTo("There is no such day in the calendar."))
                .body("next", notNullValue());
        commit(id);
        assertThat(data.query("select cause from enforcement_case order by number"))
                .containsExactly("民间借贷纠纷", "=HYPERLINK(\"x\")");
    }

    @Test
    void handsOutTheErrorsAsHarmlessCsv() throws IOException {
        String id = checked(
                csv(Registers.csv(row("(2022)豫0505执1号", "执行标的额", "=1+1", "立案日期", "@x"), row("+2", "案由", "a,\"b\""))));
        String csv = People.as("triage")
                .get(IMPORTS + "/" + id + "/errors.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", containsString("errors.csv"))
                .extract()
                .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "\uFEFF行号,列,原值,原因,案号",
                        "2,立案日期,'@x,不是日期，应为 2022-03-01 这样的写法。,(2022)豫0505执1号",
                        "2,执行标的额,'=1+1,不是金额，应为 5000.00 这样的数字，单位为元。,(2022)豫0505执1号",
                        "3,案号,'+2,案号格式不对，应为“(2022)豫0505执123号”这样的写法。,'+2");
    }

    @Test
    void reportsWhereAStoredCaseDiffersAndChangesNothing() throws IOException {
        commit(checked(csv(Registers.csv(row("(2022)豫0505执1号"), row("(2022)豫0505执2号")))));
        String id = checked(
                csv(Registers.csv(row("(2022)豫0505执1号", "执行标的额", "6,000", "被执行人", "李某、赵某"), row("(2022)豫0505执2号"))));
        get(id).body("counts", equalTo(Map.of("NEW", 0, "SAME", 1, "CONFLICT", 1, "BAD", 0)));
        rows(id, "CONFLICT")
                .body(
                        "items[0].conflicts",
                        contains(
                                Map.of("column", "执行标的额", "stored", "5000.00", "given", "6000.00"),
                                Map.of("column", "被执行人", "stored", "李某", "given", "李某、赵某"),
                                Map.of("column", "被执行人类型", "stored", "自然人", "given", "自然人、自然人")));
        commit(id);
        assertThat(data.query("select claim_amount from enforcement_case where number like '%执1号'"))
                .containsExactly("5000.00");
        assertThat(People.as("triage").get(IMPORTS + "/" + id + "/errors.csv").asString())
                .contains("2,执行标的额,\"6000.00\"".replace("\"", ""), "与已存案件不一致，库中为“5000.00”。");
    }

    @Test
    void bringsWherePartiesAreFoundAndShowsItToFew() throws IOException {
        String number = "(2022)豫0505执8101号";
        String id = checked(
                csv(Registers.csv(Registers.row(number, "被执行人电话", "138 1234 1234", "被执行人地址", "安阳市殷都区梅园庄街道 3 号"))));
        String seen = "items[0].values.被执行人";
        rows(id, "NEW").body(seen + "电话", equalTo("138 1234 1234")).body(seen + "地址", equalTo("安阳市殷都区梅园庄街道 3 号"));
        People.as("director")
                .get(IMPORTS + "/" + id + "/rows")
                .then()
                .body(seen + "电话", equalTo("138******1234"))
                .body(seen + "地址", equalTo("安阳市殷都区*********"));
        commit(id);
        String caseId = data.query("select id from enforcement_case where number = '" + number + "'")
                .get(0);
        String handler = data.query("select p.username from person p join enforcement_case c on p.id = c.executor_id")
                .get(0);
        People.as(handler)
                .get("/api/v1/cases/" + caseId)
                .then()
                .body("parties.phone", hasItem("13812341234"))
                .body("parties.address", hasItem("安阳市殷都区梅园庄街道 3 号"));
        People.as("director").get("/api/v1/cases/" + caseId).then().body("parties.phone", hasItem("138****1234"));
        // Somewhere else since: that is no conflict, and says nothing of what is stored.
        String again = checked(csv(Registers.csv(Registers.row(number, "被执行人电话", "13900000009"))));
        get(again).body("counts.SAME", equalTo(1));
    }

    @Test
    void takesColumnsInAnyOrderButMissesNone() throws IOException {
        List<String> headers = new ArrayList<>(RegisterColumn.headers());
        Collections.reverse(headers);
        String id = checked(csv(Registers.csv(headers, List.of(row("(2022)豫0505执1号")))));
        get(id).body("counts.NEW", equalTo(1));
        headers.removeAll(List.of("执行标的额", "立案日期"));
        upload("triage", csv(Registers.csv(headers, List.of(row("(2022)豫0505执1号")))))
                .statusCode(422)
                .body("code", equalTo("register-file"))
                .body("detail", equalTo("缺少列：立案日期、执行标的额。请使用办案系统导出的登记表。"));
    }

    @Test
    void refusesWhatIsNoRegister() throws IOException {
        upload("triage", csv("")).statusCode(422).body("detail", equalTo("文件是空的。"));
        inEnglish()
                .multiPart("file", csv("a,b\n").toFile())
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("detail", startsWith("Missing columns: "));
        Path xls = Files.write(csv(""), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        upload("triage", xls).statusCode(415).body("title", equalTo("不能导入这个文件"));
        People.as("triage").multiPart("other", "x").post(IMPORTS).then().statusCode(400);
        assertThat(data.count("select count(*) from stored_file")).isZero();
    }

    @Test
    void readsAWorkbook() throws IOException {
        Path file = Registers.workbook(sheet -> {
            for (int c = 0; c < RegisterColumn.headers().size(); c++) {
                sheet.value(0, c, RegisterColumn.headers().get(c));
            }
            for (int r = 1; r <= 1200; r++) {
                int c = 0;
                for (String cell : row("(2022)豫0505执" + r + "号").values()) {
                    sheet.value(r, c++, cell);
                }
                sheet.value(r, 4, 1234.5);
            }
        });
        String id = checked(file);
        get(id).body("encoding", equalTo("XLSX")).body("total", equalTo(1200)).body("counts.NEW", equalTo(1200));
        commit(id);
        assertThat(data.count("select count(*) from enforcement_case where claim_amount = 1234.50"))
                .isEqualTo(1200);
    }

    @Test
    void countsTheFirstOfTwoRowsAcrossBatches() throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 1; i <= 700; i++) {
            all.add(row("(2022)豫0505执" + (i == 650 ? 3 : i) + "号"));
        }
        all.set(2, row("(2022)豫0505执3号", "执行标的额", "x"));
        all.set(698, row("（２０２２）豫０５０５执３号"));
        String id = checked(csv(Registers.csv(RegisterColumn.headers(), all)));
        rows(id, "BAD")
                .body("items.row", contains(3, 699))
                .body("items[1].errors.reason", contains("案号与本文件第 651 行重复。"));
    }

    @Test
    void letsTheDeskCorrectARowAndJudgesItAgain() throws IOException {
        String id = checked(
                csv(Registers.csv(row("(2022)豫0505执1号"), row("(2022)豫0505执1号", "立案日期", "?"), row("(2022)豫0505执3号"))));
        correct(id, 2, Map.of("立案日期", "2022-03-05"))
                .statusCode(200)
                .body("outcome", equalTo("BAD"))
                .body("errors.code", contains("NUMBER_TWICE"));
        correct(id, 2, Map.of("案号", "(2022)豫0505执2号"))
                .statusCode(200)
                .body("outcome", equalTo("NEW"))
                .body("team", equalTo("FAST"))
                .body("errors", hasSize(0));
        get(id).body("counts.NEW", equalTo(3)).body("counts.BAD", equalTo(0)).body("teams[0].count", equalTo(3));
        correct(id, 2, Map.of("案由", "x")).statusCode(409).body("code", equalTo("import-row-good"));
        correct(id, 9, Map.of()).statusCode(404);
        correct(id, 1, Map.of("没有", "x")).statusCode(400).body("errors[0].field", equalTo("没有"));
        commit(id);
        assertThat(data.query("select filed_on from enforcement_case where number like '%执2号'"))
                .containsExactly("2022-03-05");
        correct(id, 1, Map.of()).statusCode(409).body("code", equalTo("import-not-previewed"));
    }

    private static ValidatableResponse correct(String id, int row, Map<String, String> values) {
        return People.as("triage")
                .contentType("application/json")
                .body(Map.of("values", values))
                .put(IMPORTS + "/" + id + "/rows/" + row)
                .then();
    }

    @Test
    void comparesWithACaseThatTookTheNumberSinceThePreview() throws IOException {
        Path file = csv(Registers.csv(row("(2022)豫0505执1号"), row("(2022)豫0505执2号"), row("(2022)豫0505执3号")));
        String first = checked(file);
        commit(checked(csv(Registers.csv(row("(2022)豫0505执1号"), row("(2022)豫0505执2号", "案由", "其他")))));
        commit(first);
        get(first)
                .body("status", equalTo("DONE"))
                .body("committed", equalTo(1))
                .body("counts", equalTo(Map.of("NEW", 1, "SAME", 1, "CONFLICT", 1, "BAD", 0)));
        rows(first, "CONFLICT").body("items[0].conflicts[0].column", equalTo("案由"));
    }

    @Test
    void isTheTriageDesksAndOtherCourtsDoNotSeeIt() throws IOException {
        Path file = csv(Registers.csv(row("(2022)豫0505执1号")));
        String id = checked(file);
        String one = IMPORTS + "/" + id;
        for (String who : People.all()) {
            boolean sees = List.of("triage", "president", "director", "auditor").contains(who);
            boolean mayRead = sees || who.equals("wenfeng-triage") || who.equals("wenfeng-president");
            int status = sees ? 200 : mayRead ? 404 : 403;
            People.as(who).get(one).then().statusCode(status);
            People.as(who).get(one + "/rows").then().statusCode(status);
            People.as(who).get(one + "/errors.csv").then().statusCode(status);
            People.as(who)
                    .get(IMPORTS)
                    .then()
                    .statusCode(mayRead ? 200 : 403)
                    .body(mayRead ? "items.size()" : "status", equalTo(mayRead ? (sees ? 1 : 0) : 403));
            if (!who.equals("triage")) {
                int acting = who.equals("wenfeng-triage") ? 404 : 403;
                People.as(who).post(one + "/commit").then().statusCode(acting);
                People.as(who)
                        .contentType("application/json")
                        .body("{\"values\":{}}")
                        .put(one + "/rows/1")
                        .then()
                        .statusCode(acting);
                if (acting == 403) {
                    upload(who, file).statusCode(403);
                }
            }
        }
        People.as("wenfeng-triage").get(one + "/events").then().statusCode(404);
        RestAssured.get(one).then().statusCode(401);
    }

    @Test
    void answersTheSameKeyWithTheSameImport() throws IOException {
        Path file = csv(Registers.csv(row("(2022)豫0505执1号")));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(People.as("triage")
                    .header("Idempotency-Key", "k1")
                    .multiPart("file", file.toFile())
                    .post(IMPORTS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(data.count("select count(*) from stored_file")).isEqualTo(1);
        People.as("triage")
                .header("Idempotency-Key", "k1")
                .multiPart("file", csv(Registers.csv(row("(2022)豫0505执2号"))).toFile())
                .post(IMPORTS)
                .then()
                .statusCode(422);
    }

    @Test
    void tellsProgressUntilItEnds() throws Exception {
        String id = upload(Registers.SAMPLES.resolve("register-2022.csv"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(imports + "/" + id + "/events"))
                .header("Authorization", "Bearer " + People.token("triage"))
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<HttpResponse<String>> stream = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        Thread.sleep(700);
        assertThat(stream).isNotDone();
        worker.work();
        String body = stream.get(5, java.util.concurrent.TimeUnit.SECONDS).body();
        assertThat(body).contains("event:progress").contains("\"status\":\"CHECKING\"");
        assertThat(body.substring(body.lastIndexOf("event:"))).contains("\"status\":\"PREVIEWED\"", "\"NEW\":240");
        assertThat(stream.get().headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
    }

    @Test
    void listsImportsNewestFirst() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            ids.add(0, upload(csv(Registers.csv(row("(2022)豫0505执" + i + "号")))));
        }
        String next = People.as("auditor")
                .get(IMPORTS + "?limit=2")
                .then()
                .body("items.id", contains(ids.get(0), ids.get(1)))
                .extract()
                .path("next");
        People.as("auditor")
                .queryParam("cursor", next)
                .get(IMPORTS)
                .then()
                .body("items.id", contains(ids.get(2)))
                .body("next", nullValue());
    }
}
