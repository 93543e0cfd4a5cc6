package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.store.FileRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/** Files where a library that wants a path can read them: where they lie, or a copy for as long as the work lasts. */
@ApplicationScoped
class LocalCopies {
    private final Database database;
    private final FileRows files;
    private final BlobStore blobs;
    private final Path tmp;

    LocalCopies(Database database, FileRows files, BlobStore blobs, ZhixingConfig config) {
        this.database = database;
        this.files = files;
        this.blobs = blobs;
        this.tmp = config.tmp().resolve("pictures");
    }

    <T> Uni<T> of(UUID id, Function<Path, Uni<T>> work) {
        return files.blob(database.reading(), id).chain(key -> {
            Optional<Path> there = key.flatMap(blobs::onDisk);
            return there.isPresent()
                    ? work.apply(there.get())
                    : withTemporary(copy -> fetch(id, key, copy).chain(() -> work.apply(copy)));
        });
    }

    private Uni<Void> fetch(UUID id, Optional<BlobKey> key, Path copy) {
        return files.size(database.reading(), id).chain(size -> key.map(k -> blobs.read(k, 0, size))
                .orElseGet(() -> files.read(database.reading(), id, 0, size))
                .onItem()
                .transformToUniAndConcatenate(
                        piece -> onWorker(() -> Files.write(copy, piece.getBytes(), StandardOpenOption.APPEND)))
                .collect()
                .last()
                .replaceWithVoid());
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
