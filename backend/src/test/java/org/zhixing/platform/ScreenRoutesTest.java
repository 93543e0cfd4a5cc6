package org.zhixing.platform;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
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
    void noPageMayRunOrStyleWhatIsNotAFileOfOurs() {
        for (String address : List.of("/", "/cases", "/field/", "/api/v1/me")) {
            RestAssured.given()
                    .accept("text/html")
                    .get(address)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")));
        }
    }

    @Test
    void anAddressOfTheFieldAppOpensTheFieldApp() {
        for (String address : List.of("/field/", "/field/slips/1/record", "/field/outbox")) {
            RestAssured.given()
                    .accept("text/html")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self)")
                    .body(containsString("/field/assets/"));
        }
        RestAssured.given()
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/field")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/field/"));
        RestAssured.given().accept("text/html").get("/field/none.js").then().statusCode(404);
        RestAssured.get("/field/sw.js").then().statusCode(200).contentType(containsString("javascript"));
        RestAssured.get("/field/manifest.webmanifest").then().statusCode(200);
    }

    @Test
    void whoeverLeftTheFieldAppComesBackToItOnce() {
        RestAssured.given()
                .accept("text/html")
                .cookie("zhixing-after", "field")
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/field/"))
                .header("Set-Cookie", containsString("zhixing-after=; Max-Age=0; Expires="));
        RestAssured.given().accept("text/html").get("/").then().statusCode(200);
    }

    @Test
    void aReleaseIsSeenAtOnce() {
        for (String page : List.of("/", "/index.html", "/field/", "/field/sw.js", "/field/manifest.webmanifest")) {
            RestAssured.given()
                    .accept("text/html")
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-cache");
        }
        String page = RestAssured.given().accept("text/html").get("/field/").asString();
        String script = page.substring(page.indexOf("/field/assets/"), page.indexOf(".js\"") + 3);
        RestAssured.get(script).then().statusCode(200).header("Cache-Control", containsString("immutable"));
    }

    @Test
    void missingFilesAndUnknownEndpointsStayMissing() {
        RestAssured.given().accept("text/html").get("/assets/none.js").then().statusCode(404);
        RestAssured.given().accept("text/html").get("/api/v1/none").then().statusCode(404);
        RestAssured.given().accept("application/json").get("/cases").then().statusCode(404);
    }
}
