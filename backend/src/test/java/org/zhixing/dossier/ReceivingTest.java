package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.dossier.Receiving.End;
import org.zhixing.testing.Patience;

/** A part on its way from a real connection to a real file. */
class ReceivingTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int BLOCK = 1 << 16;
    private static final byte SENT = 7;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private volatile boolean mine = true;
    private volatile Duration late = Duration.ZERO;
    private HttpServer server;
    private Path file;

    @BeforeEach
    void listen() throws Exception {
        file = folder.resolve("part");
        server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void receive(HttpServerRequest request) {
        request.pause();
        if (late.isZero()) {
            into(request);
        } else {
            vertx.setTimer(late.toMillis(), now -> into(request));
        }
    }

    private void into(HttpServerRequest request) {
        Receiving.into(
                        vertx,
                        request,
                        file,
                        0,
                        Long.MAX_VALUE,
                        null,
                        LONG,
                        Duration.ofSeconds(1),
                        () -> Uni.createFrom().item(mine))
                .subscribe()
                .with(
                        end -> {
                            ended.complete(end);
                            request.response().end();
                        },
                        ended::completeExceptionally);
    }

    /** A process that is killed leaves what the file is at that moment: its length must not promise bytes to come. */
    @Test
    void theFileHasNoHolesAtAnyMoment() throws Exception {
        int blocks = 2_000;
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Long> hole = CompletableFuture.supplyAsync(() -> firstHole(done));
        try (Socket socket = send((long) blocks * BLOCK)) {
            OutputStream out = socket.getOutputStream();
            byte[] block = block();
            for (int sent = 0; sent < blocks; sent++) {
                out.write(block);
            }
            out.flush();
            assertThat(ended.get(1, TimeUnit.MINUTES)).isEqualTo(End.KEPT);
        } finally {
            done.set(true);
        }
        assertThat(hole.get(10, TimeUnit.SECONDS))
                .as("where the file was longer than what was in it")
                .isEqualTo(-1);
        assertThat(Files.size(file)).isEqualTo((long) blocks * BLOCK);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = block();
            for (int read = 0; read < blocks; read++) {
                assertThat(in.readNBytes(BLOCK)).isEqualTo(block);
            }
        }
    }

    /** What came before a connection broke is kept, to the last byte that the server had taken from it. */
    @Test
    void whatCameBeforeTheConnectionBrokeIsThere() throws Exception {
        try (Socket socket = send(10L * BLOCK)) {
            socket.getOutputStream().write(block(), 0, 40_000);
            socket.getOutputStream().flush();
        }
        assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(End.KEPT);
        assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(block(), 40_000));
    }

    /** Also where it broke before the file was open: nothing tells then that it did. */
    @Test
    void whatCameIsThereAlsoWhenTheConnectionBrokeAtOnce() throws Exception {
        late = Duration.ofMillis(300);
        try (Socket socket = send(10L * BLOCK)) {
            socket.getOutputStream().write(block(), 0, 40_000);
            socket.getOutputStream().flush();
        }
        assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(End.KEPT);
        assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(block(), 40_000));
    }

    /** Whoever was silent for so long that another sends now writes no more. */
    @Test
    void oneThatLostItsLeaseWritesNoMore() throws Exception {
        try (Socket socket = send(10L * BLOCK)) {
            OutputStream out = socket.getOutputStream();
            out.write(block(), 0, 1_000);
            out.flush();
            Patience.until(LONG, "the first bytes", () -> file.toFile().length() == 1_000);
            mine = false;
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(End.LOST);
            out.write(block(), 0, 1_000);
            out.flush();
        }
        assertThat(Files.size(file)).isEqualTo(1_000);
    }

    private Socket send(long length) throws Exception {
        Socket socket = new Socket("localhost", server.actualPort());
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(("PATCH / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        head.writeTo(socket.getOutputStream());
        return socket;
    }

    private static byte[] block() {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, SENT);
        return block;
    }

    /** Looks at the file's end again and again: the place of a byte that nobody has written, or -1. */
    private long firstHole(AtomicBoolean done) {
        ByteBuffer tail = ByteBuffer.allocate(4 * BLOCK);
        while (!done.get()) {
            try (FileChannel channel = Files.exists(file) ? FileChannel.open(file) : null) {
                if (channel == null) {
                    continue;
                }
                long size = channel.size();
                long from = Math.max(0, size - tail.capacity());
                tail.clear().limit((int) (size - from));
                channel.read(tail, from);
                for (int at = 0; at < tail.position(); at++) {
                    if (tail.get(at) != SENT) {
                        return from + at;
                    }
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return -1;
    }
}
