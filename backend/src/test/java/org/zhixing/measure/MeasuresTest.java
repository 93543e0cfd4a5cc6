package org.zhixing.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 查控: found, held, renewed and lifted; each with the nodes it brings. */
@QuarkusTest
class MeasuresTest extends CourtTest {
    private static final String EXECUTOR = "executor-fast-1";

    @Inject
    Docket docket;

    private UUID caseId;

    @BeforeEach
    void file() {
        caseId = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10))).filed().id();
    }

    @Test
    void disposablePropertyOpensItsDisposalOnce() {
        String asset = found(Map.of("disposable", true));
        nodes("PROPERTY_DISPOSAL").body("findAll { it.code == 'PROPERTY_DISPOSAL' }.state", hasSize(1));
        correct(asset, 1, Map.of("disposable", true, "value", "360000.00", "reason", "评估报告"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("value", equalTo("360000.00"));
        nodes("PROPERTY_DISPOSAL").body("findAll { it.code == 'PROPERTY_DISPOSAL' }.state", hasSize(1));
        correct(asset, 2, Map.of("disposable", false, "reason", "唯一住房，不宜处置"))
                .then()
                .statusCode(200);
        nodes("PROPERTY_DISPOSAL").body("findAll { it.code == 'PROPERTY_DISPOSAL' }.state", contains("CANCELLED"));
        People.as(EXECUTOR)
                .get(assets() + "/" + asset + "/versions")
                .then()
                .statusCode(200)
                .body("version", contains(3, 2, 1))
                .body("reason", contains("唯一住房，不宜处置", "评估报告", null));
        assertThat(data.query("select detail -> 'changes' from audit where action = 'asset.corrected' order by seq"))
                .containsExactly(
                        "{\"value\":{\"old\":\"350000.00\",\"new\":\"360000.00\"}}",
                        "{\"value\":{\"old\":\"360000.00\",\"new\":\"350000.00\"},"
                                + "\"disposable\":{\"old\":\"true\",\"new\":\"false\"}}");
        correct(asset, 3, Map.of("identifier", "豫2022安阳市不动产9999", "reason", "证号有误"))
                .then()
                .statusCode(200);
        assertThat(data.query("select detail::text from audit where action = 'asset.corrected' order by seq desc")
                        .get(0))
                .contains("*9999")
                .doesNotContain("豫2022安阳市不动产");
    }

    @ParameterizedTest
    @CsvSource({
        "DEPOSIT,        FREEZE, 2023-10-11",
        "VEHICLE,        SEIZE,  2024-10-11",
        "OTHER,          SEIZE,  2024-10-11",
        "REAL_ESTATE,    SEIZE,  2025-10-11",
        "SECURITIES,     FREEZE, 2025-10-11",
        "PROVIDENT_FUND, FREEZE, 2025-10-11"
    })
    void isHeldForOneTwoOrThreeYearsByWhatItIs(String kind, String how, String until) {
        Map<String, Object> body = measure(null);
        body.put("kind", how);
        People.as(EXECUTOR)
                .contentType("application/json")
                .body(body)
                .post(assets() + "/" + found(Map.of("kind", kind)) + "/measures")
                .then()
                .statusCode(201)
                .body("measures[0].endsOn", equalTo(until));
        assertThat(data.query("select due_on from node where code = 'SEIZURE_EXPIRY' and done_on is null"))
                .hasSize(1);
    }

    @Test
    void aRenewalEndsItsNodeAndOpensTheNext() {
        String asset = found(Map.of());
        Response taken = take(asset, null);
        taken.then()
                .statusCode(201)
                .body("measures[0].status", equalTo("RUNNING"))
                .body("measures[0].place", equalTo(1))
                .body("measures[0].endsOn", equalTo("2025-10-11"));
        open("SEIZURE_EXPIRY", 1);
        String measure = taken.path("measures[0].id");
        act(asset, measure, "renewal", 1, Map.of("endsOn", "2028-10-12", "document", "之二"))
                .then()
                .statusCode(422)
                .body("code", equalTo("measure-term"));
        act(asset, measure, "renewal", 1, Map.of("endsOn", "2028-10-11", "document", "之二"))
                .then()
                .statusCode(200)
                .body("measures[0].endsOn", equalTo("2028-10-11"))
                .body("measures[0].version", equalTo(2));
        open("SEIZURE_EXPIRY", 1);
        act(asset, measure, "renewal", 1, Map.of("endsOn", "2029-10-11", "document", "之三"))
                .then()
                .statusCode(412);
        act(asset, measure, "release", 2, Map.of("reason", "已履行完毕", "document", "之四"))
                .then()
                .statusCode(200)
                .body("measures[0].status", equalTo("RELEASED"));
        open("SEIZURE_EXPIRY", 0);
        act(asset, measure, "release", 3, Map.of("reason", "再次", "document", "之五"))
                .then()
                .statusCode(422)
                .body("code", equalTo("measure-ended"));
    }

    @Test
    void anActTakesItsPaperIntoTheEFile() throws IOException {
        String asset = found(Map.of());
        Map<String, Object> body = new HashMap<>(measure(null));
        body.put("paper", Map.of("uploadId", paper("冻结裁定.pdf"), "category", "RULING"));
        Response taken = People.as(EXECUTOR)
                .contentType("application/json")
                .body(body)
                .post(assets() + "/" + asset + "/measures");
        taken.then()
                .statusCode(201)
                .body("measures[0].acts[0].kind", equalTo("TAKEN"))
                .body("measures[0].acts[0].itemTitle", equalTo("（2022）豫0505执12号之一"))
                .body("measures[0].acts[0].by.name", equalTo("赵某"));
        String measure = taken.path("measures[0].id");
        String item = taken.path("measures[0].acts[0].itemId");
        assertThat(data.query("select category from dossier_item where id = '" + item + "'"))
                .containsExactly("RULING");

        act(asset, measure, "renewal", 1, Map.of("endsOn", "2026-10-11", "document", "之二"))
                .then()
                .statusCode(200)
                .body("measures[0].acts[1].itemId", nullValue());
        String acts = assets() + "/" + asset + "/measures/" + measure + "/acts/";
        People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of("itemId", item))
                .put(acts + "2/paper")
                .then()
                .statusCode(200)
                .body("measures[0].acts[1].itemId", equalTo(item));
        People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of("itemId", item))
                .put(acts + "2/paper")
                .then()
                .statusCode(409)
                .body("code", equalTo("measure-paper-there"));
        act(
                        asset,
                        measure,
                        "release",
                        2,
                        Map.of(
                                "reason",
                                "已履行",
                                "document",
                                "之三",
                                "paper",
                                Map.of("uploadId", paper("约谈.pdf"), "category", "INTERVIEW_RECORD")))
                .then()
                .statusCode(422)
                .body("code", equalTo("measure-paper-category"));
    }

    @Test
    void aPartIsLiftedAndTheRestStaysHeldWithItsHistory() {
        String asset = found(Map.of());
        String measure = take(asset, null).path("measures[0].id");
        act(asset, measure, "part-release", 1, Map.of("amount", "350000.00", "reason", "已履行", "document", "之二"))
                .then()
                .statusCode(422)
                .body("code", equalTo("measure-part-all"))
                .body("detail", containsString("350000.00"));
        act(
                        asset,
                        measure,
                        "part-release",
                        1,
                        Map.of("amount", "50000", "part", "地下车位", "reason", "已部分履行", "document", "之二"))
                .then()
                .statusCode(200)
                .body("measures[0].status", equalTo("RUNNING"))
                .body("measures[0].endsOn", equalTo("2025-10-11"))
                .body("measures[0].releasedAmount", equalTo("50000.00"))
                .body("measures[0].releasedParts", contains("地下车位"))
                .body("measures[0].acts.kind", contains("TAKEN", "PART_RELEASED"))
                .body("measures[0].acts[1].reason", equalTo("已部分履行"))
                .body("measures[0].version", equalTo(2));
        open("SEIZURE_EXPIRY", 1);
        act(asset, measure, "part-release", 1, Map.of("amount", "1", "reason", "再次", "document", "之三"))
                .then()
                .statusCode(412);
        assertThat(data.query("select detail::text from audit where action = 'measure.part-released'"))
                .singleElement()
                .asString()
                .contains("地下车位", "50000.00");
    }

    /** A file that is a PDF by its content. */
    private static String paper(String name) throws IOException {
        return Uploaded.by(EXECUTOR, name, Papers.pdf(1));
    }

    @Test
    void whoWaitsMovesUpOnTheDayTheFirstIsLifted() {
        String asset = found(Map.of());
        String first = take(asset, "文峰区人民法院").path("measures[0].id");
        open("SEIZURE_EXPIRY", 0);
        Response second = take(asset, null);
        second.then()
                .body("measures[1].status", equalTo("WAITING"))
                .body("measures[1].place", equalTo(2))
                .body("measures[1].endsOn", nullValue());
        String ours = second.path("measures[1].id");
        act(asset, ours, "renewal", 1, Map.of("endsOn", "2026-10-11", "document", "之二"))
                .then()
                .statusCode(422)
                .body("code", equalTo("measure-waiting"))
                .body("detail", containsString("2"));
        act(asset, first, "release", 1, Map.of("reason", "他院解除", "document", "他院文书"))
                .then()
                .statusCode(200)
                .body("measures[0].id", equalTo(ours))
                .body("measures[0].place", equalTo(1))
                .body("measures[0].status", equalTo("RUNNING"));
        open("SEIZURE_EXPIRY", 1);
    }

    @Test
    void theSameKeyTakesItOnce() {
        String asset = found(Map.of());
        for (int i = 0; i < 2; i++) {
            People.as(EXECUTOR)
                    .header("Idempotency-Key", "once")
                    .contentType("application/json")
                    .body(measure(null))
                    .post(assets() + "/" + asset + "/measures")
                    .then()
                    .statusCode(201)
                    .body("measures", hasSize(1));
        }
    }

    @Test
    void refusesStrangersAndHidesTheNumberFromThem() {
        String asset = found(Map.of());
        People.as("executor-fast-2")
                .contentType("application/json")
                .body(measure(null))
                .post(assets() + "/" + asset + "/measures")
                .then()
                .statusCode(403)
                .body("code", equalTo("measure-not-yours"));
        People.as("director").get(assets()).then().statusCode(200).body("identifier", hasItem("***********1234"));
        People.as(EXECUTOR).get(assets()).then().body("identifier", hasItem("豫2022安阳市不动产1234"));
        write(Map.of("respondent", "王某")).then().statusCode(422).body("code", equalTo("asset-not-respondent"));
    }

    private String assets() {
        return "/api/v1/cases/" + caseId + "/assets";
    }

    private String found(Map<String, Object> but) {
        return write(but).then().statusCode(201).extract().path("id");
    }

    private Response write(Map<String, Object> but) {
        return People.as(EXECUTOR)
                .contentType("application/json")
                .body(asset(but))
                .post(assets());
    }

    private Response correct(String asset, int version, Map<String, Object> but) {
        return People.as(EXECUTOR)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(asset(but))
                .post(assets() + "/" + asset + "/versions");
    }

    private static Map<String, Object> asset(Map<String, Object> but) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind", "REAL_ESTATE",
                "respondent", "李某某",
                "description", "文峰区某小区 3 号楼 101 室",
                "identifier", "豫2022安阳市不动产1234",
                "value", "350000.00",
                "source", "OFFLINE_CHECK",
                "foundOn", "2022-10-10"));
        body.putAll(but);
        return body;
    }

    private Response take(String asset, String court) {
        return People.as(EXECUTOR)
                .contentType("application/json")
                .body(measure(court))
                .post(assets() + "/" + asset + "/measures");
    }

    private static Map<String, Object> measure(String court) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", "SEIZE", "document", "（2022）豫0505执12号之一", "takenOn", "2022-10-11"));
        if (court != null) {
            body.put("otherCourt", court);
        }
        return body;
    }

    private Response act(String asset, String measure, String act, int version, Map<String, Object> body) {
        return People.as(EXECUTOR)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post(assets() + "/" + asset + "/measures/" + measure + "/" + act);
    }

    private ValidatableResponse nodes(String code) {
        return People.as(EXECUTOR)
                .get("/api/v1/cases/" + caseId + "/nodes")
                .then()
                .statusCode(200)
                .body("code", hasItem(code));
    }

    private void open(String code, int many) {
        People.as(EXECUTOR)
                .get("/api/v1/cases/" + caseId + "/nodes")
                .then()
                .statusCode(200)
                .body(
                        "findAll { it.code == '" + code + "' && !(it.state in ['DONE', 'DONE_LATE', 'CANCELLED']) }",
                        hasSize(many));
    }
}
