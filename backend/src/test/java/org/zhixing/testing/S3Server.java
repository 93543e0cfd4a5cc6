package org.zhixing.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An S3 server as a process of its own, with one bucket: it takes signed requests only. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "zhixing-files";

    /** What every client finds in its environment. */
    public static final Map<String, String> CREDENTIALS =
            Map.of("AWS_ACCESS_KEY_ID", "zhixing", "AWS_SECRET_ACCESS_KEY", "zhixing-secret");

    private static final Path LIBRARIES = Path.of("..", "s3server", "target", "lib");
    private static final Duration STARTED_AT_MOST = Duration.ofSeconds(90);

    private final Path folder;
    private final Process process;
    private final URI address;

    private S3Server(Path folder, Process process, URI address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    public static S3Server start() throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            throw new AssertionError("The S3 server is missing: ./mvnw -pl s3server process-test-resources");
        }
        Path folder = Files.createTempDirectory(Path.of("target"), "s3-").toAbsolutePath();
        int port = freePort();
        URI address = URI.create("http://localhost:" + port);
        // A bucket is a folder; one that others may read would be a public one.
        Path bucket = Files.createDirectories(folder.resolve("root").resolve(BUCKET));
        Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
        Path quiet = Files.writeString(
                folder.resolve("logback.xml"), "<configuration><root level=\"WARN\"/></configuration>");
        Path settings = Files.writeString(folder.resolve("settings"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.ignore-unknown-headers=true
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=nobody
                jclouds.credential=none
                jclouds.filesystem.basedir=%s
                """.formatted(
                        address,
                        CREDENTIALS.get("AWS_ACCESS_KEY_ID"),
                        CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"),
                        folder.resolve("root")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + quiet,
                        "-cp",
                        LIBRARIES.toAbsolutePath() + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        S3Server server = new S3Server(folder, process, address);
        Patience.until(STARTED_AT_MOST, "the S3 server answers, see " + folder, server::answers);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The S3 server ended, see " + folder);
        }
        HttpRequest unsigned = HttpRequest.newBuilder(address.resolve("/" + BUCKET))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(unsigned, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 403;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    /** What an instance of the API needs to keep its files here. */
    public Map<String, String> settings() {
        Map<String, String> settings = new java.util.HashMap<>(CREDENTIALS);
        settings.put("ZHIXING_S3_BUCKET", BUCKET);
        settings.put("ZHIXING_S3_ENDPOINT", address.toString());
        return settings;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        Folders.delete(folder);
    }
}
