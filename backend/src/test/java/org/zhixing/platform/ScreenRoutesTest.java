package org.zhixing.platform;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;

/** Every screen has an address; what is no screen stays what it is. */
@QuarkusTest
class ScreenRoutesTest extends CourtTest {
    @Test
    void aScreensAddressOpensTheApplication() {
        RestAssured.given()
                .accept("text/html")
                .get("/cases/1?tab=nodes")
                .then()
                .statusCode(200)
                .body(containsString("id=\"app\""));
    }

    @Test
    void missingFilesAndUnknownEndpointsStayMissing() {
        RestAssured.given().accept("text/html").get("/assets/none.js").then().statusCode(404);
        RestAssured.given().accept("text/html").get("/api/v1/none").then().statusCode(404);
        RestAssured.given().accept("application/json").get("/cases").then().statusCode(404);
    }
}
