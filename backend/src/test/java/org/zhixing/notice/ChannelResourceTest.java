package org.zhixing.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.testing.People;

@QuarkusTest
class ChannelResourceTest extends ReachTest {
    private static final String CHANNELS = "/api/v1/channels";
    private static final String MINE = "/api/v1/me/preferences";

    @Test
    void theSecretIsTakenAndNeverShownAgainNeitherInAnswersNorInTheTrail() {
        data.run("truncate channel_setting");
        set(0, settings("https://203.0.114.7/hook?key=robot", "x".repeat(15))).statusCode(400);
        String made = set(0, settings("https://203.0.114.7/hook?key=robot", "the-secret-of-secrets"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("webhook.secretSet", equalTo(true))
                .extract()
                .asString();
        String read = People.as("admin")
                .get(CHANNELS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String trail = String.join("", data.query("select detail::text from audit"));
        assertThat(made + read + trail).doesNotContain("the-secret-of-secrets");
        assertThat(trail).contains("\"webhookSecretChanged\":true").doesNotContain("robot");
        set(1, settings("https://203.0.114.7/hook", null)).statusCode(200);
        assertThat(data.query("select webhook_secret from channel_setting where webhook_enabled"))
                .containsExactly("the-secret-of-secrets");
        set(1, settings("https://203.0.114.7/hook", null)).statusCode(412).body("current", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "http://203.0.114.7/hook, webhook.url, https 开头",
        "https://10.1.2.3/hook, webhook.url, 内部网络",
        "https://[::1]/hook, webhook.url, 内部网络",
        "https://[::ffff:169.254.169.254]/latest, webhook.url, 内部网络",
        "https://2130706433/hook, webhook.url, 内部网络",
        "https://user:pass@example.org/, webhook.url, 完整的网址",
        "ftp://example.org/, webhook.url, 完整的网址",
        "not a url, webhook.url, 完整的网址"
    })
    void addressesOfTheInsideAreRefused(String url, String field, String why) {
        set(1, settings(url, null))
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(why));
    }

    @Test
    void aPersonChoosesWithinWhatTheCourtAllows() {
        People.as("triage")
                .get(MINE)
                .then()
                .statusCode(200)
                .body("email", equalTo("DIGEST"))
                .body("effective.email", equalTo("OFF"))
                .body("emailAddress", nullValue())
                .body("allowed.digestAt", equalTo("00:00"));
        choose("triage", "zhang@court.example", "EACH").statusCode(200).body("effective.email", equalTo("EACH"));
        choose("triage", "zhang@court.example\r\nBcc: all@court.example", "EACH")
                .statusCode(400);
        choose("triage", "zhang@court.example, other@court.example", "EACH").statusCode(400);
        data.run("update channel_setting set email_mandatory = true");
        choose("triage", "zhang@court.example", "OFF")
                .statusCode(422)
                .body("code", equalTo("email-mandatory"))
                .body("remedy", containsString("每日提醒"));
        choose("triage", null, "DIGEST").statusCode(200).body("effective.email", equalTo("OFF"));
    }

    @Test
    void theAdministratorSeesWhomNoMailReachesAndSetsAnAddressForThePersonOfTheOwnCourtOnly() {
        People.as("admin")
                .get(CHANNELS + "/people")
                .then()
                .statusCode(200)
                .body("username", hasItem("triage"))
                .body("username", not(hasItem(People.INTEGRATION)))
                .body("username", not(hasItem("wenfeng-judge")));
        String triage = person("triage");
        Map<String, Object> wish = Map.of("emailAddress", "t@court.example", "email", "DIGEST", "webhook", "OFF");
        People.as("admin")
                .contentType("application/json")
                .body(wish)
                .put(CHANNELS + "/people/" + triage)
                .then()
                .statusCode(200)
                .body("emailAddress", equalTo("t@court.example"));
        People.as("triage").get(MINE).then().body("emailAddress", equalTo("t@court.example"));
        People.as("admin")
                .contentType("application/json")
                .body(wish)
                .put(CHANNELS + "/people/" + person("wenfeng-judge"))
                .then()
                .statusCode(404);
    }

    @Test
    void deadLettersAreSeenWithoutAddressesAndSentAgain() {
        prefers("triage", "EACH", "OFF");
        told.putMany(3, "triage");
        mail.stop();
        inbox.deliver().await().indefinitely();
        data.run("update outbox set dead_at = now(), attempts = 10, last_error = 'x' where channel = 'EMAIL'");
        List<Integer> ids = People.as("admin")
                .get("/api/v1/outbox/dead?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].person.name", equalTo("张某"))
                .body("items[0].title", equalTo("登记表导入完成：…"))
                .body("items[0].channel", equalTo("EMAIL"))
                .extract()
                .path("items.id");
        People.as("admin").get(CHANNELS).then().body("dead[0].letters", equalTo(3));
        mail.comeBack();
        String resend = "/api/v1/outbox/" + ids.get(0) + "/resend";
        People.as("admin").post(resend).then().statusCode(200).body("letters", equalTo(1));
        People.as("admin").post(resend).then().statusCode(200).body("letters", equalTo(0));
        far();
        assertThat(mail.received()).hasSize(1);
        People.as("admin")
                .post("/api/v1/outbox/dead/resend?channel=WEBHOOK")
                .then()
                .body("letters", equalTo(0));
        People.as("admin").post("/api/v1/outbox/dead/resend").then().body("letters", equalTo(2));
        far();
        assertThat(mail.received()).hasSize(3);
        People.as("admin").post("/api/v1/outbox/999999999/resend").then().statusCode(404);
        assertThat(data.count("select count(*) from audit where action = 'letters.resent'"))
                .isEqualTo(2);
    }

    private ValidatableResponse set(int version, Map<String, Object> body) {
        return People.as("admin")
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(CHANNELS)
                .then();
    }

    private ValidatableResponse choose(String username, String address, String email) {
        Map<String, Object> body = new HashMap<>();
        body.put("emailAddress", address);
        body.put("email", email);
        body.put("webhook", "OFF");
        return People.as(username)
                .contentType("application/json")
                .body(body)
                .put(MINE)
                .then();
    }

    private static Map<String, Object> settings(String url, String secret) {
        Map<String, Object> webhook = new HashMap<>();
        webhook.put("enabled", true);
        webhook.put("url", url);
        webhook.put("secret", secret);
        return Map.of(
                "email",
                Map.of("enabled", true, "mandatory", false),
                "webhook",
                webhook,
                "digestAt",
                "08:30",
                "quietOnRestDays",
                true);
    }

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }
}
