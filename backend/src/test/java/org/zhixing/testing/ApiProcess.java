package org.zhixing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged API as a process of its own, which a test may kill. */
public final class ApiProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_AT_MOST = Duration.ofSeconds(90);
    private static final Duration ANSWERS_AT_MOST = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final int port;
    private final Path log;
    private boolean worked;

    private ApiProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Begins to start it; {@link #awaitReady} waits. */
    static ApiProcess start(int port, Path log, List<String> memory, Map<String, String> environment) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.of(List.of(java), memory, List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()))
                                .flatMap(List::stream)
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("ZHIXING_PORT", Integer.toString(port));
        try {
            return new ApiProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public ApiProcess awaitReady() {
        Patience.until(START_AT_MOST, "ready, see " + log, () -> {
            assertThat(process.isAlive()).as("alive, see " + log).isTrue();
            return ready();
        });
        return this;
    }

    /** Whether it takes requests now, its database included. */
    public boolean ready() {
        boolean now = process.isAlive() && answers();
        worked |= now;
        return now;
    }

    /** Whether it was ever seen ready: its start is behind it. */
    public boolean worked() {
        return worked;
    }

    /** The most of the machine's memory that the process has had since its start, in bytes. */
    public long mostMemory() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String line =
                    status.filter(each -> each.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    private boolean answers() {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(ANSWERS_AT_MOST)
                .build();
        try {
            return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing in the process gets to run any more. */
    public void kill() {
        assertThat(process.isAlive()).as("alive until killed, see " + log).isTrue();
        process.destroyForcibly();
        assertThat(process.onExit().join().exitValue()).as("ended by SIGKILL").isEqualTo(128 + 9);
    }

    /** SIGTERM, as every operator and container engine does; answers how long it took to end. */
    public Duration stop() {
        long began = System.nanoTime();
        process.destroy();
        process.onExit().join();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
