package org.zhixing.dossier;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.zhixing.platform.ZhixingConfig;

/** Small pictures of files, drawn when they are first asked for, by few at a time, and kept. */
@ApplicationScoped
public class Thumbnails {
    /** A few, so that the same picture is not kept at every size. */
    private static final int[] EDGES = {160, 320, 640};

    /** Bytes of originals from another store that are kept on this machine: one of the largest, or many of the usual. */
    private static final long COPIES = 4L << 30;

    private static final int HANDS = 2;
    private static final int WAITING = 100;

    private final Database database;
    private final FileRows files;
    private final PictureRows pictures;
    private final BlobStore blobs;
    private final UploadPolicies policies;
    private final Path tmp;
    private final LocalCopies copies;
    private final ThreadPoolExecutor hands = new ThreadPoolExecutor(
            HANDS, HANDS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), Thumbnails::thread);

    Thumbnails(
            Database database,
            FileRows files,
            PictureRows pictures,
            BlobStore blobs,
            UploadPolicies policies,
            ZhixingConfig config) {
        this.database = database;
        this.files = files;
        this.pictures = pictures;
        this.blobs = blobs;
        this.policies = policies;
        this.tmp = config.tmp().resolve("pictures");
        this.copies = new LocalCopies(tmp.resolve("originals-" + ProcessHandle.current().pid()), COPIES, System::nanoTime);
        hands.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "thumbnails");
        thread.setDaemon(true);
        return thread;
    }

    void stop(@Observes ShutdownEvent event) {
        hands.shutdownNow();
        copies.clear();
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
                .chain(policy -> onDisk(
                        file,
                        original -> byHand(() -> Drawing.of(original, file.name(), page, edge, policy.pixels()))))
                .chain(jpeg -> keep(of, page, edge, jpeg));
    }

    private Uni<Thumbnail> keep(BlobKey of, int page, int edge, byte[] jpeg) {
        return withTemporary(file -> onWorker(() -> {
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

    /** The file's bytes on this machine: where they lie, or a copy; one from another store stays for the next page. */
    private <T> Uni<T> onDisk(StoredFile file, Function<Path, Uni<T>> work) {
        return files.blob(database.reading(), file.id()).chain(key -> {
            Optional<Path> there = key.flatMap(blobs::onDisk);
            if (there.isPresent()) {
                return work.apply(there.get());
            }
            return key.isPresent()
                    ? copies.with(
                            key.get(),
                            file.size(),
                            copy -> write(blobs.read(key.get(), 0, file.size()), copy),
                            work)
                    : withTemporary(copy -> write(files.read(database.reading(), file.id(), 0, file.size()), copy)
                            .chain(() -> work.apply(copy)));
        });
    }

    private static Uni<Void> write(Multi<Buffer> bytes, Path copy) {
        return bytes.onItem()
                .transformToUniAndConcatenate(piece -> onWorker(() -> Files.write(
                        copy, piece.getBytes(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<T> withTemporary(Function<Path, Uni<T>> work) {
        return onWorker(() -> Files.createTempFile(Files.createDirectories(tmp), "picture-", ".tmp"))
                .chain(file -> work.apply(file).eventually(() -> onWorker(() -> Files.deleteIfExists(file))
                        .replaceWithVoid()));
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
