package org.zhixing.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Sends calls and looks at the answers: no failure of the server, no word of another court, a problem for each refusal. */
final class Assault {
    private static final int MOST_READ = 4_000_000;
    private static final String BOUNDARY = "b0undary";
    private static final List<String> VERSIONS =
            List.of("\"1\"", "\"999\"", "*", "1", "\"\"", "\"-1\"", "W/\"1\"", "\"9".repeat(300));
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "a",
            "application/json;charset=utf-7");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI root;
    private final Plausible plausible;
    private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger serial = new AtomicInteger();

    Assault(URI root, Plausible plausible) {
        this.root = root;
        this.plausible = plausible;
    }

    /**
     * @param token null: of nobody
     * @param hostile null: as a client that means well would write it
     * @param mark what must not be in any answer, if anything
     */
    void call(
            Operation operation, String who, @Nullable String token, @Nullable Hostile hostile, @Nullable String mark) {
        String said = operation.id() + " by " + who + " #" + serial.incrementAndGet();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(address(operation, hostile)))
                    .timeout(Duration.ofSeconds(60));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            request.header("If-Match", hostile == null ? "\"1\"" : hostile.pick(VERSIONS));
            if (hostile != null && hostile.perhaps(4)) {
                request.header("Idempotency-Key", hostile.perhaps(2) ? "k".repeat(5_000) : "a-key-for-all");
                request.header("Accept-Language", hostile.perhaps(2) ? "en" : "*;q=9,,zz-ZZ-".repeat(20));
            }
            byte[] body = body(operation, hostile, request);
            request.method(
                    operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            look(said, operation, http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()), body, mark);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalArgumentException e) {
            wrong.add(said + ": " + e);
        }
    }

    private String address(Operation operation, @Nullable Hostile hostile) {
        StringBuilder path = new StringBuilder(operation.path());
        StringBuilder query = new StringBuilder();
        for (Operation.Parameter parameter : operation.parameters()) {
            boolean bad = hostile != null && hostile.perhaps(parameter.in().equals("path") ? 8 : 3);
            String value = bad ? shortened(hostile.string()) : plausible.text(operation, parameter);
            String written = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (parameter.in().equals("path")) {
                int at = path.indexOf("{" + parameter.name() + "}");
                path.replace(at, at + parameter.name().length() + 2, written.isEmpty() ? "%20" : written);
            } else if (hostile != null && !hostile.perhaps(3)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(written);
            }
        }
        return path.append(query).toString();
    }

    /** Addresses are cut off by the server long before a body is. */
    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }

    private static String said(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    private byte @Nullable [] body(Operation operation, @Nullable Hostile hostile, HttpRequest.Builder request) {
        if (operation.mediaType().isEmpty()) {
            return null;
        }
        boolean multipart = operation.mediaType().startsWith("multipart/");
        String type = multipart ? "multipart/form-data; boundary=" + BOUNDARY : operation.mediaType();
        request.header("Content-Type", hostile != null && hostile.perhaps(15) ? hostile.pick(TYPES) : type);
        if (operation.mediaType().contains("offset")) {
            request.header("Tus-Resumable", "1.0.0")
                    .header("Upload-Offset", hostile == null ? "0" : shortened(ascii(hostile.string())));
            return new byte[] {1};
        }
        if (hostile != null && hostile.perhaps(6)) {
            return hostile.body().getBytes(StandardCharsets.UTF_8);
        }
        JsonNode good = plausible.body(operation.body());
        JsonNode sent = hostile == null ? good : hostile.changed(good);
        return multipart
                ? form(sent)
                : operation.mediaType().equals("application/json")
                        ? Plausible.bytes(sent)
                        : sent.asText().getBytes(StandardCharsets.UTF_8);
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -~]", "").strip() + "0";
    }

    private static byte[] form(JsonNode fields) {
        StringBuilder form = new StringBuilder();
        fields.properties().forEach(each -> form.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(each.getKey())
                .append('"')
                .append(each.getKey().equals("file") ? "; filename=\"登记表.csv\"\r\nContent-Type: text/csv" : "")
                .append("\r\n\r\n")
                .append(each.getValue().asText())
                .append("\r\n"));
        return form.append("--").append(BOUNDARY).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void look(
            String said,
            Operation operation,
            HttpResponse<InputStream> response,
            byte @Nullable [] sent,
            @Nullable String mark)
            throws IOException {
        int status = response.statusCode();
        byStatus.computeIfAbsent(status, any -> new LongAdder()).increment();
        String type = response.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = response.body()) {
            // A stream goes on for as long as somebody listens.
            byte[] read = type.startsWith("text/event-stream") ? new byte[0] : body.readNBytes(MOST_READ);
            String text = new String(read, StandardCharsets.UTF_8);
            String asked =
                    response.request().method() + " " + response.request().uri() + " "
                            + (sent == null ? "" : said(new String(sent, StandardCharsets.UTF_8)));
            if (status >= 500) {
                wrong.add(said + ": " + status + " of " + asked + " " + said(text));
            } else if (status >= 400
                    && !operation.method().equals("HEAD")
                    && !type.startsWith("application/problem+json")) {
                wrong.add(said + ": " + status + " is a " + type + " of " + asked);
            }
            if (mark != null
                    && (text.contains(mark) || response.headers().toString().contains(mark))) {
                wrong.add(said + ": " + status + " tells of another court: " + asked + " " + said(text));
            }
        }
    }

    Queue<String> wrong() {
        return wrong;
    }

    int calls() {
        return serial.get();
    }

    String statuses() {
        return new java.util.TreeMap<>(byStatus).toString();
    }

    static Hostile hostile(long seed) {
        return new Hostile(new SplittableRandom(seed));
    }
}
