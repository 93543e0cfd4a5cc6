package org.zhixing.dossier;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.content.Drawing;
import org.zhixing.dossier.content.Undrawable;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.store.FileRows;
import org.zhixing.dossier.store.PictureRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** Small pictures of files, drawn when they are first asked for, by few at a time, and kept. */
@ApplicationScoped
public class Thumbnails {
    /** A few, so that the same picture is not kept at every size; the last is a sheet of A4 at 150 dots an inch. */
    private static final int[] EDGES = {160, 320, 640, Drawing.SHEET};

    private static final int HANDS = 2;
    private static final int WAITING = 100;

    private final Database database;
    private final FileRows files;
    private final PictureRows pictures;
    private final BlobStore blobs;
    private final UploadPolicies policies;
    private final LocalCopies copies;
    private final ThreadPoolExecutor hands = new ThreadPoolExecutor(
            HANDS, HANDS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), Thumbnails::thread);

    Thumbnails(
            Database database,
            FileRows files,
            PictureRows pictures,
            BlobStore blobs,
            UploadPolicies policies,
            LocalCopies copies) {
        this.database = database;
        this.files = files;
        this.pictures = pictures;
        this.blobs = blobs;
        this.policies = policies;
        this.copies = copies;
        hands.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "thumbnails");
        thread.setDaemon(true);
        return thread;
    }

    void stop(@Observes ShutdownEvent event) {
        hands.shutdownNow();
    }

    /** A JPEG with its SHA-256. */
    public record Thumbnail(byte[] jpeg, String sha256) {}

    /** 404 with the reason where there is no picture of the file, 503 where too many are waiting for theirs. */
    public Uni<Thumbnail> of(int courtId, StoredFile file, int page, int size) {
        BlobKey of = new BlobKey(courtId, file.sha256());
        int edge = IntStream.of(EDGES).filter(each -> each >= size).findFirst().orElse(EDGES[EDGES.length - 1]);
        return pictures.find(database.reading(), of, page, edge)
                .chain(known -> known.map(this::read).orElseGet(() -> draw(of, file, page, edge)));
    }

    private Uni<Thumbnail> read(PictureRows.Picture picture) {
        return blobs.read(picture.key(), 0, picture.size())
                .collect()
                .<Buffer>in(Buffer::buffer, Buffer::appendBuffer)
                .map(all -> new Thumbnail(all.getBytes(), picture.key().sha256()));
    }

    private Uni<Thumbnail> draw(BlobKey of, StoredFile file, int page, int edge) {
        return policies.now(database.reading(), of.courtId())
                .chain(policy -> copies.of(
                        file.id(),
                        original -> byHand(() -> Drawing.of(original, file.name(), page, edge, policy.pixels()))))
                .chain(jpeg -> keep(of, page, edge, jpeg));
    }

    private Uni<Thumbnail> keep(BlobKey of, int page, int edge, byte[] jpeg) {
        return copies.withTemporary(file -> onWorker(() -> {
                    Files.write(file, jpeg);
                    return FileRows.sha256(file);
                })
                .chain(sha256 -> {
                    PictureRows.Picture picture =
                            new PictureRows.Picture(new BlobKey(of.courtId(), sha256), jpeg.length);
                    return database.inTransaction(tx -> files.hold(tx, picture.key())
                                    .chain(() -> blobs.put(picture.key(), file))
                                    .chain(() -> pictures.add(tx, of, page, edge, picture)))
                            .replaceWith(new Thumbnail(jpeg, sha256));
                }));
    }

    private interface Work<T> {
        T go() throws IOException, Undrawable;
    }

    private <T> Uni<T> byHand(Work<T> work) {
        return Uni.createFrom()
                .item(() -> done(work))
                .runSubscriptionOn(hands)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Refusal.of(503, "picture-busy"));
    }

    private static <T> Uni<T> onWorker(Work<T> work) {
        return Uni.createFrom().item(() -> done(work)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static <T> T done(Work<T> work) {
        try {
            return work.go();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Undrawable none) {
            Finding finding = none.finding();
            throw Refusal.of(404, finding.code(), finding.params().toArray());
        }
    }
}
