package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** What opens a door, or is somebody's own, never stands in the log, whatever goes wrong. */
@QuarkusTest
class LogTest extends CourtTest {
    private static final String PASSWORD = "Geheim-" + "und-lang-4711";
    private static final String ID_NUMBER = "41050519800101123X";

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Handler ears = new Handler() {
        @Override
        public void publish(LogRecord record) {
            String message = record instanceof ExtLogRecord known ? known.getFormattedMessage() : record.getMessage();
            said.add(message + " " + whole(record.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static String whole(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause).append(Arrays.toString(cause.getSuppressed())).append(' ');
        }
        return all.toString();
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(ears);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(ears);
    }

    @Test
    void neitherTokensNorPasswordsNorIdNumbersAreLogged() {
        String good = People.token("admin");
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "Zm9yZ2Vk";
        for (String token : List.of(good, forged)) {
            RestAssured.given().auth().oauth2(token).get("/api/v1/me");
            RestAssured.given().auth().oauth2(token).get("/api/v1/cases?q=" + ID_NUMBER + "&limit=x");
            RestAssured.given().cookie("q_session", token).get("/api/v1/me");
        }
        People.as("admin")
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("secret", PASSWORD, "password", PASSWORD, "smtpPassword", PASSWORD))
                .put("/api/v1/channels");
        People.as("triage")
                .contentType("application/json")
                .body("{\"parties\":[{\"name\":\"王某\",\"idNumber\":\"" + ID_NUMBER + "\",}")
                .post("/api/v1/cases");
        Logger.getLogger("org.zhixing").warning("the ears hear");
        assertThat(said).anyMatch(line -> line.contains("the ears hear"));
        for (String secret : List.of(good, forged, signature(good), PASSWORD, ID_NUMBER)) {
            assertThat(said).noneMatch(line -> line.contains(secret));
        }
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
