package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.BrokenSending;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.LongSound;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.S3Server;
import org.zhixing.testing.Samples;

/**
 * A large upload is interrupted three times, once by a kill of the API, and arrives whole, with the memory that {@code
 * ./run} gives. {@code -Dupload.bytes=1073741824} takes a gibibyte, {@code -Dupload.store=disk} the directory instead of
 * the S3 server.
 */
class InterruptedUploadIT {
    private static final long BYTES = Long.getLong("upload.bytes", 64L << 20);
    private static final boolean S3 = System.getProperty("upload.store", "s3").equals("s3");
    private static final long MEMORY_AT_MOST = 512L << 20;
    private static final String WHO = "executor-fast-1";
    private static final Duration CHECKED_AT_MOST = Duration.ofMinutes(5);

    private Deployment deployment;
    private ApiProcess api;
    private long most;

    @Test
    void arrivesWhole() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("ZHIXING_FILES_LEASE", "3S", "ZHIXING_FILES_EVERY", "1s"));
        try (S3Server store = S3 ? S3Server.start() : null) {
            if (store != null) {
                settings.putAll(store.settings());
            }
            try (Deployment whole = new Deployment("upload", settings)) {
                deployment = whole;
                api = whole.startAsRun().awaitReady();
                arrive();
            }
        }
    }

    private void arrive() throws Exception {
        LongSound sound = new LongSound(BYTES);
        BrokenSending sending = BrokenSending.begin(WHO, api, "庭审录音.wav", sound);
        long first = goOn(sending, BYTES / 4, false);
        long second = goOn(sending, BYTES / 2, true);
        long third = goOn(sending, BYTES * 3 / 4, false);
        assertThat(first).as("what arrived before the first break is kept").isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
        sending.toTheEnd(api, third);
        Patience.until(CHECKED_AT_MOST, "checked", () -> !"CHECKING".equals(upload(sending, "state")));
        assertThat(upload(sending, "state")).isEqualTo("READY");
        assertThat(upload(sending, "sha256")).isEqualTo(sound.sha256());
        assertThat(downloaded(sending)).isEqualTo(sound.sha256());
        remember();
        System.out.printf(
                "%d MiB over %s, broken at %d, %d and %d MiB: the API had %d MiB of memory at most%n",
                BYTES >> 20, S3 ? "S3" : "the directory", first >> 20, second >> 20, third >> 20, most >> 20);
        assertThat(most).as("resident memory").isLessThan(MEMORY_AT_MOST);
    }

    /** Sends until there and breaks off; answers the offset that the server tells then. */
    private long goOn(BrokenSending sending, long until, boolean killed) throws Exception {
        long from = sending.offset(api);
        sending.breakOff(api, from, until, () -> {
            if (killed) {
                remember();
                api.kill();
            }
        });
        if (killed) {
            api = deployment.startAsRun().awaitReady();
        }
        sending.awaitFree(api);
        return sending.offset(api);
    }

    private void remember() {
        most = Math.max(most, api.mostMemory());
    }

    private String upload(BrokenSending sending, String field) {
        return People.as(WHO).baseUri(api.url()).get(sending.place()).path(field);
    }

    /** Filed in a case and fetched again. */
    private String downloaded(BrokenSending sending) throws Exception {
        String kase = People.as("triage")
                .baseUri(api.url())
                .contentType("application/json")
                .body(Samples.smallClaim("(2022)豫0505执91号", "2022-10-31"))
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // Whoever the case was given to, this person is to file it.
        deployment
                .data()
                .run("update enforcement_case set executor_id = (select id from person where username = '" + WHO
                        + "')");
        People.as(WHO)
                .baseUri(api.url())
                .contentType("application/json")
                .body(Map.of("uploadId", sending.id(), "category", "INTERVIEW_RECORD", "title", "庭审录音"))
                .post("/api/v1/cases/" + kase + "/dossier/items")
                .then()
                .statusCode(201);
        String file = deployment
                .data()
                .query("select id from stored_file where size = " + BYTES)
                .get(0);
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/api/v1/files/" + file))
                .header("Authorization", "Bearer " + People.token(WHO))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return sha256(answer.body());
    }

    private static String sha256(InputStream bytes) throws Exception {
        try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException broken) {
            throw new AssertionError("The download broke off", broken);
        }
    }
}
