package org.zhixing.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.flow.ImportWorker;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** From the sheet of the query platform to property of cases and their four checks. */
@QuarkusTest
class QueryImportTest extends CourtTest {
    private static final String AFFAIRS = "executor-affairs-1";
    private static final String HANDLER = "executor-fast-1";
    private static final String IMPORTS = "/api/v1/query-imports";
    private static final String HEADER = "案号,被执行人,查询类别,查询单位,查询日期,查询结果,财产,账号证号,金额,可处置";

    @Inject
    ImportWorker worker;

    @Inject
    Docket docket;

    private UUID caseId;
    private String number = "";

    @BeforeEach
    void file() {
        EnforcementCase filed =
                docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10))).filed();
        caseId = filed.id();
        number = filed.row().number().text();
    }

    private String row(String rest) {
        return number + ",李某某," + rest;
    }

    private static Path csv(Charset charset, String... rows) throws IOException {
        Path file = Files.createTempFile("queries", ".csv");
        Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n", charset);
        return file;
    }

    private String upload(String who, Path file) {
        String id = People.as(who)
                .multiPart("file", file.toFile())
                .post(IMPORTS)
                .then()
                .statusCode(201)
                .body("status", equalTo("CHECKING"))
                .extract()
                .path("id");
        worker.work();
        return id;
    }

    private ValidatableResponse commit(String who, String id) {
        People.as(who).post(IMPORTS + "/" + id + "/commit").then().statusCode(202);
        worker.work();
        return People.as(who).get(IMPORTS + "/" + id).then().body("status", equalTo("DONE"));
    }

    private static ValidatableResponse rows(String who, String id, String outcome) {
        return People.as(who)
                .get(IMPORTS + "/" + id + "/rows?outcome=" + outcome)
                .then()
                .statusCode(200);
    }

    @Test
    void goodRowsGoInBadOnesAreNamedByLineAndFieldAndTwiceChangesNothing() throws IOException {
        Path file = csv(
                StandardCharsets.UTF_8,
                row("存款,中国银行,2022-10-20,有,,6217000012345678,12345.60,"),
                row("不动产,不动产登记中心,2022-10-20,有,某小区 1 号楼,豫1234,350000,是"),
                row("车辆,车管所,2022-10-20,无,,,,"),
                row("游艇,船舶处,2022-10-20,无,,,,"),
                "(2022)豫0505执999999号,李某某,存款,中国银行,2022-10-20,无,,,,",
                row("存款,中国银行,2022-10-20,有,,6217000012345678,99999.00,"),
                row("存款,工商银行,2022-10-20,有,理财,,一万,").replace("李某某", "孙某某"));
        String id = upload(AFFAIRS, file);
        People.as(AFFAIRS)
                .get(IMPORTS + "/" + id)
                .then()
                .body("status", equalTo("PREVIEWED"))
                .body("total", equalTo(7))
                .body("counts.NEW", equalTo(3))
                .body("counts.BAD", equalTo(4))
                .body("teams", hasSize(0));
        rows(AFFAIRS, id, "NEW")
                .body("items.rule", contains("ADD", "ADD", "NOTE"))
                .body("items.caseId", everyItem(equalTo(caseId.toString())));
        rows(AFFAIRS, id, "BAD")
                .body("items.line", contains(5, 6, 7, 8))
                .body("items[0].errors[0].column", equalTo("查询类别"))
                .body("items[0].errors[0].code", equalTo("CHECK_UNKNOWN"))
                .body("items[1].errors[0].code", equalTo("CASE_UNKNOWN"))
                .body("items[2].errors[0].code", equalTo("RESULT_TWICE"))
                .body("items[2].errors[0].reason", containsString("2"))
                .body("items[3].errors[0].code", equalTo("AMOUNT_SYNTAX"));
        assertThat(data.count("select count(*) from asset"))
                .as("nothing before it is confirmed")
                .isZero();

        commit(AFFAIRS, id).body("committed", equalTo(3));
        People.as(HANDLER)
                .get("/api/v1/cases/" + caseId + "/assets")
                .then()
                .body("description", hasItems("中国银行 尾号5678", "某小区 1 号楼"))
                .body("identifier", hasItem("6217000012345678"))
                .body("source", everyItem(equalTo("ONLINE_CHECK")))
                .body("writtenBy.name", everyItem(equalTo("秦某某")));
        People.as(HANDLER)
                .get("/api/v1/cases/" + caseId + "/nodes")
                .then()
                .body("findAll { it.code == 'PROPERTY_DISPOSAL' }", hasSize(1));
        assertThat(data.count("select count(*) from audit where action = 'asset.found'"))
                .isEqualTo(2);
        assertThat(data.count("select count(*) from audit where action = 'query.recorded'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from outbox where topic = 'query.done'"))
                .isEqualTo(1);

        String again = upload(AFFAIRS, file);
        People.as(AFFAIRS)
                .get(IMPORTS + "/" + again)
                .then()
                .body("counts.NEW", equalTo(0))
                .body("counts.SAME", equalTo(3))
                .body("counts.BAD", equalTo(4));
        commit(AFFAIRS, again).body("committed", equalTo(0));
        assertThat(data.count("select count(*) from asset_version")).isEqualTo(2);
        assertThat(data.count("select count(*) from query_result")).isEqualTo(3);
        String other =
                upload(AFFAIRS, csv(StandardCharsets.UTF_8, row("存款,中国银行,2022-10-20,有,,6217000012345678,99999.00,")));
        rows(AFFAIRS, other, "CONFLICT")
                .body("items[0].conflicts[0].column", equalTo("金额"))
                .body("items[0].conflicts[0].stored", equalTo("12345.60"));
    }

    @Test
    void aNewerResultIsANewVersionOfTheSameAccount() throws IOException {
        commit(AFFAIRS, upload(AFFAIRS, csv(StandardCharsets.UTF_8, row("存款,中国银行,2022-10-20,有,,6217,100.00,"))));
        String id = upload(
                AFFAIRS,
                csv(
                        Charset.forName("GB18030"),
                        row("存款,中国银行,2022-10-25,有,,6217,250.00,"),
                        row("存款,中国银行,2022-10-22,有,,6217,180.00,")));
        rows(AFFAIRS, id, "NEW").body("items.rule", contains("UPDATE", "NOTE"));
        commit(AFFAIRS, id);
        String asset = data.query("select id from asset").get(0);
        People.as(HANDLER)
                .get("/api/v1/cases/" + caseId + "/assets/" + asset + "/versions")
                .then()
                .body("value", contains("250.00", "100.00"))
                .body("reason[0]", equalTo("中国银行 2022-10-25 查询结果"));
        assertThat(data.count("select count(*) from query_result where asset_id = '" + asset + "'"))
                .isEqualTo(3);
    }

    @Test
    void handlersBringResultsOfTheirOwnCasesAndSeeTheirOwnImports() throws IOException {
        RegisterRow others = Docket.ordinary(LocalDate.of(2022, 10, 10));
        docket.fileOne(others);
        Path file = csv(
                StandardCharsets.UTF_8,
                row("存款,中国银行,2022-10-20,有,,6217000012345678,1.00,"),
                others.number().text() + ",李某某,存款,中国银行,2022-10-20,无,,,,");
        String id = upload(HANDLER, file);
        rows(HANDLER, id, "BAD").body("items[0].errors[0].code", equalTo("CASE_UNKNOWN"));
        rows(HANDLER, id, "NEW").body("items[0].values.账号证号", equalTo("6217000012345678"));
        rows(AFFAIRS, id, "NEW").body("items[0].values.账号证号", equalTo("************5678"));
        rows("director", id, "NEW").body("items[0].values.账号证号", equalTo("************5678"));
        for (String stranger : List.of("executor-fast-2", "judge-ordinary-1", "wenfeng-judge", "wenfeng-president")) {
            People.as(stranger).get(IMPORTS + "/" + id).then().statusCode(404);
            People.as(stranger).get(IMPORTS + "/" + id + "/rows").then().statusCode(404);
            People.as(stranger).get(IMPORTS + "/" + id + "/errors.csv").then().statusCode(404);
            People.as(stranger).get(IMPORTS + "/" + id + "/events").then().statusCode(404);
            People.as(stranger).get(IMPORTS).then().body("items.id", not(hasItem(id)));
        }
        People.as("executor-fast-2").post(IMPORTS + "/" + id + "/commit").then().statusCode(404);
        People.as("triage").post(IMPORTS + "/" + id + "/commit").then().statusCode(403);
        People.as(AFFAIRS).get("/api/v1/imports/" + id).then().statusCode(403);
        People.as("triage").get("/api/v1/imports/" + id).then().statusCode(404);
    }

    @Test
    void readsTheSampleInEveryWayItIsWritten() {
        for (Map.Entry<String, Integer> sample : Map.of(
                        "query-results-2022.csv", 60,
                        "query-results-2022-gb18030.csv", 20,
                        "query-results-2022.xlsx", 60,
                        "query-results-bad.csv", 10)
                .entrySet()) {
            String id = upload(AFFAIRS, Path.of("..", "samples", sample.getKey()));
            People.as(AFFAIRS)
                    .get(IMPORTS + "/" + id)
                    .then()
                    .body("status", equalTo("PREVIEWED"))
                    .body("total", equalTo(sample.getValue()))
                    .body("encoding", notNullValue());
        }
        People.as(AFFAIRS)
                .multiPart("file", Path.of("..", "samples", "register-2022.csv").toFile())
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("query-file"));
    }

    @Test
    void theFourChecksFollowAndTheDeskIsTold() throws IOException {
        String base = "/api/v1/cases/";
        People.as(HANDLER)
                .get(base + caseId + "/four-checks")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("NOT_ALL_ASKED"))
                .body("shortBy", equalTo("60000.00"))
                .body("hint", org.hamcrest.Matchers.nullValue());
        EnforcementCase ordinary =
                docket.fileOne(Docket.ordinary(LocalDate.of(2022, 10, 10))).filed();
        String other = ordinary.row().number().text() + ",李某某,";
        commit(
                AFFAIRS,
                upload(
                        AFFAIRS,
                        csv(
                                StandardCharsets.UTF_8,
                                other + "存款,中国银行,2022-10-20,有,,6217,260000.00,",
                                row("存款,中国银行,2022-10-20,有,,6218,100.00,"),
                                row("不动产,登记中心,2022-10-20,无,,,,"),
                                row("车辆,车管所,2022-10-20,无,,,,"),
                                row("工商登记,市场监管局,2022-10-20,无,,,,"))));
        People.as(HANDLER)
                .get(base + caseId + "/four-checks")
                .then()
                .body("verdict", equalTo("INSUFFICIENT"))
                .body("shortBy", equalTo("59900.00"))
                .body("differs", equalTo(false))
                .body("checks.asked", contains(1, 1, 1, 1));
        People.as("triage")
                .get("/api/v1/four-check-hints")
                .then()
                .statusCode(200)
                .body("items.caseId", contains(ordinary.id().toString()))
                .body("items[0].fourChecks.verdict", equalTo("SUFFICIENT"))
                .body("items[0].fourChecks.hint.team", equalTo("FAST"))
                .body("items[0].fourChecks.hint.now", equalTo("ORDINARY"))
                .body("items[0].fourChecks.hint.clause", equalTo("一(一)4"));
        // Decided by hand since: the desk is not told again.
        int version = People.as("triage").get(base + ordinary.id()).path("version");
        People.as("triage")
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("team", "SPECIAL", "reason", "另有拒执线索"))
                .post(base + ordinary.id() + "/team")
                .then()
                .statusCode(200);
        People.as("triage").get("/api/v1/four-check-hints").then().body("items", hasSize(0));
        People.as("wenfeng-triage").get("/api/v1/four-check-hints").then().body("items", hasSize(0));
        People.as("wenfeng-judge").get(base + caseId + "/four-checks").then().statusCode(404);
    }

    /** Thousands of rows on hundreds of cases: a batch asks the database a few times, whatever is in it. */
    @Test
    void takesInThousandsOfRows() throws IOException {
        List<RegisterRow> filed = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            filed.add(Docket.fast(LocalDate.of(2022, 10, 10)));
        }
        docket.file(filed.toArray(RegisterRow[]::new));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            rows.add(filed.get(i % 50).number().text() + ",李某某,存款,银行" + i % 7 + ",2022-10-20,有,,62170000" + i
                    + ",1.00,");
        }
        long from = System.nanoTime();
        String id = upload(AFFAIRS, csv(StandardCharsets.UTF_8, rows.toArray(String[]::new)));
        long previewed = System.nanoTime();
        commit(AFFAIRS, id).body("committed", equalTo(4000));
        long done = System.nanoTime();
        System.out.printf(
                "query results: 4000 rows checked in %d ms, recorded in %d ms%n",
                (previewed - from) / 1_000_000, (done - previewed) / 1_000_000);
        assertThat(data.count("select count(*) from asset")).isEqualTo(4000);
        assertThat(done - from).as("rows a second").isLessThan(60_000_000_000L);
    }
}
