package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.dossier.rules.BlobKey;

/** Contents from elsewhere are fetched once for all who want them, and go when nobody does. */
class FetchedCopiesTest {
    private static final BlobKey ONE = new BlobKey(1, "1".repeat(64));
    private static final BlobKey OTHER = new BlobKey(1, "2".repeat(64));

    @TempDir
    Path folder;

    private final AtomicInteger fetched = new AtomicInteger();
    private long now;
    private FetchedCopies copies;

    @BeforeEach
    void open() {
        copies = new FetchedCopies(folder, 100, () -> now);
    }

    @Test
    void areFetchedOnceForAllWhoTurnPages() {
        for (int page = 0; page < 5; page++) {
            assertThat(read(ONE, 60)).isEqualTo("bytes");
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void areNotTakenFromWhoWorksWithThem() {
        AtomicReference<UniEmitter<? super String>> end = new AtomicReference<>();
        AtomicReference<Path> path = new AtomicReference<>();
        copies.with(ONE, 500, this::fetch, there -> {
                    path.set(there);
                    return Uni.createFrom().<String>emitter(end::set);
                })
                .subscribe()
                .with(done -> {});
        read(OTHER, 60);
        assertThat(path.get()).exists();
        end.get().complete("done");
        assertThat(path.get()).as("more than may be kept").doesNotExist();
    }

    @Test
    void goTheLongestUnusedFirst() {
        read(ONE, 60);
        now += 1;
        read(OTHER, 60);
        assertThat(kept()).isEqualTo(1);
        read(OTHER, 60);
        assertThat(fetched).hasValue(2);
        read(ONE, 60);
        assertThat(fetched).hasValue(3);
    }

    @Test
    void goAfterAWhile() {
        read(ONE, 10);
        now += FetchedCopies.IDLE_AT_MOST.toNanos() + 1;
        read(OTHER, 10);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void areFetchedAnewAfterAFailure() {
        assertThatThrownBy(() -> done(copies.with(
                        ONE,
                        10,
                        to -> fetch(to).chain(() -> Uni.createFrom().failure(new IOException("away"))),
                        this::text)))
                .hasRootCauseMessage("away");
        assertThat(kept()).isZero();
        assertThat(read(ONE, 10)).isEqualTo("bytes");
    }

    @Test
    void areGoneAtTheEnd() {
        read(ONE, 10);
        copies.clear();
        assertThat(kept()).isZero();
    }

    private String read(BlobKey key, long size) {
        return done(copies.with(key, size, this::fetch, this::text));
    }

    private Uni<Void> fetch(Path to) {
        fetched.incrementAndGet();
        try {
            Files.writeString(to, "bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<String> text(Path path) {
        try {
            return Uni.createFrom().item(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long kept() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(5));
    }
}
