package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** Which files are taken is each court's own policy, by version and date, and a refusal says by which clause. */
@QuarkusTest
class UploadPolicyTest extends CourtTest {
    private static final String WHO = "executor-fast-1";

    @BeforeEach
    @AfterEach
    void forget() {
        data.forgetPolicies();
    }

    @Test
    void beginsWithWhatTheProjectShips() {
        People.as(WHO)
                .get("/api/v1/upload-policies")
                .then()
                .statusCode(200)
                .body("version", contains(1))
                .body("inForce", contains(true))
                .body("[0].kinds.find { it.kind == 'PDF' }.megabytes", equalTo(2048))
                .body("[0].kinds.find { it.kind == 'DOCX' }.endings", hasItem("docx"))
                .body("[0].kinds.find { it.kind == 'DOCX' }.name", equalTo("Word 文档"))
                .body("[0].publishedBy", nullValue());
        People.as(WHO)
                .header("Accept-Language", "en")
                .get("/api/v1/upload-policies")
                .then()
                .body("[0].kinds.find { it.kind == 'DOCX' }.name", containsString("Word"));
    }

    @Test
    void holdsFromItsDayOnAndForItsCourtAlone() {
        String later = Uploaded.by(WHO, "before.png", Papers.picture("png", 30, 20));
        publish("2022-11-01", Map.of("PDF", 1, "TXT", 1), "本院存储规定第三条").statusCode(201);
        begin(WHO, "scan.png", 100)
                .statusCode(422)
                .body("code", equalTo("file-type-not-allowed"))
                .body("clause", equalTo("本院存储规定第三条"));
        begin(WHO, "paper.pdf", 2 << 20)
                .statusCode(413)
                .body("code", equalTo("file-too-large"))
                .body("detail", containsString("1 MB"))
                .body("clause", equalTo("本院存储规定第三条"));
        begin(WHO, "paper.pdf", 1 << 20).statusCode(201);
        begin("wenfeng-executor", "scan.png", 100).statusCode(201);
        assertThat(data.query("select state from upload where id = '" + later + "'"))
                .as("checked before")
                .containsExactly("READY");
        People.as(WHO)
                .header("Tus-Resumable", "1.0.0")
                .options("/api/v1/uploads")
                .then()
                .header("Tus-Max-Size", Integer.toString(1 << 20));
    }

    @Test
    void looksAtWhatTheNameDidNotShow() {
        publish("2022-11-01", Map.of("TXT", 1), "本院存储规定第三条").statusCode(201);
        String id = Uploaded.by(WHO, "no-ending", Papers.pdf(1));
        People.as(WHO)
                .get("/api/v1/uploads/" + id)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("refusal.code", equalTo("file-type-not-allowed"));
    }

    @Test
    void aLaterVersionWaitsForItsDay() {
        publish("2022-11-02", Map.of("TXT", 1), "二(四)")
                .statusCode(201)
                .body("version", contains(2, 1))
                .body("inForce", contains(false, true))
                .body("[0].publishedBy.name", equalTo(name("admin")))
                .body("[0].kinds.find { it.kind == 'PDF' }.megabytes", nullValue());
        begin(WHO, "scan.png", 100).statusCode(201);
        assertThat(data.query("select action from audit where action = 'upload-policy.published'"))
                .hasSize(1);
        assertThat(data.query("select topic from outbox where topic = 'upload-policy.published'"))
                .hasSize(1);
        publish("2022-11-02", Map.of("TXT", 1), "二(四)").statusCode(400).body("errors.field", contains("effectiveFrom"));
        publish("2022-10-31", Map.of("TXT", 1), "二(四)").statusCode(400).body("errors.field", contains("effectiveFrom"));
    }

    @Test
    void takesTheSameWishOnce() {
        Map<String, Object> body = body("2022-11-01", List.of(kind("PDF", 5)), "二(四)");
        for (int i = 0; i < 2; i++) {
            admin().header("Idempotency-Key", "uploads-1")
                    .body(body)
                    .post("/api/v1/upload-policies")
                    .then()
                    .statusCode(201)
                    .body("version", contains(2, 1));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        admin().body(body("2022-11-01", List.of(kind("PDF", 4096)), "二(四)"))
                .post("/api/v1/upload-policies")
                .then()
                .statusCode(400);
        admin().body(body("2022-11-01", List.of(), "二(四)"))
                .post("/api/v1/upload-policies")
                .then()
                .statusCode(400);
        admin().body(body("2022-11-01", List.of(kind("PDF", 1), kind("PDF", 2)), "二(四)"))
                .post("/api/v1/upload-policies")
                .then()
                .statusCode(400)
                .body("errors.field", contains("kinds"));
        admin().body(body("2022-11-01", List.of(kind("PDF", 1)), " "))
                .post("/api/v1/upload-policies")
                .then()
                .statusCode(400);
        assertThatThrownBy(() -> data.run("update upload_policy set document = '{}' where version = 1"))
                .hasMessageContaining("update upload_policy");
    }

    private static ValidatableResponse publish(String from, Map<String, Integer> kinds, String clause) {
        return admin().body(body(
                        from,
                        kinds.entrySet().stream()
                                .map(each -> kind(each.getKey(), each.getValue()))
                                .toList(),
                        clause))
                .post("/api/v1/upload-policies")
                .then();
    }

    private static Map<String, Object> body(String from, List<Map<String, Object>> kinds, String clause) {
        return Map.of("megapixels", 50, "kinds", kinds, "clause", clause, "effectiveFrom", from, "reason", "存储空间有限");
    }

    private static Map<String, Object> kind(String kind, int megabytes) {
        return Map.of("kind", kind, "megabytes", megabytes);
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return People.as("admin").contentType(ContentType.JSON);
    }

    private String name(String username) {
        return data.query("select name from person where username = '" + username + "'")
                .get(0);
    }

    private static ValidatableResponse begin(String who, String name, long size) {
        return People.as(who)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", size)
                .header(
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)))
                .post("/api/v1/uploads")
                .then();
    }
}
