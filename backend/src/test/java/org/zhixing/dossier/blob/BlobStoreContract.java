package org.zhixing.dossier.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.store.FileRows;

/** What every store of bytes must do, whatever it is made of. */
abstract class BlobStoreContract {
    /** More than two parts of a store that sends large files in parts, and no whole number of anything. */
    private static final int LARGE = 12 * (1 << 20) + 4321;

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private BlobStore store;
    private int court;

    /** A store that goes on with what the last one of this class has kept. */
    abstract BlobStore open() throws IOException;

    @BeforeEach
    void openIt() throws IOException {
        store = open();
        // A part of the store for each test.
        court = new Random().nextInt(1, 1 << 30);
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        for (int length : new int[] {1, 1000, 1 << 20, (1 << 20) + 1, LARGE}) {
            byte[] content = content(length);
            BlobKey key = keep(content);
            assertThat(done(store.has(key))).isTrue();
            assertThat(read(key, 0, length)).as("%d bytes", length).isEqualTo(content);
        }
    }

    @Test
    void keepsNothingThatWasNotGiven() throws IOException {
        BlobKey nothing = new BlobKey(court, "0".repeat(64));
        assertThat(done(store.has(nothing))).isFalse();
        assertThatThrownBy(() -> read(nothing, 0, 10)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> done(store.put(nothing, folder.resolve("none"))))
                .hasRootCauseInstanceOf(NoSuchFileException.class);
        assertThat(done(store.has(nothing))).as("half of it").isFalse();
    }

    @Test
    void readsRanges() throws IOException {
        byte[] content = content(LARGE);
        BlobKey key = keep(content);
        for (int[] range : new int[][] {
            {0, 0}, {0, 1}, {LARGE - 1, LARGE}, {(1 << 20) - 1, (1 << 20) + 1}, {5, 6 * (1 << 20)}, {LARGE - 7, LARGE}
        }) {
            assertThat(read(key, range[0], range[1]))
                    .as("from %d to %d", range[0], range[1])
                    .isEqualTo(Arrays.copyOfRange(content, range[0], range[1]));
        }
        assertThat(pieces(key, 0, LARGE))
                .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(1 << 20));
        assertThatThrownBy(() -> read(key, 0, LARGE + 1))
                .as("more than there is")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void readsNoFurtherThanIsAskedFor() throws IOException {
        BlobKey key = keep(content(LARGE));
        List<Buffer> first =
                done(store.read(key, 0, LARGE).select().first(2).collect().asList());
        assertThat(first).hasSize(2);
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        byte[] content = content(5000);
        BlobKey key = keep(content);
        Path other = file(content);
        done(store.put(key, other));
        done(store.take(key, other));
        assertThat(other).as("still its owner's to remove").exists();
        assertThat(read(key, 0, 5000)).isEqualTo(content);
        assertThat(listed(key)).hasSize(1);
    }

    @Test
    void takesFromSeveralAtOnce() throws IOException {
        byte[] content = content(LARGE);
        BlobKey key = key(content);
        Path one = file(content);
        Path other = file(content);
        done(Uni.join().all(store.take(key, one), store.put(key, other)).andFailFast());
        assertThat(read(key, 0, LARGE)).isEqualTo(content);
    }

    @Test
    void takesAFileThatItsOwnerRemovesThen() throws IOException {
        byte[] content = content(LARGE);
        BlobKey key = key(content);
        Path file = file(content);
        done(store.take(key, file));
        Files.delete(file);
        assertThat(read(key, 0, LARGE)).isEqualTo(content);
        store.onDisk(key).ifPresent(there -> assertThat(there).hasBinaryContent(content));
    }

    @Test
    void keepsCourtsApart() throws IOException {
        byte[] content = content(300);
        BlobKey key = keep(content);
        BlobKey others = new BlobKey(court + 1, key.sha256());
        assertThat(done(store.has(others))).isFalse();
        assertThat(done(store.list(court + 1, key.sha256().substring(0, 2)))).isEmpty();
        done(store.put(others, file(content)));
        done(store.remove(others));
        assertThat(done(store.has(key))).isTrue();
    }

    @Test
    void removesAndListsNoMore() throws IOException {
        BlobKey key = keep(content(300));
        done(store.remove(key));
        assertThat(done(store.has(key))).isFalse();
        assertThat(listed(key)).isEmpty();
        done(store.remove(key));
    }

    @Test
    void listsWhatLiesUnderTheFirstDigits() throws IOException {
        Instant began = Instant.now();
        List<BlobKey> kept = IntStream.range(0, 20)
                .mapToObj(i -> {
                    try {
                        return keep(content(10 + i));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        for (BlobKey key : kept) {
            List<BlobStore.Lying> there = listed(key);
            assertThat(there)
                    .extracting(lying -> lying.key().sha256().substring(0, 2))
                    .containsOnly(key.sha256().substring(0, 2));
            assertThat(there)
                    .filteredOn(lying -> lying.key().equals(key))
                    .singleElement()
                    .satisfies(lying ->
                            // Stores tell the second.
                            assertThat(lying.since())
                                    .isBetween(
                                            began.minusSeconds(2), Instant.now().plusSeconds(2)));
        }
        List<BlobKey> all = IntStream.range(0, 256)
                .mapToObj(first -> done(store.list(court, "%02x".formatted(first))))
                .flatMap(List::stream)
                .map(BlobStore.Lying::key)
                .toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void takesAwayWhatWasBegunAndNeverEnded() throws IOException {
        BlobKey kept = keep(content(LARGE));
        breakOff();
        assertThat(done(store.tidy(Instant.now().minusSeconds(3600))))
                .as("younger")
                .isZero();
        assertThat(done(store.tidy(Instant.now().plusSeconds(3600)))).isEqualTo(1);
        assertThat(done(store.tidy(Instant.now().plusSeconds(3600)))).isZero();
        assertThat(done(store.has(kept))).isTrue();
    }

    /** Leaves what a killed instance would leave while it puts a large file. */
    abstract void breakOff() throws IOException;

    private BlobKey keep(byte[] content) throws IOException {
        BlobKey key = key(content);
        done(store.put(key, file(content)));
        return key;
    }

    private BlobKey key(byte[] content) throws IOException {
        return new BlobKey(court, FileRows.sha256(file(content)));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "blob", null), content);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random().nextBytes(content);
        return content;
    }

    private List<BlobStore.Lying> listed(BlobKey key) {
        return done(store.list(key.courtId(), key.sha256().substring(0, 2)));
    }

    private List<Buffer> pieces(BlobKey key, long from, long to) {
        return done(store.read(key, from, to).collect().asList());
    }

    private byte[] read(BlobKey key, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces(key, from, to).forEach(piece -> out.writeBytes(piece.getBytes()));
        return out.toByteArray();
    }

    static <T> T done(Uni<T> work) {
        return work.await().atMost(AT_MOST);
    }

    static <T> List<T> done(Multi<T> work) {
        return done(work.collect().asList());
    }
}
