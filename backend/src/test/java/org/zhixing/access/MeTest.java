package org.zhixing.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

@QuarkusTest
class MeTest extends CourtTest {
    @Test
    void saysCourtTeamRolesAndDate() {
        People.as("executor-fast-1")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("赵某"))
                .body("court.code", equalTo("豫0505"))
                .body("team", equalTo("FAST"))
                .body("roles", contains("executor"))
                .body("today", equalTo("2022-11-01"));
    }

    @Test
    void refusesStrangersWithAProblem() {
        RestAssured.get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("not-signed-in"))
                .body("requestId", notNullValue());
    }

    @Test
    void speaksEnglishWhenAsked() {
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("title", equalTo("Not signed in"));
    }
}
