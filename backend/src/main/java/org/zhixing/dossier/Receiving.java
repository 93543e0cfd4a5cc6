package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.rules.PartChecksum;

/**
 * One part of an upload on its way from the connection to the disk, with as many bytes in memory as the disk is behind.
 * Ends with the request, with a connection that broke or fell silent, and when the lease is lost; what came stays.
 *
 * <p>One write at a time: several at once may reach the disk in any order, and a process that is killed meanwhile would
 * leave a file with a hole, whose length says that the bytes are there.
 */
final class Receiving {
    private static final int WAITING_AT_MOST = 1 << 17;
    private static final long ON_ITS_WAY_MS = 200;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final long most;
    private final @Nullable PartChecksum checksum;
    private final long silence;
    private final UniEmitter<? super End> end;
    private final AsyncFile file;
    private long timer;
    private long length;
    private long lookedAt = -1;
    private long heard;
    private Buffer waiting = Buffer.buffer();
    private long written;
    private boolean writing;
    private @Nullable End seen;
    private @Nullable Throwable failure;
    private boolean closing;

    private Receiving(
            Vertx vertx,
            HttpServerRequest request,
            AsyncFile file,
            long offset,
            long most,
            @Nullable PartChecksum checksum,
            Duration silence,
            UniEmitter<? super End> end) {
        this.vertx = vertx;
        this.request = request;
        this.file = file;
        this.written = offset;
        this.most = most;
        this.checksum = checksum;
        this.silence = silence.toNanos();
        this.end = end;
    }

    /** How a part ended; only of one that is kept the bytes stay. */
    enum End {
        KEPT,
        TOO_LONG,
        /** Not what its checksum says: also where the connection broke before the rest of it was here. */
        ALTERED,
        /** Another sends now: the bytes are its own, whatever they are. */
        LOST
    }

    /** Takes {@code most} bytes at most. */
    static Uni<End> into(
            Vertx vertx,
            HttpServerRequest request,
            Path path,
            long offset,
            long most,
            @Nullable PartChecksum checksum,
            Duration silence,
            Duration lease,
            Supplier<Uni<Boolean>> renew) {
        OpenOptions options = new OpenOptions().setRead(false).setWrite(true).setCreate(true);
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.fileSystem().open(path.toString(), options).toCompletionStage())
                .chain(file -> Uni.createFrom()
                        .emitter(end -> new Receiving(vertx, request, file, offset, most, checksum, silence, end)
                                .begin(lease, renew)));
    }

    private void begin(Duration lease, Supplier<Uni<Boolean>> renew) {
        heard = System.nanoTime();
        timer = vertx.setPeriodic(Math.max(500, lease.toMillis() / 3), tick -> {
            if (System.nanoTime() - heard > silence || isLeft()) {
                finish(End.KEPT);
                return;
            }
            renew.get()
                    .subscribe()
                    .with(
                            mine -> {
                                if (!mine) {
                                    finish(End.LOST);
                                }
                            },
                            away -> finish(End.KEPT));
        });
        // What had come before it broke may still be on its way to us.
        request.exceptionHandler(broken -> vertx.setTimer(ON_ITS_WAY_MS, come -> finish(End.KEPT)))
                .endHandler(whole -> finish(End.KEPT))
                .handler(this::take);
        request.resume();
    }

    /**
     * A connection that broke before anybody listened tells nobody any more: with nothing new since the last look, all
     * that came of it is here.
     */
    private boolean isLeft() {
        boolean nothingNew = length == lookedAt;
        lookedAt = length;
        return nothingNew && !writing && request.response().closed();
    }

    private void take(Buffer bytes) {
        if (seen != null) {
            return;
        }
        heard = System.nanoTime();
        if (length + bytes.length() > most) {
            finish(End.TOO_LONG);
            return;
        }
        length += bytes.length();
        if (checksum != null) {
            checksum.add(bytes.getBytes());
        }
        waiting.appendBuffer(bytes);
        if (!writing) {
            write();
        } else if (waiting.length() > WAITING_AT_MOST) {
            request.pause();
        }
    }

    private void write() {
        Buffer now = waiting;
        waiting = Buffer.buffer();
        writing = true;
        request.resume();
        file.write(now, written).onComplete(done -> {
            writing = false;
            if (done.failed()) {
                failure = done.cause();
                finish(End.KEPT);
            } else {
                written += now.length();
            }
            goOn();
        });
    }

    private void goOn() {
        if (writing) {
            return;
        }
        if (waiting.length() > 0 && failure == null && seen != End.LOST) {
            write();
        } else if (seen != null) {
            close(seen);
        }
    }

    private void finish(End how) {
        if (seen == null) {
            seen = how;
            vertx.cancelTimer(timer);
            goOn();
        }
    }

    private void close(End how) {
        if (closing) {
            return;
        }
        closing = true;
        file.flush().onComplete(flushed -> file.close().onComplete(closed -> {
            if (failure != null) {
                end.fail(failure);
            } else if (flushed.failed()) {
                end.fail(flushed.cause());
            } else {
                end.complete(how == End.KEPT && checksum != null && !checksum.holds() ? End.ALTERED : how);
            }
        }));
    }
}
