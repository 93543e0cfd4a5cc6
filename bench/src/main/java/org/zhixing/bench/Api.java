package org.zhixing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhixing.launcher.ApiMemory;

/** The packaged API as a process with the options of {@code ./run}, and requests to it. */
final class Api implements AutoCloseable {
    private static final Path JAR = Path.of("backend/target/quarkus-app/quarkus-run.jar");
    private static final int READY_WITHIN_SECONDS = 120;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Api(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Api start(Path log, Map<String, String> environment) {
        if (!Files.exists(JAR)) {
            throw new CannotMeasure(JAR + " is missing: build it with ./mvnw -DskipTests package.");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.of(List.of(java), ApiMemory.OPTIONS, List.of("-jar", JAR.toString()))
                                .flatMap(List::stream)
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("ZHIXING_PORT", Integer.toString(port));
        try {
            Api api = new Api(builder.start(), "http://localhost:" + port);
            Runtime.getRuntime().addShutdownHook(new Thread(api.process::destroy));
            api.awaitReady(log);
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path log) {
        for (int i = 0; i < READY_WITHIN_SECONDS * 10; i++) {
            if (!process.isAlive()) {
                throw new CannotMeasure("The API ended while it was starting, see " + log);
            }
            try {
                if (http.send(request("/q/health/ready").build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            } catch (InterruptedException e) {
                throw new CannotMeasure("Interrupted", e);
            }
            Clock.sleep(100);
        }
        throw new CannotMeasure("The API is not ready after " + READY_WITHIN_SECONDS + " s, see " + log);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return url + path;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path).GET(), token);
    }

    HttpResponse<String> post(String path, String token) {
        return send(request(path).POST(BodyPublishers.noBody()), token);
    }

    HttpResponse<String> post(String path, String token, byte[] json) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json)), token);
    }

    HttpResponse<String> put(String path, String token, String ifMatch, byte[] json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", ifMatch)
                        .PUT(BodyPublishers.ofByteArray(json)),
                token);
    }

    /** One file in a form. */
    HttpResponse<String> upload(String path, String token, Path file) {
        String boundary = "zhixing-bench";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n";
        try {
            return send(
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(BodyPublishers.concat(
                                    BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                                    BodyPublishers.ofFile(file),
                                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))),
                    token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        try {
            HttpResponse<String> response =
                    http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new CannotMeasure(response.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new CannotMeasure("The API did not answer", e);
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
