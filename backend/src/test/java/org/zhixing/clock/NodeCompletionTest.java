package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;

/** 节点完成: evidence of the right category by the right person, once, kept with its SHA-256 and served as it came. */
@QuarkusTest
class NodeCompletionTest extends CourtTest {
    private static final String RECORD = "INTERVIEW_RECORD";
    private static final byte[] PAPER = Papers.pdf(1);

    @Inject
    Docket docket;

    private FileCases.Filed filed;
    private Node interview;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        interview = Docket.node(filed, NodeCode.FIRST_INTERVIEW);
    }

    @Test
    void stopsTheClockAndKeepsTheFile() {
        Response done = complete("executor-fast-1", interview.id(), 1, RECORD);
        done.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("DONE_LATE"))
                .body("doneOn", equalTo("2022-11-01"))
                .body("daysLate", equalTo(19))
                .body("evidence.name", equalTo("约谈笔录.pdf"))
                .body("evidence.size", equalTo(PAPER.length))
                .body("allowed", empty());
        assertThat(data.query("select next_due_on from enforcement_case")).containsExactly("2022-10-17");
        assertThat(data.query("select detail ->> 'sha256' from audit where action = 'node.done'"))
                .containsExactly(done.jsonPath().getString("evidence.sha256"));
        assertThat(data.query("select sha256 from stored_file where blob"))
                .containsExactly(done.jsonPath().getString("evidence.sha256"));
        assertThat(data.count("select count(*) from stored_chunk")).isZero();
    }

    @Test
    void refusesAnotherCategoryWithTheClauseAndTheRightOne() {
        complete("executor-fast-1", interview.id(), 1, "DISPOSAL_RECORD")
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence-category"))
                .body("clause", equalTo("二(四)1"))
                .body("fact", containsString("约谈笔录"));
        assertThat(data.count("select count(*) from stored_file")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"executor-fast-2", "judge-fast-2", "police-fast-1", "executor-affairs-1"})
    void refusesWhoDoesNotAnswerForIt(String person) {
        complete(person, interview.id(), 1, RECORD).then().statusCode(403).body("code", equalTo("node-not-yours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-control", "triage", "president", "auditor", "admin", "leader-fast"})
    void refusesDesksAndLeaders(String person) {
        complete(person, interview.id(), 1, RECORD).then().statusCode(403).body("code", equalTo("role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"judge-ordinary-1", "wenfeng-executor"})
    void isNotThereForStrangers(String person) {
        complete(person, interview.id(), 1, RECORD).then().statusCode(404);
    }

    @Test
    void goesOnceAndSaysWhatChanged() {
        complete("clerk-fast-1", interview.id(), 1, RECORD).then().statusCode(200);
        complete("executor-fast-1", interview.id(), 1, RECORD)
                .then()
                .statusCode(412)
                .body("current", equalTo(2))
                .body("changed", hasItem("doneOn"));
        complete("executor-fast-1", interview.id(), 2, RECORD)
                .then()
                .statusCode(409)
                .body("code", equalTo("node-ended"))
                .body("clause", equalTo("二(四)1"));
        assertThat(data.count("select count(*) from stored_file")).isOne();
    }

    @Test
    void answersARepeatedRequestOnce() {
        RequestSpecification once = request("executor-fast-1", RECORD, PAPER).header("Idempotency-Key", "k1");
        String first = once.header("If-Match", "1")
                .post(path(interview.id()))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String again = request("executor-fast-1", RECORD, PAPER)
                .header("Idempotency-Key", "k1")
                .header("If-Match", "1")
                .post(path(interview.id()))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        request("executor-fast-1", RECORD, Papers.pdf(2))
                .header("Idempotency-Key", "k1")
                .header("If-Match", "1")
                .post(path(interview.id()))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(data.count("select count(*) from stored_file")).isOne();
    }

    @Test
    void leavesClosingNodesToTheClosing() {
        Node close = Docket.node(filed, NodeCode.CLOSE_FAST);
        complete("judge-fast-1", close.id(), 1, RECORD)
                .then()
                .statusCode(422)
                .body("code", equalTo("node-not-by-evidence"))
                .body("clause", equalTo("一(一)"));
    }

    @Test
    void saysWhatIsMissing() {
        request("executor-fast-1", RECORD, PAPER)
                .post(path(interview.id()))
                .then()
                .statusCode(428);
        request("executor-fast-1", RECORD, new byte[0])
                .header("If-Match", "1")
                .post(path(interview.id()))
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
        request("executor-fast-1", "NONSENSE", PAPER)
                .header("If-Match", "1")
                .post(path(interview.id()))
                .then()
                .statusCode(400)
                .body("errors.field", contains("category"));
        People.as("executor-fast-1")
                .multiPart("category", RECORD)
                .header("If-Match", "1")
                .post(path(interview.id()))
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
    }

    @Test
    void takesNoEvidenceThatIsNotWhatItSays() throws IOException {
        String page = "%PDF-1.7\n<script>alert(1)</script>\n%%EOF";
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[8 << 20]);
        }
        refused("约谈笔录.pdf", new byte[0]).statusCode(400).body("errors.field", contains("file"));
        refused("约谈笔录.pdf", "%PDF-1.4 约谈笔录".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("file-corrupt"))
                .body("remedy", notNullValue());
        refused("约谈笔录.pdf", page.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("file-polyglot"));
        refused("照片.png", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("file-type-not-allowed"))
                .body("clause", equalTo("二(四)"));
        refused("照片.jpg", PAPER).statusCode(422).body("code", equalTo("file-name-lies"));
        refused("工具.exe", PAPER).statusCode(422).body("code", equalTo("file-type-not-allowed"));
        refused("../约谈笔录.pdf", PAPER).statusCode(422).body("code", equalTo("file-name-climbs"));
        refused("报告.docx", bomb.toByteArray()).statusCode(422).body("code", equalTo("file-bomb"));
        assertThat(data.query("select detail ->> 'reason' from audit where action = 'upload.refused' order by seq"))
                .containsExactly(
                        "file-corrupt",
                        "file-polyglot",
                        "file-type-not-allowed",
                        "file-name-lies",
                        "file-type-not-allowed",
                        "file-name-climbs",
                        "file-bomb");
        assertThat(data.count("select count(*) from stored_file")).isZero();
        assertThat(data.count("select count(*) from node where done_on is not null"))
                .isZero();
    }

    @Test
    void tellsWhoMayNotBeforeTheFileIsLookedAt() {
        byte[] evil = "%PDF-1.7\n<script>alert(1)</script>\n%%EOF".getBytes(StandardCharsets.UTF_8);
        for (String other : List.of("executor-fast-2", "judge-fast-2")) {
            sent(other, evil).statusCode(403).body("code", equalTo("node-not-yours"));
        }
        for (String stranger : List.of("judge-ordinary-1", "wenfeng-executor")) {
            sent(stranger, evil).statusCode(404);
        }
        sent("node-control", evil).statusCode(403).body("code", equalTo("role"));
        assertThat(data.count("select count(*) from audit where action = 'upload.refused'"))
                .isZero();
        sent("executor-fast-1", evil).statusCode(422).body("code", equalTo("file-polyglot"));
    }

    private ValidatableResponse sent(String person, byte[] content) {
        return request(person, RECORD, content)
                .header("If-Match", "\"1\"")
                .post(path(interview.id()))
                .then();
    }

    private ValidatableResponse refused(String name, byte[] content) {
        return request("executor-fast-1", RECORD, name, content)
                .header("If-Match", "\"1\"")
                .post(path(interview.id()))
                .then();
    }

    @Test
    void keepsTheTypeThatTheBytesShow() {
        request("executor-fast-1", RECORD, "约谈笔录.pdf", PAPER)
                .header("If-Match", "\"1\"")
                .post(path(interview.id()))
                .then()
                .statusCode(200);
        assertThat(data.query("select media_type from stored_file")).containsExactly("application/pdf");
    }

    @Test
    void servesTheFileWholeAndInRanges() {
        String id = complete("executor-fast-1", interview.id(), 1, RECORD)
                .jsonPath()
                .getString("evidence.fileId");
        Response whole = People.as("president").get("/api/v1/files/" + id);
        whole.then()
                .statusCode(200)
                .header("Content-Type", "application/octet-stream")
                .header("X-Content-Type-Options", "nosniff")
                .header("Accept-Ranges", "bytes")
                .header(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''%E7%BA%A6%E8%B0%88%E7%AC%94%E5%BD%95.pdf"));
        assertThat(whole.asByteArray()).isEqualTo(PAPER);

        Response part = People.as("judge-fast-1").header("Range", "bytes=10-19").get("/api/v1/files/" + id);
        part.then().statusCode(206).header("Content-Range", "bytes 10-19/" + PAPER.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(PAPER, 10, 20));
        People.as("president")
                .header("Range", "bytes=" + PAPER.length + "-")
                .get("/api/v1/files/" + id)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + PAPER.length);
    }

    @Test
    void servesFilesOfOldOutOfTheirChunks() {
        String id = complete("executor-fast-1", interview.id(), 1, RECORD)
                .jsonPath()
                .getString("evidence.fileId");
        data.run("update stored_file set blob = false; insert into stored_chunk (court_id, file_id, seq, data)"
                + " select court_id, id, 0, 'of old'::bytea from stored_file; update stored_file set size = 6");
        assertThat(People.as("president").get("/api/v1/files/" + id).asString()).isEqualTo("of old");
    }

    @Test
    void showsFilesOnlyToWhoSeesTheCase() {
        String id = complete("executor-fast-1", interview.id(), 1, RECORD)
                .jsonPath()
                .getString("evidence.fileId");
        for (String stranger : List.of("judge-ordinary-1", "wenfeng-president")) {
            People.as(stranger)
                    .get("/api/v1/files/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        People.as("admin").get("/api/v1/files/" + id).then().statusCode(403);
        data.run("update node set evidence_file = null; delete from dossier_version");
        People.as("president").get("/api/v1/files/" + id).then().statusCode(404);
        People.as("president").get("/api/v1/files/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Response complete(String person, UUID node, int version, String category) {
        return request(person, category, PAPER)
                .header("If-Match", "\"" + version + "\"")
                .post(path(node));
    }

    private static String path(UUID node) {
        return "/api/v1/nodes/" + node + "/completion";
    }

    private static RequestSpecification request(String person, String category, byte[] file) {
        return request(person, category, "约谈笔录.pdf", file);
    }

    private static RequestSpecification request(String person, String category, String name, byte[] file) {
        return People.as(person)
                .config(RestAssured.config()
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                        .multiPartConfig(new MultiPartConfig().defaultCharset("UTF-8")))
                .multiPart("category", category)
                .multiPart(new MultiPartSpecBuilder(file)
                        .controlName("file")
                        .fileName(name)
                        // The sender's word, which nobody believes.
                        .mimeType("text/plain")
                        .build());
    }
}
