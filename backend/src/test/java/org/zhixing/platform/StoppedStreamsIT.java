package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhixing.cases.Registers.row;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.Registers;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.People;

/** A server that is told to stop ends its live streams, and does not wait for their listeners to go. */
class StoppedStreamsIT {
    private static final Duration STOPPED_AT_MOST = Duration.ofSeconds(8);

    @Test
    void endsTheInboxesAndTheProgressOfImports() throws Exception {
        // Nobody works on the import, so that its progress goes on for ever.
        try (Deployment deployment = new Deployment("streams", Map.of("ZHIXING_IMPORT_EVERY", "off"))) {
            ApiProcess api = deployment.start().awaitReady();
            List<CompletableFuture<HttpResponse<String>>> streams =
                    List.of(listen(api, "/inbox/events"), listen(api, "/imports/" + upload(api) + "/events"));
            Thread.sleep(1500);
            assertThat(streams).noneMatch(CompletableFuture::isDone);
            Duration stopped = api.stop();
            for (CompletableFuture<HttpResponse<String>> stream : streams) {
                assertThat(stream.get(5, TimeUnit.SECONDS).body()).contains("event:");
            }
            // The server gives requests ten seconds to end.
            assertThat(stopped).isLessThan(STOPPED_AT_MOST);
        }
    }

    private static String upload(ApiProcess api) throws Exception {
        Path file = Registers.file(Registers.csv(row("(2022)豫0505执1号")), StandardCharsets.UTF_8);
        return People.as("triage")
                .baseUri(api.url())
                .multiPart("file", file.toFile())
                .post("/api/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static CompletableFuture<HttpResponse<String>> listen(ApiProcess api, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/api/v1" + address))
                .header("Authorization", "Bearer " + People.token("triage"))
                .header("Accept", "text/event-stream")
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
