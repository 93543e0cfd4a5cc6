package org.zhixing.dossier.content;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.zhixing.dossier.rules.Finding;

/** Has clamd look at a file: its bytes go over the socket (INSTREAM), so that it may run anywhere. Blocks. */
public final class VirusScan {
    private static final int PIECE = 1 << 16;
    private static final String UNIX = "unix:";
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final SocketAddress clamd;
    private final Duration patience;

    /** @param address {@code unix:/run/clamav/clamd.ctl} or {@code host:port} */
    public VirusScan(String address, Duration patience) {
        this.clamd = address(address);
        this.patience = patience;
    }

    private static SocketAddress address(String text) {
        if (text.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
        }
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** What was found, if anything; fails where clamd does not answer, as a file that was not looked at is not clean. */
    public Optional<Finding> check(Path file, String name) throws IOException {
        String answer = ask(file);
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        if (answer.endsWith(FOUND)) {
            String virus = answer.substring(answer.indexOf(' ') + 1, answer.length() - FOUND.length());
            return Optional.of(Finding.of("file-virus", name, virus));
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return Optional.of(Finding.of("file-unscanned", name));
        }
        throw new IOException("clamd answers: " + answer);
    }

    private String ask(Path file) throws IOException {
        try (SocketChannel socket = SocketChannel.open(clamd)) {
            Future<?> end = Infrastructure.getDefaultWorkerPool()
                    .schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                send(file, socket);
                return answer(socket);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void close(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // What is at work with it hears of it.
        }
    }

    private static void send(Path file, SocketChannel socket) throws IOException {
        write(socket, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer piece = ByteBuffer.allocate(Integer.BYTES + PIECE);
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            int length;
            do {
                piece.clear().position(Integer.BYTES);
                length = Math.max(0, bytes.read(piece));
                piece.putInt(0, length).flip();
                // One that has had enough answers and hangs up; what it says is read.
            } while (hears(socket, piece) && length > 0);
        }
    }

    private static boolean hears(SocketChannel socket, ByteBuffer piece) throws IOException {
        try {
            write(socket, piece);
            return true;
        } catch (IOException hungUp) {
            if (!socket.isOpen()) {
                throw hungUp;
            }
            return false;
        }
    }

    private static void write(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private static boolean isWhole(ByteBuffer bytes) {
        return bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0;
    }

    private static String answer(SocketChannel socket) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        // No further than its end: one that hung up before it had all the bytes resets the connection behind it.
        while (bytes.hasRemaining() && !isWhole(bytes) && socket.read(bytes) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).replace("\0", "");
    }
}
