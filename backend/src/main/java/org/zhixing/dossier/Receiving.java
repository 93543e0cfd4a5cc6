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

/**
 * One part of an upload on its way from the connection to the disk, with as many bytes in memory as the disk is behind.
 * Ends with the request, with a connection that broke or fell silent, and when the lease is lost; what came stays.
 */
final class Receiving {
    private final Vertx vertx;
    private final HttpServerRequest request;
    private final long most;
    private final long silence;
    private final UniEmitter<? super Boolean> end;
    private final AsyncFile file;
    private long timer;
    private long length;
    private long heard;
    private boolean ended;

    private Receiving(
            Vertx vertx,
            HttpServerRequest request,
            AsyncFile file,
            long most,
            Duration silence,
            UniEmitter<? super Boolean> end) {
        this.vertx = vertx;
        this.request = request;
        this.file = file;
        this.most = most;
        this.silence = silence.toNanos();
        this.end = end;
    }

    /** False if more came than {@code most}. */
    static Uni<Boolean> into(
            Vertx vertx,
            HttpServerRequest request,
            Path path,
            long offset,
            long most,
            Duration silence,
            Duration lease,
            Supplier<Uni<Boolean>> renew) {
        OpenOptions options = new OpenOptions().setRead(false).setWrite(true).setCreate(true);
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.fileSystem().open(path.toString(), options).toCompletionStage())
                .chain(file -> Uni.createFrom().emitter(end -> {
                    file.setWritePos(offset);
                    new Receiving(vertx, request, file, most, silence, end).begin(lease, renew);
                }));
    }

    private void begin(Duration lease, Supplier<Uni<Boolean>> renew) {
        heard = System.nanoTime();
        timer = vertx.setPeriodic(Math.max(500, lease.toMillis() / 3), tick -> {
            if (System.nanoTime() - heard > silence) {
                finish(true);
                return;
            }
            renew.get()
                    .subscribe()
                    .with(
                            mine -> {
                                if (!mine) {
                                    finish(true);
                                }
                            },
                            away -> finish(true));
        });
        file.exceptionHandler(this::fail);
        request.exceptionHandler(broken -> finish(true))
                .endHandler(whole -> finish(true))
                .handler(this::take);
        request.resume();
    }

    private void take(Buffer bytes) {
        if (ended) {
            return;
        }
        heard = System.nanoTime();
        if (length + bytes.length() > most) {
            finish(false);
            return;
        }
        length += bytes.length();
        file.write(bytes);
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(drained -> request.resume());
        }
    }

    private void fail(Throwable failure) {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(timer);
            file.close().onComplete(closed -> end.fail(failure));
        }
    }

    private void finish(boolean fits) {
        if (ended) {
            return;
        }
        ended = true;
        vertx.cancelTimer(timer);
        file.flush().onComplete(flushed -> file.close().onComplete(closed -> {
            if (flushed.failed()) {
                end.fail(flushed.cause());
            } else {
                end.complete(fits);
            }
        }));
    }
}
