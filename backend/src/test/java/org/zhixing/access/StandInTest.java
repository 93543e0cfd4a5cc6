package org.zhixing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 代行审批: who decides in a leader's place, for how long, and where not. */
@QuarkusTest
class StandInTest extends CourtTest {
    private static final String PRESIDENT = "president";
    private static final String JUDGE = "judge-fast-1";
    private static final String EXECUTOR = "executor-fast-1";
    private static final String OTHER = "judge-ordinary-1";

    @Inject
    Docket docket;

    @Inject
    StandIns standIns;

    private FileCases.Filed filed;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)));
        standIns.changed().await().indefinitely();
    }

    @AfterEach
    void forget() {
        data.run("truncate stand_in");
        standIns.changed().await().indefinitely();
    }

    @Test
    void whoStandsInDecidesAndIsThenAgainWhoTheyWere() {
        String transfer = asked();
        approve(OTHER, transfer).then().statusCode(403);
        String id = lend(PRESIDENT, "president", OTHER, "2022-11-01", "2022-11-03")
                .then()
                .statusCode(201)
                .body("standIn.name", equalTo("孙某"))
                .body("holds", equalTo(true))
                .extract()
                .path("id");
        People.as(OTHER).get("/api/v1/me").then().body("roles", contains("judge", "president"));
        approve(OTHER, transfer).then().statusCode(200).body("decidedBy.name", equalTo("孙某"));
        assertThat(data.query("select array_to_string(roles, ',') from person where username = '" + OTHER + "'"))
                .containsExactly("judge");
        assertThat(data.query("select action from audit where action like 'stand-in.%'"))
                .containsExactly("stand-in.lent");
        revoke(OTHER, id).then().statusCode(403);
        revoke(PRESIDENT, id).then().statusCode(204);
        People.as(OTHER).get("/api/v1/me").then().body("roles", contains("judge"));
        revoke(PRESIDENT, id).then().statusCode(409).body("code", equalTo("stand-in-over"));
    }

    @Test
    void inACaseOfTheirOwnNothingIsLent() {
        String transfer = asked();
        lend(PRESIDENT, "president", JUDGE, "2022-11-01", "2022-11-03").then().statusCode(201);
        approve(JUDGE, transfer).then().statusCode(403).body("clause", equalTo("一(一)"));
        approve(PRESIDENT, transfer).then().statusCode(200);
    }

    @Test
    void whomSeparationOfDutiesExcludesIsShownAndRefused() {
        People.as(PRESIDENT)
                .get("/api/v1/stand-ins/candidates?role=president")
                .then()
                .body("findAll { it.excluded }.name", hasItem("曹某"))
                .body("findAll { it.excluded }.name", hasItem("张某"))
                .body("findAll { !it.excluded }.name", hasItem("孙某"))
                .body("name", not(hasItem("周某某")))
                .body("name", not(hasItem("办案系统接口")));
        lend(PRESIDENT, "president", "funds", "2022-11-01", "2022-11-03")
                .then()
                .statusCode(422)
                .body("code", equalTo("stand-in-excluded"));
        lend(PRESIDENT, "director", OTHER, "2022-11-01", "2022-11-03").then().statusCode(403);
        lend(PRESIDENT, "president", "wenfeng-judge", "2022-11-01", "2022-11-03")
                .then()
                .statusCode(400);
        lend(JUDGE, "president", OTHER, "2022-11-01", "2022-11-03").then().statusCode(403);
    }

    @Test
    void theDaysAreReasonableAndOnePersonIsInAPlaceAtATime() {
        lend(PRESIDENT, "president", OTHER, "2022-10-31", "2022-11-03").then().statusCode(400);
        lend(PRESIDENT, "president", OTHER, "2022-11-05", "2022-11-03").then().statusCode(400);
        lend(PRESIDENT, "president", OTHER, "2022-11-05", "2023-11-03").then().statusCode(400);
        lend(PRESIDENT, "president", OTHER, "2022-11-05", "2022-11-08")
                .then()
                .statusCode(201)
                .body("holds", equalTo(false));
        lend(PRESIDENT, "president", JUDGE, "2022-11-08", "2022-11-09")
                .then()
                .statusCode(409)
                .body("code", equalTo("stand-in-overlap"));
        People.as(OTHER).get("/api/v1/me").then().body("roles", contains("judge"));
    }

    private String asked() {
        return People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of("reason", "查得房产，需要拍卖"))
                .post("/api/v1/cases/" + filed.filed().id() + "/transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response approve(String who, String transfer) {
        return People.as(who).post("/api/v1/transfers/" + transfer + "/approval");
    }

    private Response lend(String who, String role, String to, String from, String until) {
        String id = data.query("select id from person where username = '" + to + "'")
                .get(0);
        return People.as(who)
                .contentType("application/json")
                .body(Map.of("role", role, "standInId", id, "from", from, "to", until, "reason", "出差"))
                .post("/api/v1/stand-ins");
    }

    private static Response revoke(String who, String id) {
        return People.as(who).post("/api/v1/stand-ins/" + id + "/revocation");
    }
}
