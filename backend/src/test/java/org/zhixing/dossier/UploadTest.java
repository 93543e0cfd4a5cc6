package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.Database;
import org.zhixing.testing.ClamDaemon;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Papers;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.VirusScanResource;

/** Uploads that are interrupted, contested and wrong: what arrives is what was sent, and what is evil says why. */
@QuarkusTest
@QuarkusTestResource(VirusScanResource.class)
class UploadTest extends CourtTest {
    private static final String WHO = "executor-fast-1";
    private static final byte[] NOTE = "约谈笔录：被执行人王某到场。\n".repeat(50).getBytes(StandardCharsets.UTF_8);

    @Inject
    Files files;

    @Inject
    Database database;

    @Inject
    BlobStore blobs;

    @Inject
    LeftOvers leftOvers;

    @Test
    void arrivesInPartsAndBecomesOneFile() {
        String place = begin("笔录.txt", NOTE.length, null).header("Location");
        patch(place, 0, part(0, 100)).then().statusCode(204).header("Upload-Offset", "100");
        tus(WHO).head(place).then().statusCode(200).header("Upload-Offset", "100");
        patch(place, 90, part(90, 200)).then().statusCode(409).body("code", equalTo("upload-offset"));
        patch(place, 100, part(100, NOTE.length)).then().statusCode(204);
        assertThat(settled(place)).isEqualTo("READY");
        UUID id = UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
        StoredFile first = ofUpload(id);
        assertThat(ofUpload(id)).isEqualTo(first);
        assertThat(first.mediaType()).isEqualTo("text/plain");
        assertThat(read(first)).isEqualTo(NOTE);
        tus(WHO).delete(place).then().statusCode(409).body("code", equalTo("upload-used"));
    }

    @Test
    void keepsNoPartThatIsNotWhatItsChecksumSays() throws Exception {
        tus(WHO).options("/api/v1/uploads")
                .then()
                .statusCode(204)
                .header("Tus-Extension", "creation,checksum,termination")
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .header("Tus-Max-Size", Long.toString(2048L << 20));
        String place = begin("笔录.txt", NOTE.length, null).header("Location");
        patch(place, 0, part(0, 100), sum("sha256", "SHA-256", part(0, 100)))
                .then()
                .statusCode(204)
                .header("Upload-Offset", "100");
        patch(place, 100, part(100, 200), sum("sha256", "SHA-256", part(100, 199)))
                .then()
                .statusCode(460)
                .body("code", equalTo("upload-part-altered"));
        tus(WHO).head(place).then().header("Upload-Offset", "100");
        for (String nonsense : new String[] {"md5 rL0Y20zC+Fzt72VPzMSk2A==", "sha256 !", "sha256", "sha1 AAAA"}) {
            patch(place, 100, part(100, 200), nonsense).then().statusCode(400);
        }
        tus(WHO).head(place).then().header("Upload-Offset", "100");
        byte[] rest = part(100, NOTE.length);
        patch(place, 100, rest, sum("sha1", "SHA-1", rest)).then().statusCode(204);
        assertThat(settled(place)).isEqualTo("READY");
    }

    private static String sum(String name, String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
        return name
                + " "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    @Test
    void tellsWhatIsReallyOnTheDisk() {
        String place = begin("笔录.txt", NOTE.length, null).header("Location");
        patch(place, 0, part(0, 100)).then().statusCode(204);
        data.run("update upload set received = 500");
        tus(WHO).head(place).then().header("Upload-Offset", "100");
    }

    @Test
    void belongsToItsSenderAlone() {
        String place = begin("笔录.txt", NOTE.length, null).header("Location");
        for (String other : new String[] {"judge-fast-1", "wenfeng-executor"}) {
            tus(other).head(place).then().statusCode(404);
            tus(other).delete(place).then().statusCode(404);
        }
        tus("auditor").get(place).then().statusCode(403);
        tus(WHO).delete(place).then().statusCode(204);
        tus(WHO).head(place).then().statusCode(404);
    }

    @Test
    void refusesASecondSenderAndMoreThanAnnounced() {
        String place = begin("笔录.txt", NOTE.length, null).header("Location");
        patch(place, 0, new byte[NOTE.length + 1]).then().statusCode(413).body("code", equalTo("upload-too-long"));
        tus(WHO).head(place).then().header("Upload-Offset", "0");
        data.run("update upload set lease_by = id, lease_until = now() + interval '1 minute'");
        patch(place, 0, NOTE).then().statusCode(423).body("code", equalTo("upload-busy"));
        data.run("update upload set lease_until = now() - interval '1 second'");
        patch(place, 0, NOTE).then().statusCode(204);
    }

    @Test
    void answersTheSameKeyWithTheSameUpload() {
        String first = keyed("笔录.txt").header("Location");
        assertThat(keyed("笔录.txt").header("Location")).isEqualTo(first);
        keyed("别的.txt").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void refusesAtTheDoorWhatNameAndSizeShow() {
        begin("a.txt", 0, null).then().statusCode(422).body("code", equalTo("file-empty"));
        begin("a.svg", 10, null).then().statusCode(422).body("code", equalTo("file-type-not-allowed"));
        begin("a.exe", 10, null).then().statusCode(422).body("code", equalTo("file-type-not-allowed"));
        begin("../a.txt", 10, null).then().statusCode(422).body("code", equalTo("file-name-climbs"));
        begin("a.txt", 60L << 20, null).then().statusCode(413).body("code", equalTo("file-too-large"));
        People.as(WHO).post("/api/v1/uploads").then().statusCode(412).header("Tus-Version", "1.0.0");
    }

    @Test
    void refusesEachEvilFileWithItsReason() throws IOException {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(reason("page.txt", page, null)).isEqualTo("file-type-not-allowed");
        assertThat(reason("drawing.png", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("file-type-not-allowed");
        assertThat(reason("tool.pdf", "MZ\u0090\0\u0003\0\0\0".getBytes(StandardCharsets.ISO_8859_1), null))
                .isEqualTo("file-type-not-allowed");
        assertThat(reason("photo.jpg", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("file-name-lies");
        assertThat(reason("paper.pdf", "%PDF-1.7\n<script>x</script>\n%%EOF".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("file-polyglot");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write("%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        both.write(zip("a.txt", 10));
        assertThat(reason("paper.pdf", both.toByteArray(), null)).isEqualTo("file-polyglot");
        assertThat(reason("bomb.docx", zip("word/document.xml", 8 << 20), null)).isEqualTo("file-bomb");
        assertThat(reason("macro.docx", zip("word/vbaProject.bin", 10), null)).isEqualTo("file-macro");
        assertThat(reason(
                        "macro.doc",
                        Papers.oldOffice(Map.of("WordDocument", Papers.oldText(), "Macros/VBA/dir", new byte[9])),
                        null))
                .isEqualTo("file-macro");
        assertThat(reason("climb.docx", zip("../../etc/passwd", 10), null)).isEqualTo("file-part-climbs");
        assertThat(reason("note.txt", NOTE, "0".repeat(64))).isEqualTo("file-altered");
    }

    @Test
    void refusesWhatIsBrokenLockedOrCarriesMore() throws IOException {
        byte[] pdf = Papers.pdf(3);
        assertThat(reason("cut.pdf", cut(pdf, 0.6), null)).isEqualTo("file-corrupt");
        assertThat(reason("locked.pdf", Papers.encryptedPdf("secret"), null)).isEqualTo("file-encrypted");
        byte[] noPages = "%PDF-1.7\n1 0 obj\nnothing\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        assertThat(reason("hollow.pdf", noPages, null)).isEqualTo("file-corrupt");
        byte[] jpeg = Papers.picture("jpeg", 300, 200);
        byte[] png = Papers.picture("png", 300, 200);
        byte[] more = "and more".getBytes(StandardCharsets.UTF_8);
        assertThat(reason("cut.jpg", cut(jpeg, 0.7), null)).isEqualTo("file-corrupt");
        assertThat(reason("more.jpg", joined(jpeg, more), null)).isEqualTo("file-trailing");
        assertThat(reason("two.jpg", joined(jpeg, jpeg), null)).isEqualTo("file-trailing");
        assertThat(reason("cut.png", cut(png, 0.7), null)).isEqualTo("file-corrupt");
        assertThat(reason("more.png", joined(png, more), null)).isEqualTo("file-trailing");
        byte[] altered = png.clone();
        altered[60] ^= 1;
        assertThat(reason("altered.png", altered, null)).isEqualTo("file-corrupt");
        assertThat(reason("bomb.png", Papers.enlarged(png, 20_000), null)).isEqualTo("file-pixels");
        assertThat(reason("cut.tif", Arrays.copyOf(Papers.picture("tiff", 300, 200), 8), null))
                .isEqualTo("file-corrupt");
        assertThat(reason("nested.docx", zip("word/media/a.zip", zip("a.txt", 10)), null))
                .isEqualTo("file-nested-archive");
        byte[] table = zip("xl/workbook.xml", 10);
        assertThat(reason("nested.docx", zip("word/embeddings/a.xlsx", zip("b.zip", table)), null))
                .isEqualTo("file-nested-archive");
        assertThat(reason("bomb.docx", zip("word/embeddings/a.xlsx", zip("xl/workbook.xml", 8 << 20)), null))
                .isEqualTo("file-bomb");
        assertThat(data.query("select distinct actor_name from audit where action = 'upload.refused'"))
                .containsExactly("系统");
        assertThat(data.query("select detail ->> 'reason' from audit where detail ->> 'file' = 'more.jpg'"))
                .containsExactly("file-trailing");
    }

    @Test
    void refusesWhatTheScannerFinds() {
        assumeTrue(ClamDaemon.isInstalled(), "clamd is not installed, so that no upload can be shown to it.");
        byte[] ill = ("约谈笔录 " + ClamDaemon.VIRUS).getBytes(StandardCharsets.UTF_8);
        assertThat(reason("ill.txt", ill, null)).isEqualTo("file-virus");
        assertThat(reason("large.txt", "x".repeat(ClamDaemon.MOST + 100_000).getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("file-unscanned");
    }

    @Test
    void takesWhatIsWhole() throws IOException {
        assertThat(kind("paper.pdf", Papers.pdf(2))).isEqualTo("application/pdf");
        assertThat(kind("photo.jpg", Papers.photo(400, 300, 6))).isEqualTo("image/jpeg");
        assertThat(kind("filled.jpg", joined(Papers.picture("jpeg", 40, 30), new byte[512])))
                .isEqualTo("image/jpeg");
        assertThat(kind("scan.png", Papers.picture("png", 400, 300))).isEqualTo("image/png");
        assertThat(kind("scan.tif", Papers.picture("tiff", 400, 300))).isEqualTo("image/tiff");
        assertThat(kind("report.doc", Papers.oldOffice(Map.of("WordDocument", Papers.oldText()))))
                .isEqualTo("application/msword");
        assertThat(kind("report.docx", zip("word/document.xml", 100))).endsWith("wordprocessingml.document");
    }

    @Test
    void removesBytesThatBelongToNothing() throws IOException {
        String place = begin("笔录.txt", NOTE.length, null).header("Location");
        patch(place, 0, NOTE).then().statusCode(204);
        assertThat(settled(place)).isEqualTo("READY");
        StoredFile kept = ofUpload(UUID.fromString(place.substring(place.lastIndexOf('/') + 1)));
        Path lies = blobs.onDisk(new BlobKey(actor().courtId(), kept.sha256())).orElseThrow();
        java.nio.file.Files.setLastModifiedTime(lies, FileTime.from(Instant.EPOCH));
        leftOvers.sweep();
        assertThat(read(kept)).isEqualTo(NOTE);
        data.run("delete from upload; delete from stored_file");
        java.nio.file.Files.setLastModifiedTime(lies, FileTime.from(Instant.now()));
        leftOvers.sweep();
        assertThat(lies).as("younger than a day").exists();
        java.nio.file.Files.setLastModifiedTime(lies, FileTime.from(Instant.EPOCH));
        assertThat(leftOvers.sweep()).isPositive();
        assertThat(lies).doesNotExist();
    }

    private static String kind(String name, byte[] content) {
        String place = begin(name, content.length, null).header("Location");
        patch(place, 0, content).then().statusCode(204);
        assertThat(settled(place)).as(name).isEqualTo("READY");
        return tus(WHO).get(place).then().extract().path("mediaType");
    }

    private static byte[] cut(byte[] whole, double part) {
        return Arrays.copyOf(whole, (int) (whole.length * part));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] zip(String part, int zeros) throws IOException {
        return zip(part, new byte[zeros]);
    }

    private static byte[] zip(String part, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private String reason(String name, byte[] content, String sha256) {
        String place = begin(name, content.length, sha256).header("Location");
        patch(place, 0, content).then().statusCode(204);
        assertThat(settled(place)).as(name).isEqualTo("REFUSED");
        return tus(WHO).get(place)
                .then()
                .body("refusal.title", notNullValue())
                .body("refusal.remedy", notNullValue())
                .extract()
                .path("refusal.code");
    }

    private static String settled(String place) {
        Patience.until(Duration.ofSeconds(10), "checked", () -> !state(place).equals("CHECKING"));
        return state(place);
    }

    private static String state(String place) {
        return tus(WHO).get(place).then().statusCode(200).extract().path("state");
    }

    private StoredFile ofUpload(UUID id) {
        return database.inTransaction(tx -> files.ofUpload(tx, actor(), id))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Actor actor() {
        UUID person = UUID.fromString(data.query("select id from person where username = '" + WHO + "'")
                .get(0));
        int court = (int) data.count("select court_id from person where username = '" + WHO + "'");
        return new Actor(person, court, WHO, "李某某", java.util.Set.of(), null, java.util.Set.of());
    }

    private byte[] read(StoredFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.read(database.reading(), file.id(), 0, file.size())
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(each -> out.writeBytes(each.getBytes()));
        return out.toByteArray();
    }

    private static byte[] part(int from, int to) {
        return java.util.Arrays.copyOfRange(NOTE, from, to);
    }

    private static RequestSpecification tus(String who) {
        return People.as(who).header("Tus-Resumable", "1.0.0");
    }

    private static Response keyed(String name) {
        return announce(name, NOTE.length, null)
                .header("Idempotency-Key", "capture-1")
                .post("/api/v1/uploads");
    }

    private static Response begin(String name, long size, String sha256) {
        return announce(name, size, sha256).post("/api/v1/uploads");
    }

    private static RequestSpecification announce(String name, long size, String sha256) {
        String metadata = "filename " + base64(name) + (sha256 == null ? "" : ",sha256 " + base64(sha256));
        return tus(WHO).header("Upload-Length", size).header("Upload-Metadata", metadata);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response patch(String place, long offset, byte[] bytes) {
        return patching(offset).body(bytes).patch(place);
    }

    private static Response patch(String place, long offset, byte[] bytes, String checksum) {
        return patching(offset).header("Upload-Checksum", checksum).body(bytes).patch(place);
    }

    private static RequestSpecification patching(long offset) {
        return tus(WHO).config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(
                                        "application/offset+octet-stream", io.restassured.http.ContentType.BINARY)))
                .contentType("application/offset+octet-stream")
                .header("Upload-Offset", offset);
    }
}
