package org.zhixing.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 到期查控: by their last day, within the reader's sight, and the day on which the node wants each renewed. */
@QuarkusTest
class ExpiryTest extends CourtTest {
    private static final String LIST = "/api/v1/expiring-measures";
    private static final String EXECUTOR = "executor-fast-1";

    @Inject
    Docket docket;

    private UUID fast;

    @BeforeEach
    void hold() {
        fast = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10))).filed().id();
        held(EXECUTOR, fast, "DEPOSIT", "2022-12-01", null);
        held(EXECUTOR, fast, "REAL_ESTATE", null, null);
        held(EXECUTOR, fast, "VEHICLE", "2022-11-20", "文峰区人民法院");
        UUID ordinary = docket.fileOne(Docket.ordinary(LocalDate.of(2022, 10, 10)))
                .filed()
                .id();
        held("executor-ordinary-1", ordinary, "VEHICLE", "2022-11-30", null);
    }

    private static String held(String who, UUID caseId, String kind, String endsOn, String court) {
        String assets = "/api/v1/cases/" + caseId + "/assets";
        String asset = People.as(who)
                .contentType("application/json")
                .body(Map.of(
                        "kind",
                        kind,
                        "respondent",
                        "李某某",
                        "description",
                        kind,
                        "value",
                        "1000.00",
                        "source",
                        "OFFLINE_CHECK",
                        "foundOn",
                        "2022-10-10"))
                .post(assets)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> body = new HashMap<>(Map.of("kind", "SEIZE", "document", "之一", "takenOn", "2022-10-11"));
        body.put("endsOn", endsOn);
        body.put("otherCourt", court);
        People.as(who)
                .contentType("application/json")
                .body(body)
                .post(assets + "/" + asset + "/measures")
                .then()
                .statusCode(201);
        return asset;
    }

    private static ValidatableResponse list(String who, String query) {
        return People.as(who)
                .get(LIST + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    @Test
    void theEarliestComesFirstPageByPageAndOthersMeasuresAreNotOurs() {
        list("director", "").body("items.endsOn", contains("2022-11-30", "2022-12-01", "2025-10-11"));
        ValidatableResponse first =
                list("director", "limit=2").body("items", hasSize(2)).body("next", notNullValue());
        String next = first.extract().path("next");
        list("director", "limit=2&cursor=" + next)
                .body("items.endsOn", contains("2025-10-11"))
                .body("next", nullValue());
        list("director", "").body("items[1].daysLeft", equalTo(30)).body("items[1].renewBy", equalTo("2022-11-24"));
    }

    @Test
    void filtersByDaysTeamKindAndHandler() {
        list("director", "within=29").body("items.endsOn", contains("2022-11-30"));
        list("director", "within=30").body("items", hasSize(2));
        list("director", "team=ORDINARY").body("items.endsOn", contains("2022-11-30"));
        list("director", "kind=DEPOSIT").body("items.assetKind", contains("DEPOSIT"));
        list(EXECUTOR, "mine=true").body("items", hasSize(2));
        People.as("director").get(LIST + "?within=-1").then().statusCode(400);
        People.as("director").get(LIST + "?team=NONE").then().statusCode(400);
        list("director", "").body("items[0].held", equalTo("1000.00"));
    }

    @Test
    void otherTeamsAndOtherCourtsSeeNothingOfIt() {
        list("executor-fast-2", "").body("items", hasSize(2));
        list("judge-special-1", "").body("items", hasSize(0));
        list("wenfeng-president", "").body("items", hasSize(0));
        list("wenfeng-president", "team=FAST").body("items", hasSize(0));
        People.as("wenfeng-president").get(LIST + "/weeks").then().body("", hasSize(0));
        assertThat(People.as("judge-special-1").get(LIST + "/export").asString().lines())
                .hasSize(1);
    }

    @Test
    void whatRanOutStaysUntilItIsHeldAgain() {
        data.run("update measure set starts_on = '2021-10-11', ends_on = '2022-10-30' where ends_on = '2022-12-01'");
        list(EXECUTOR, "lapsed=true").body("items.daysLeft", contains(-2));
        list(EXECUTOR, "within=0").body("items.endsOn", contains("2022-10-30"));
        String asset = data.query("select asset_id from measure where ends_on = '2022-10-30'")
                .get(0);
        People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of("kind", "FREEZE", "document", "之二", "takenOn", "2022-10-31"))
                .post("/api/v1/cases/" + fast + "/assets/" + asset + "/measures")
                .then()
                .statusCode(201);
        list(EXECUTOR, "lapsed=true").body("items", hasSize(0));
    }

    @Test
    void countsByWeekAndExportsWhatItShows() {
        People.as("director")
                .get(LIST + "/weeks?within=60")
                .then()
                .statusCode(200)
                .body("from", contains("2022-11-28"))
                .body("count", contains(2))
                .body("held", contains("2000.00"));
        List<String> lines = People.as("director")
                .get(LIST + "/export?within=60")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("截止日", "续行节点到期日");
        assertThat(lines.get(1)).startsWith("2022-11-30,29,").contains("车辆", "普执");
        People.as("director")
                .get(LIST + "/export?format=xlsx")
                .then()
                .statusCode(200)
                .contentType(containsString("spreadsheetml"));
    }
}
