package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.zhixing.dossier.rules.BlobKey;

/**
 * Contents of a store that is elsewhere, kept on this machine for a while: who turns the pages of a long paper has it
 * fetched once and not for each page. Two who want the same wait for one fetching.
 */
final class FetchedCopies {
    /** After so long without anybody one goes, and the longest unused sooner where there are too many bytes. */
    static final Duration IDLE_AT_MOST = Duration.ofMinutes(10);

    private final Path folder;
    private final long most;
    private final LongSupplier nanos;
    private final Map<BlobKey, Copy> copies = new HashMap<>();

    /** @param most bytes of copies that nobody works with just now */
    FetchedCopies(Path folder, long most, LongSupplier nanos) {
        this.folder = folder;
        this.most = most;
        this.nanos = nanos;
    }

    private static final class Copy {
        private final Path path;
        private final long size;
        private final Uni<Path> fetched;
        private int users;
        private long used;

        private Copy(Path path, long size, Uni<Path> fetched) {
            this.path = path;
            this.size = size;
            this.fetched = fetched;
        }
    }

    /** Works with a copy, which {@code fetch} writes to the path it is given where there is none yet. */
    <T> Uni<T> with(BlobKey key, long size, Function<Path, Uni<Void>> fetch, Function<Path, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Copy copy = take(key, size, fetch);
            return copy.fetched
                    .onFailure()
                    .invoke(() -> forget(key, copy))
                    .chain(path -> work.apply(path))
                    .eventually(() -> release(copy));
        });
    }

    private synchronized Copy take(BlobKey key, long size, Function<Path, Uni<Void>> fetch) {
        Copy copy = copies.computeIfAbsent(key, wanted -> {
            Path path = place();
            return new Copy(path, size, whole(path, fetch).memoize().indefinitely());
        });
        copy.users++;
        return copy;
    }

    /** Under its name when it is whole: whoever goes away in the middle leaves nothing that another takes for all of it. */
    private Uni<Path> whole(Path path, Function<Path, Uni<Void>> fetch) {
        return Uni.createFrom().deferred(() -> {
            Path half = place();
            return fetch.apply(half)
                    .map(done -> named(half, path))
                    .onTermination()
                    .invoke((named, failure, cancelled) -> delete(half));
        });
    }

    private static Path named(Path half, Path path) {
        try {
            return Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place() {
        try {
            return Files.createDirectories(folder).resolve(UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fetching that failed is tried anew by the next. */
    private synchronized void forget(BlobKey key, Copy copy) {
        copies.remove(key, copy);
        delete(copy);
    }

    private synchronized void release(Copy copy) {
        copy.users--;
        copy.used = nanos.getAsLong();
        List<Map.Entry<BlobKey, Copy>> idle = new ArrayList<>(copies.entrySet());
        idle.removeIf(each -> each.getValue().users > 0);
        idle.sort(Comparator.comparingLong(each -> each.getValue().used));
        long bytes = idle.stream().mapToLong(each -> each.getValue().size).sum();
        for (Map.Entry<BlobKey, Copy> each : idle) {
            boolean old = copy.used - each.getValue().used > IDLE_AT_MOST.toNanos();
            if (old || bytes > most) {
                bytes -= each.getValue().size;
                copies.remove(each.getKey());
                delete(each.getValue());
            }
        }
    }

    private static void delete(Copy copy) {
        delete(copy.path);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At the end of the instance: nobody works with them any more. */
    synchronized void clear() {
        copies.values().forEach(FetchedCopies::delete);
        copies.clear();
    }
}
