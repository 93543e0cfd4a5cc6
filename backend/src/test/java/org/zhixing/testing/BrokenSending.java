package org.zhixing.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** One upload by tus whose connections break where a test wants it. */
public final class BrokenSending {
    private static final Duration FREE_AT_MOST = Duration.ofSeconds(40);

    private final String who;
    private final String place;
    private final LongSound sound;

    private BrokenSending(String who, String place, LongSound sound) {
        this.who = who;
        this.place = place;
        this.sound = sound;
    }

    public static BrokenSending begin(String who, ApiProcess api, String name, LongSound sound) {
        String place = People.as(who)
                .baseUri(api.url())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", sound.length())
                .header(
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)))
                .post("/api/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return new BrokenSending(who, place, sound);
    }

    public String place() {
        return place;
    }

    public String id() {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** How many bytes the server says it has. */
    public long offset(ApiProcess api) {
        return Long.parseLong(People.as(who)
                .baseUri(api.url())
                .header("Tus-Resumable", "1.0.0")
                .head(place)
                .then()
                .statusCode(200)
                .extract()
                .header("Upload-Offset"));
    }

    /** Announces all the rest, sends until there, does what is to happen, and resets the connection. */
    public void breakOff(ApiProcess api, long from, long until, Runnable then) throws IOException {
        try (Socket socket = open(api)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            head(out, from);
            sound.write(out, from, until);
            out.flush();
            then.run();
            // A reset, as of a phone that lost its net: nothing says that this was the end.
            socket.setSoLinger(true, 0);
        }
    }

    /** Until the dead connection's lease is over: a part that is empty is taken. */
    public void awaitFree(ApiProcess api) {
        Patience.until(FREE_AT_MOST, "the upload is free again", () -> {
            long from = offset(api);
            try (Socket socket = open(api)) {
                OutputStream out = socket.getOutputStream();
                head(out, from, 0);
                out.flush();
                return status(socket) == 204;
            }
        });
    }

    /** Sends the rest. */
    public void toTheEnd(ApiProcess api, long from) throws IOException {
        try (Socket socket = open(api)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            head(out, from);
            sound.write(out, from, sound.length());
            out.flush();
            int status = status(socket);
            if (status != 204) {
                throw new AssertionError("The last part was answered with " + status);
            }
        }
    }

    private static Socket open(ApiProcess api) throws IOException {
        URI address = URI.create(api.url());
        return new Socket(address.getHost(), address.getPort());
    }

    private void head(OutputStream out, long from) throws IOException {
        head(out, from, sound.length() - from);
    }

    private void head(OutputStream out, long from, long length) throws IOException {
        out.write(("PATCH " + place + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer "
                        + People.token(who)
                        + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: "
                        + from
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static int status(Socket socket) throws IOException {
        String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        return Integer.parseInt(line.substring(9));
    }
}
