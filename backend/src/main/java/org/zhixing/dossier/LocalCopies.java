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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.store.FileRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/** Files where a library that wants a path can read them: where they lie, or a copy for as long as the work lasts. */
@ApplicationScoped
class LocalCopies {
    /** Bytes of fetched copies that nobody works with just now. */
    private static final long FETCHED = 4L << 30;

    private final Database database;
    private final FileRows files;
    private final BlobStore blobs;
    private final Path tmp;
    private final FetchedCopies fetched;

    LocalCopies(Database database, FileRows files, BlobStore blobs, ZhixingConfig config) {
        this.database = database;
        this.files = files;
        this.blobs = blobs;
        this.tmp = config.tmp().resolve("pictures");
        this.fetched = new FetchedCopies(
                tmp.resolve("originals-" + ProcessHandle.current().pid()), FETCHED, System::nanoTime);
    }

    /** Where the bytes lie, or a copy; one from another store stays a while for who turns the pages. */
    <T> Uni<T> of(UUID id, Function<Path, Uni<T>> work) {
        return files.blob(database.reading(), id).chain(key -> {
            Optional<Path> there = key.flatMap(blobs::onDisk);
            return there.isPresent()
                    ? work.apply(there.get())
                    : files.size(database.reading(), id)
                            .chain(size -> key.isPresent()
                                    ? fetched.with(
                                            key.get(), size, copy -> write(blobs.read(key.get(), 0, size), copy), work)
                                    : withTemporary(copy -> write(files.read(database.reading(), id, 0, size), copy)
                                            .chain(() -> work.apply(copy))));
        });
    }

    void stop(@Observes ShutdownEvent event) {
        fetched.clear();
    }

    private static Uni<Void> write(Multi<Buffer> bytes, Path copy) {
        return bytes.onItem()
                .transformToUniAndConcatenate(piece -> onWorker(() ->
                        Files.write(copy, piece.getBytes(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    <T> Uni<T> withTemporary(Function<Path, Uni<T>> work) {
        return onWorker(() -> Files.createTempFile(Files.createDirectories(tmp), "picture-", ".tmp"))
                .chain(file -> work.apply(file).eventually(() -> onWorker(() -> Files.deleteIfExists(file))
                        .replaceWithVoid()));
    }

    static <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
