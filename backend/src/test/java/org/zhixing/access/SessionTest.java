package org.zhixing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Session;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** Where somebody is signed in: their own sessions alone, and theirs alone to end. */
@QuarkusTest
class SessionTest extends CourtTest {
    private static final String WHO = "executor-fast-1";
    private static final UUID DESK = Session.idOf("desk");
    private static final UUID PHONE = Session.idOf("phone");

    @BeforeEach
    void signIn() {
        data.run("delete from signed_in");
        session("k1", DESK, WHO, null, "8 hours", "1 hour");
        session("k2", PHONE, WHO, null, "2 hours", "1 minute");
        session("k3", Session.idOf("other"), "executor-fast-2", null, "1 hour", "1 minute");
    }

    private void session(String key, UUID id, String who, String refresh, String since, String seen) {
        data.run(
                "insert into signed_in (key_hash, id_token, access_token, refresh_token, expires_at, session_id, username,"
                        + " signed_in_at, seen_at, address, agent) values ('" + key + "', 'i', 'a', "
                        + (refresh == null ? "null" : "'" + refresh + "'") + ", now() + interval '1 hour', '" + id
                        + "', '" + who
                        + "', now() - interval '" + since + "', now() - interval '" + seen
                        + "', '10.1.2.3', 'Firefox')");
    }

    private static ValidatableResponse list(String who) {
        return People.as(who).get("/api/v1/me/sessions").then().statusCode(200);
    }

    /** Over plain HTTP it would mean nothing, and a demo on one's own machine would be locked out of it. */
    @Test
    void saysNothingOfTlsWhereThereIsNone() {
        People.as(WHO).get("/api/v1/me").then().statusCode(200).header("Strict-Transport-Security", nullValue());
    }

    @Test
    void showsTheCallersOwnTheOneUsedLastFirst() {
        list(WHO)
                .body("id", contains(PHONE.toString(), DESK.toString()))
                .body("address[0]", equalTo("10.1.2.3"))
                .body("agent[0]", equalTo("Firefox"))
                .body("current", contains(false, false));
        list("judge-fast-1").body("", hasSize(0));
    }

    @Test
    void showsOneSessionOnceHoweverOftenItsTokensWereRenewed() {
        session("k4", PHONE, WHO, null, "2 hours", "30 seconds");
        list(WHO).body("", hasSize(2));
    }

    @Test
    void doesNotShowOneThatIsOver() {
        data.run("update signed_in set expires_at = now() - interval '1 second' where key_hash = 'k2'");
        list(WHO).body("id", contains(DESK.toString()));
        People.as(WHO).delete("/api/v1/me/sessions/" + PHONE).then().statusCode(404);
    }

    @Test
    void endsOneWithAllItsTokensAndSaysSoInTheTrail() {
        session("k4", PHONE, WHO, null, "2 hours", "30 seconds");
        People.as(WHO).delete("/api/v1/me/sessions/" + PHONE).then().statusCode(204);
        list(WHO).body("id", contains(DESK.toString()));
        assertThat(data.query(
                        "select count(*) from audit where action = 'session.ended' and subject_id = '" + PHONE + "'"))
                .containsExactly("1");
        People.as(WHO).delete("/api/v1/me/sessions/" + PHONE).then().statusCode(404);
    }

    @Test
    void endsNobodyElses() {
        People.as("judge-fast-1").delete("/api/v1/me/sessions/" + PHONE).then().statusCode(404);
        list(WHO).body("", hasSize(2));
    }

    @Test
    void endsNothingWhenTheIdentityProviderDoesNotEndIt() {
        session("k4", PHONE, WHO, "a-token", "2 hours", "30 seconds");
        People.as(WHO)
                .header("Accept-Language", "en")
                .delete("/api/v1/me/sessions/" + PHONE)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("session-not-ended"));
        list(WHO).body("", hasSize(2));
    }

    @Test
    void showsTheScreensToABrowserThatComesWithASessionThatIsOver() {
        RequestSpecification browser = RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("q_session", "over")
                .accept("text/html,*/*;q=0.8");
        int without =
                RestAssured.given().accept("text/html").get("/cases?team=FAST").statusCode();
        browser.get("/cases?team=FAST").then().statusCode(without);
        browser.get("/").then().statusCode(without);
        assertThat(without).isEqualTo(200);
        browser.get("/api/v1/me").then().statusCode(401).contentType("application/problem+json");
    }
}
