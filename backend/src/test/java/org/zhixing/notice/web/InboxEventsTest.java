package org.zhixing.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;
import org.zhixing.testing.Told;

@QuarkusTest
class InboxEventsTest extends CourtTest {
    @TestHTTPResource("/api/v1/inbox/events")
    URI events;

    @Inject
    OutboxWorker worker;

    @Inject
    Told told;

    @Test
    void theBellHearsAtOnceThenLiveOfEveryChangeOfItsOwnInbox() throws Exception {
        try (Stream triage = open("triage")) {
            assertThat(triage.next()).isEqualTo("{\"unread\":0}");
            told.put("for-another", List.of("funds"));
            told.put("for-triage", List.of("triage"));
            worker.deliver().await().atMost(Duration.ofSeconds(10));
            assertThat(triage.next()).isEqualTo("{\"unread\":1}");
            People.as("triage").post("/api/v1/inbox/read-all").then().statusCode(204);
            assertThat(triage.next()).isEqualTo("{\"unread\":0}");
            assertThat(triage.pending()).isFalse();
        }
    }

    @Test
    void theBellRingsAgainAfterTheDatabaseDroppedTheListeningConnection() throws Exception {
        try (Stream triage = open("triage")) {
            assertThat(triage.next()).isEqualTo("{\"unread\":0}");
            data.query("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'");
            told.put("meanwhile", List.of("triage"));
            worker.deliver().await().atMost(Duration.ofSeconds(10));
            String heard = triage.next();
            if (heard.equals("{\"unread\":0}")) {
                heard = triage.next();
            }
            assertThat(heard).isEqualTo("{\"unread\":1}");
        }
    }

    private Stream open(String username) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + People.token(username))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new Stream(response.body());
    }

    /** The data of the events named inbox. */
    private static final class Stream implements AutoCloseable {
        private final InputStream body;
        private final BlockingQueue<String> data = new LinkedBlockingQueue<>();

        Stream(InputStream body) {
            this.body = body;
            Thread reader =
                    new Thread(() -> read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))));
            reader.setDaemon(true);
            reader.start();
        }

        private void read(BufferedReader lines) {
            String event = "";
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        event = line.substring(6).trim();
                    } else if (line.startsWith("data:") && event.equals("inbox")) {
                        data.add(line.substring(5).trim());
                    }
                }
            } catch (java.io.IOException closed) {
                // the test is over
            }
        }

        String next() throws InterruptedException {
            String next = data.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("an event within 10 s").isNotNull();
            return next;
        }

        boolean pending() throws InterruptedException {
            return data.poll(500, TimeUnit.MILLISECONDS) != null;
        }

        @Override
        public void close() throws Exception {
            body.close();
        }
    }
}
