package org.zhixing.testing;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A file brought in whole by the upload protocol, as a browser does it. */
public final class Uploaded {
    private static final String TYPE = "application/offset+octet-stream";

    private Uploaded() {}

    /** The upload's id, once its content has been looked at. */
    public static String by(String person, String name, byte[] bytes) {
        String named = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        String place = People.as(person)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", bytes.length)
                .header("Upload-Metadata", "filename " + named)
                .post("/api/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        People.as(person)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(TYPE, ContentType.BINARY)))
                .contentType(TYPE)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", 0)
                .body(bytes)
                .patch(place)
                .then()
                .statusCode(204);
        Patience.until(Duration.ofSeconds(20), "checked", () -> !"CHECKING"
                .equals(People.as(person).get(place).path("state")));
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
