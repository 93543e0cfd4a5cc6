package org.zhixing.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.dossier.Files;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;

/** What an officer took is filed once, as it was taken, and by its officer only. */
@QuarkusTest
class FieldCaptureTest extends CourtTest {
    private static final String OFFICER = "executor-affairs-1";
    private static final String SLIP = "018c0000-0000-7000-8000-000000000001";

    @Inject
    Docket docket;

    @Inject
    Files files;

    @Inject
    Database database;

    private FileCases.Filed filed;

    @BeforeEach
    void assign() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        data.run("insert into task_slip (id, court_id, year, serial, case_id, kind, target, automatic, requested_by,"
                + " requested_on, signed_by, state, officers) select '" + SLIP + "',"
                + " e.court_id, 2022, 901, e.id, 'SEIZURE', '查封房产',"
                + " false, p.id, '2022-11-01', p.id, 'ASSIGNED', array[p.id] from enforcement_case e, person p"
                + " where e.id = '" + filed.filed().id() + "' and p.username = '" + OFFICER + "'");
    }

    @Test
    void isFiledOnceHoweverOftenItIsSent() throws IOException {
        byte[] photo = photo();
        Map<String, Object> capture = capture("PHOTO", sha256(photo));
        capture.put("uploadId", upload(photo));
        capture.put("position", Map.of("lat", 36.1, "lng", 114.35, "accuracy", 12));
        Set<String> items = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> send(OFFICER, capture)
                        .then()
                        .statusCode(201)
                        .body("sha256", equalTo(sha256(photo)))
                        .extract()
                        .<String>path("itemId"))
                .collect(Collectors.toSet());
        assertThat(items).hasSize(1);
        assertThat(data.count("select count(*) from dossier_item")).isOne();
        assertThat(data.count("select count(*) from task_slip_evidence where slip_id = '" + SLIP + "'"))
                .isOne();
        assertThat(data.count("select count(*) from capture where lat = 36.1 and sha256 = '" + sha256(photo) + "'"))
                .isOne();
    }

    @Test
    void whyItHasNoPositionIsSaidInTheVolumeAndOnTheSlip() throws IOException {
        byte[] photo = photo();
        Map<String, Object> capture = capture("PHOTO", sha256(photo));
        capture.put("uploadId", upload(photo));
        capture.put("noPosition", "DENIED");
        send(OFFICER, capture).then().statusCode(201);
        People.as("judge-fast-1")
                .get("/api/v1/cases/" + filed.filed().id() + "/dossier")
                .then()
                .statusCode(200)
                .body("items.items.place", equalTo(List.of("未取得定位：未允许定位")));
        taken("judge-fast-1")
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of(capture.get("id"))))
                .body("sha256", equalTo(List.of(sha256(photo))))
                .body("takenAt", equalTo(List.of("2022-11-01T02:00:00Z")))
                .body("[0].position", nullValue())
                .body("[0].noPosition", equalTo("DENIED"));
    }

    @Test
    void whereItWasTakenIsToldToWhoeverSeesTheSlipAndToNobodyElse() throws IOException {
        byte[] photo = photo();
        Map<String, Object> capture = capture("PHOTO", sha256(photo));
        capture.put("uploadId", upload(photo));
        capture.put("position", Map.of("lat", 36.1, "lng", 114.35, "accuracy", 12));
        // Beside a position there is no reason for having none.
        capture.put("noPosition", "TIMEOUT");
        send(OFFICER, capture).then().statusCode(201);
        for (String who : List.of(OFFICER, "judge-fast-1", "auditor")) {
            taken(who)
                    .then()
                    .statusCode(200)
                    .body("[0].position.lat", equalTo(36.1f))
                    .body("[0].position.accuracy", equalTo(12f))
                    .body("[0].noPosition", nullValue());
        }
        taken("wenfeng-executor").then().statusCode(404);
        taken("executor-special-1").then().statusCode(404);
        // What was removed from the volume is no longer the slip's.
        data.run("update dossier_item set removed_at = now(), removed_reason = '误传',"
                + " removed_by = (select id from person where username = '" + OFFICER + "')");
        taken(OFFICER).then().statusCode(200).body("", equalTo(List.of()));
    }

    /** Two slips of one case run on a clock each: what is taken for one stops its own only, however much it is. */
    @Test
    void provesItsOwnSlipsNodeAndNoOther() throws IOException {
        String own = "018c0000-0000-7000-8000-0000000000b2";
        String other = "018c0000-0000-7000-8000-0000000000a1";
        for (String node : List.of(own, other)) {
            data.run("insert into node (id, court_id, case_id, case_number, case_team, code, policy_version,"
                    + " responsible, responsible_ids, start_on, period, unit, roll_over, due_on, due_soon_on,"
                    + " provisional, evidence_category, stop, clause, opened_on, next_notice_on, subject_id)"
                    + " select '" + node + "', e.court_id, e.id, e.number, 'FAST', 'OFFLINE_MEASURE', 1,"
                    + " 'SLIP_EXECUTOR', array[p.id], '2022-11-01', 15, 'DAY', 'NEXT', '2022-11-16', '2022-11-11',"
                    + " false, 'OFFLINE_MEASURE_RESULT', 'EVIDENCE', '一(四)4', '2022-11-01', '2022-11-17', '" + node
                    + "' from enforcement_case e, person p where e.id = '"
                    + filed.filed().id()
                    + "' and p.username = '" + OFFICER + "'");
        }
        data.run("update task_slip set node_id = '" + own + "' where id = '" + SLIP + "'");
        for (int shade : List.of(1, 2)) {
            byte[] photo = photo(shade);
            Map<String, Object> capture = capture("PHOTO", sha256(photo));
            capture.put("uploadId", upload(photo));
            send(OFFICER, capture).then().statusCode(201);
        }
        assertThat(data.query("select id::text from node where done_on is not null"))
                .containsExactly(own);
        assertThat(data.count("select count(*) from dossier_item where node_id = '" + own + "'"))
                .isOne();
        assertThat(data.count("select count(*) from dossier_item where node_id is null"))
                .isOne();
    }

    @Test
    void isRefusedWhenItIsNotWhatWasTaken() throws IOException {
        Map<String, Object> capture = capture("PHOTO", sha256("别的".getBytes(StandardCharsets.UTF_8)));
        capture.put("uploadId", upload(photo()));
        send(OFFICER, capture).then().statusCode(422).body("code", equalTo("capture-altered"));
        assertNothingFiled();
    }

    @Test
    void isRefusedToWhoIsNotItsOfficerAndAfterTheSlipHasEnded() throws IOException {
        Map<String, Object> capture = capture("PHOTO", sha256(photo()));
        capture.put("uploadId", upload(photo()));
        send("executor-fast-1", capture).then().statusCode(403).body("code", equalTo("task-slip-not-officer"));
        send("wenfeng-executor", capture).then().statusCode(404);
        data.run("update task_slip set state = 'ACCEPTED'");
        send(OFFICER, capture)
                .then()
                .statusCode(409)
                .body("code", equalTo("task-slip-ended"))
                .body("clause", equalTo("一(四)4"))
                .body("detail", containsString("2022"));
        assertNothingFiled();
        // Refused, it is not used up: mended, it goes in.
        data.run("update task_slip set state = 'RETURNED'");
        send(OFFICER, capture).then().statusCode(201);
    }

    @Test
    void aRecordIsFiledAsPaperWithItsSignatures() throws IOException {
        String signed = "{\"image\":\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(photo()) + "\",\"at\":\"2022-11-01T02:00:00Z\"}";
        String record = record(signed);
        Map<String, Object> capture = capture("RECORD", sha256(record.getBytes(StandardCharsets.UTF_8)));
        capture.put("record", record);
        send(OFFICER, capture).then().statusCode(201);
        String file = data.query("select id::text || ' ' || size from stored_file where media_type = 'application/pdf'")
                .get(0);
        try (PDDocument paper = Loader.loadPDF(read(file))) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains("是否收到执行通知书", "周某", "拒绝签名", "孙某");
            assertThat(paper.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
        assertThat(data.query("select record from capture")).containsExactly(record);
    }

    @Test
    void aRecordThatSomebodyDidNotSignIsRefused() {
        String record = record("null");
        Map<String, Object> capture = capture("RECORD", sha256(record.getBytes(StandardCharsets.UTF_8)));
        capture.put("record", record);
        send(OFFICER, capture).then().statusCode(422).body("code", equalTo("record-unsigned"));
        capture.put("record", record + " ");
        send(OFFICER, capture).then().statusCode(422).body("code", equalTo("capture-altered"));
        assertNothingFiled();
    }

    private void assertNothingFiled() {
        assertThat(data.count("select count(*) from dossier_item")).isZero();
        assertThat(data.count("select count(*) from capture")).isZero();
    }

    private static String record(String signature) {
        return """
                {"version":1,"slipId":"%s","slipNumber":"流转〔2022〕1号","caseNumber":"（2022）豫0505执1号",\
                "text":{"title":"笔录","place":"某小区","startedAt":"2022-11-01T10:00","officers":"赵某",\
                "qa":[{"question":"是否收到执行通知书？","answer":"收到了。"}],"narrative":"张贴公告。",\
                "present":[{"name":"周某","role":"被执行人"},{"name":"吴某","role":"在场人"}]},"textSha256":"0",\
                "signatures":[{"name":"周某","role":"被执行人","signature":%s,"refusal":null},\
                {"name":"吴某","role":"在场人","signature":null,\
                "refusal":{"reason":"不愿签名","witness":"孙某","at":"2022-11-01T02:01:00Z"}}],\
                "finishedAt":"2022-11-01T02:02:00Z"}""".formatted(SLIP, signature);
    }

    private static Map<String, Object> capture(String kind, String sha256) {
        Map<String, Object> capture = new HashMap<>();
        capture.put("id", UUID.randomUUID().toString());
        capture.put("slipId", SLIP);
        capture.put("kind", kind);
        capture.put("sha256", sha256);
        capture.put("takenAt", "2022-11-01T02:00:00Z");
        capture.put("title", "现场照片");
        capture.put("category", "OFFLINE_MEASURE_RESULT");
        return capture;
    }

    private static Response send(String who, Map<String, Object> capture) {
        return People.as(who).contentType(ContentType.JSON).body(capture).post("/api/v1/field/captures");
    }

    private static Response taken(String who) {
        return People.as(who).get("/api/v1/field/captures?slipId=" + SLIP);
    }

    private static byte[] photo() throws IOException {
        return photo(0);
    }

    private static byte[] photo(int shade) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, shade);
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static String upload(byte[] bytes) {
        String name = Base64.getEncoder().encodeToString("photo.png".getBytes(StandardCharsets.UTF_8));
        String place = People.as(OFFICER)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", bytes.length)
                .header("Upload-Metadata", "filename " + name)
                .post("/api/v1/uploads")
                .header("Location");
        String type = "application/offset+octet-stream";
        People.as(OFFICER)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .contentType(type)
                .body(bytes)
                .patch(place)
                .then()
                .statusCode(204);
        Patience.until(
                Duration.ofSeconds(10),
                "checked",
                () -> People.as(OFFICER).get(place).path("state").equals("READY"));
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private byte[] read(String file) {
        String[] known = file.split(" ");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.read(database.reading(), UUID.fromString(known[0]), 0, Long.parseLong(known[1]))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(each -> out.writeBytes(each.getBytes()));
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
