package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;

/** Pictures of evidence: what is seen of it, upright and small, and nothing else of it. */
@QuarkusTest
class ThumbnailTest extends CourtTest {
    private static final String WHO = "executor-fast-1";

    @Inject
    Docket docket;

    @Inject
    BlobStore blobs;

    @Test
    void drawsEachPageAndKeepsIt() throws IOException {
        String file = prove("interview.pdf", Papers.pdf(2));
        assertThat(look(get(WHO, file, 1, 160), 0.5, 0.5)).isEqualTo("red");
        Response second = get(WHO, file, 2, 100);
        assertThat(look(second, 0.5, 0.5)).isEqualTo("blue");
        assertThat(image(second).getHeight()).isBetween(159, 160);
        assertThat(data.count("select count(*) from file_picture")).isEqualTo(2);
        Response again = get(WHO, file, 2, 160);
        assertThat(again.asByteArray()).isEqualTo(second.asByteArray());
        assertThat(data.count("select count(*) from file_picture")).isEqualTo(2);
        People.as(WHO)
                .header("If-None-Match", second.header("ETag"))
                .get("/api/v1/files/" + file + "/thumbnail?page=2&size=160")
                .then()
                .statusCode(304);
        get(WHO, file, 3, 160).then().statusCode(404).body("code", equalTo("picture-page"));
        get(WHO, file, 0, 160).then().statusCode(400);
    }

    @Test
    void turnsPhotosUprightAndLeavesTheirExifBehind() throws IOException {
        byte[] photo = Papers.photo(1200, 900, 6);
        String file = prove("photo.jpg", photo);
        Response drawn = get(WHO, file, 1, 320);
        assertThat(image(drawn).getWidth()).isEqualTo(240);
        assertThat(image(drawn).getHeight()).isEqualTo(320);
        assertThat(look(drawn, 0.5, 0.2)).isEqualTo("red");
        assertThat(look(drawn, 0.5, 0.8)).isEqualTo("blue");
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(drawn.asByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void drawsPngAndTiff() throws IOException {
        for (String format : new String[] {"png", "tiff"}) {
            data.wipe();
            String file = prove("scan." + format, Papers.picture(format, 500, 400));
            assertThat(look(get(WHO, file, 1, 320), 0.2, 0.5)).as(format).isEqualTo("red");
            get(WHO, file, 2, 320).then().statusCode(404).body("code", equalTo("picture-page"));
        }
    }

    @Test
    void drawsWhatIsStillInChunks() throws IOException {
        byte[] pdf = Papers.pdf(1);
        String file = prove("interview.pdf", pdf);
        data.run("update stored_file set blob = false; insert into stored_chunk (court_id, file_id, seq, data)"
                + " select court_id, id, 0, decode('" + HexFormat.of().formatHex(pdf)
                + "', 'hex') from stored_file");
        assertThat(look(get(WHO, file, 1, 160), 0.5, 0.5)).isEqualTo("red");
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        String note = prove("note.txt", "约谈笔录".repeat(20).getBytes(StandardCharsets.UTF_8));
        get(WHO, note, 1, 160)
                .then()
                .statusCode(404)
                .body("code", equalTo("picture-none"))
                .body("remedy", notNullValue());
        data.wipe();
        byte[] png = Papers.picture("png", 100, 100);
        get(WHO, ofOld("bomb.png", Papers.enlarged(png, 20_000)), 1, 160)
                .then()
                .statusCode(404)
                .body("code", equalTo("file-pixels"));
        data.wipe();
        get(WHO, ofOld("locked.pdf", Papers.encryptedPdf("secret")), 1, 160)
                .then()
                .statusCode(404)
                .body("code", equalTo("file-encrypted"));
        data.wipe();
        get(WHO, ofOld("broken.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8)), 1, 160)
                .then()
                .statusCode(404)
                .body("code", equalTo("picture-unreadable"));
    }

    @Test
    void showsItOnlyToWhoSeesTheFile() {
        String file = prove("interview.pdf", Papers.pdf(1));
        get("president", file, 1, 160).then().statusCode(200);
        get("wenfeng-executor", file, 1, 160).then().statusCode(404).body("code", equalTo("not-found"));
        get(WHO, UUID.randomUUID().toString(), 1, 160).then().statusCode(404);
    }

    @Test
    void drawsWebp() throws IOException {
        for (String how : new String[] {"lossy", "lossless"}) {
            data.wipe();
            String file = prove("photo.webp", Papers.webp(how));
            assertThat(look(get(WHO, file, 1, 160), 0.2, 0.5)).as(how).isEqualTo("red");
            assertThat(look(get(WHO, file, 1, 160), 0.8, 0.5)).as(how).isEqualTo("blue");
            get(WHO, file, 2, 160).then().statusCode(404).body("code", equalTo("picture-page"));
        }
    }

    @Test
    void drawsTheSheetsOfAScan() throws IOException {
        String file = prove("扫描件.tif", Papers.scan(2, 1240, 1754));
        Response second = get("president", file, 2, 1754);
        second.then().statusCode(200);
        assertThat(image(second).getHeight()).isEqualTo(1754);
        assertThat(look(second, 0.2, 0.5)).isEqualTo("red");
        get(WHO, file, 3, 1754).then().statusCode(404).body("code", equalTo("picture-page"));
        get(WHO, file, 1, 1755).then().statusCode(400);
        get("executor-ordinary-1", file, 1, 1754).then().statusCode(404).body("code", equalTo("not-found"));
        assertThat(data.query("select distinct actor_name from audit where action = 'dossier.opened'"))
                .hasSize(2);
    }

    @Test
    void aListOfPicturesOpensNothingAndALargeOneDoes() {
        String file = prove("interview.pdf", Papers.pdf(1));
        String opened = "select actor_name from audit where action = 'dossier.opened'";
        get("president", file, 1, 160).then().statusCode(200);
        get("president", file, 1, 320).then().statusCode(200);
        assertThat(data.query(opened)).isEmpty();
        assertThat(data.count("select count(*) from dossier_opening")).isZero();
        get("president", file, 1, 640).then().statusCode(200);
        assertThat(data.query(opened)).hasSize(1);
        get("executor-ordinary-1", file, 1, 160).then().statusCode(404).body("code", equalTo("not-found"));
    }

    /** A file that came before files were looked at. */
    private String ofOld(String name, byte[] content) throws IOException {
        String file = prove("note.txt", "约谈笔录".repeat(20).getBytes(StandardCharsets.UTF_8));
        Path bytes = java.nio.file.Files.write(java.nio.file.Files.createTempFile("old", null), content);
        String sha256 = Files.sha256(bytes);
        int court = (int) data.count("select court_id from stored_file");
        blobs.put(new BlobKey(court, sha256), bytes).await().atMost(Duration.ofSeconds(10));
        java.nio.file.Files.delete(bytes);
        data.run("update stored_file set name = '" + name + "', sha256 = '" + sha256 + "', size = " + content.length);
        return file;
    }

    /** Files it as the evidence of a case's first interview; answers the file's id. */
    private String prove(String name, byte[] content) {
        Node interview = Docket.node(docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10))), NodeCode.FIRST_INTERVIEW);
        return People.as(WHO)
                .multiPart("category", "INTERVIEW_RECORD")
                .multiPart("file", name, content)
                .header("If-Match", "\"1\"")
                .post("/api/v1/nodes/" + interview.id() + "/completion")
                .then()
                .statusCode(200)
                .extract()
                .path("evidence.fileId");
    }

    private static Response get(String who, String file, int page, int size) {
        return People.as(who).get("/api/v1/files/" + file + "/thumbnail?page=" + page + "&size=" + size);
    }

    private static BufferedImage image(Response response) throws IOException {
        response.then().statusCode(200).contentType("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
    }

    /** What colour is seen at that part of width and height. */
    private static String look(Response response, double x, double y) throws IOException {
        BufferedImage image = image(response);
        Color seen = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        return seen.getRed() > 200 && seen.getBlue() < 60
                ? "red"
                : seen.getBlue() > 200 && seen.getRed() < 60 ? "blue" : seen.toString();
    }
}
