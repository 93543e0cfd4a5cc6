package org.zhixing.dossier.blob;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.dossier.rules.BlobKey;

/** On the file system: written beside, forced to the disk, and then named, so that a name always has all its bytes. */
public final class DiskBlobs implements BlobStore {
    private static final int PIECE = 1 << 18;

    private final Path root;
    private final Path beside;

    /** @param directory of all instances alike */
    public DiskBlobs(Path directory) {
        this.root = directory.resolve("blobs");
        this.beside = directory.resolve("incoming");
    }

    @Override
    public Uni<Boolean> has(BlobKey key) {
        return onWorker(() -> Files.exists(place(key)));
    }

    @Override
    public Uni<Void> put(BlobKey key, Path file) {
        return onWorker(() -> {
                    if (!Files.exists(place(key))) {
                        copy(key, file);
                    }
                    return true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> take(BlobKey key, Path file) {
        return onWorker(() -> {
                    if (!Files.exists(place(key))) {
                        link(key, file);
                    }
                    return true;
                })
                .replaceWithVoid();
    }

    private void copy(BlobKey key, Path file) throws IOException {
        Files.createDirectories(beside);
        Path copy = beside.resolve(UUID.randomUUID().toString());
        try {
            Files.copy(file, copy);
            force(copy, StandardOpenOption.WRITE);
            Path folder = Files.createDirectories(place(key).getParent());
            Files.move(copy, place(key), StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A second name for the same bytes; the first goes when what they belong to is written down. */
    private void link(BlobKey key, Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
        Path folder = Files.createDirectories(place(key).getParent());
        try {
            Files.createLink(place(key), file);
            force(folder, StandardOpenOption.READ);
        } catch (FileAlreadyExistsException another) {
            // Somebody else put the same content there in this moment.
        } catch (UnsupportedOperationException | FileSystemException cannotLink) {
            copy(key, file);
        }
    }

    private static void force(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    @Override
    public Multi<Buffer> read(BlobKey key, long from, long to) {
        if (to <= from) {
            return Multi.createFrom().empty();
        }
        int pieces = (int) ((to - from + PIECE - 1) / PIECE);
        return Multi.createFrom().range(0, pieces).onItem().transformToUniAndConcatenate(piece -> {
            long start = from + (long) piece * PIECE;
            return onWorker(() -> piece(key, start, (int) Math.min(PIECE, to - start)));
        });
    }

    private Buffer piece(BlobKey key, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(place(key), StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {}
        }
        if (bytes.hasRemaining()) {
            throw new IOException("Bytes are missing in " + key.path());
        }
        return Buffer.buffer(bytes.array());
    }

    @Override
    public Optional<Path> onDisk(BlobKey key) {
        return Optional.of(place(key));
    }

    @Override
    public Uni<Void> remove(BlobKey key) {
        return onWorker(() -> {
                    Files.deleteIfExists(place(key));
                    return true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Lying>> list(int courtId, String firstDigits) {
        return onWorker(() -> {
            Path folder = root.resolve(Integer.toString(courtId)).resolve(firstDigits);
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            List<Lying> found = new ArrayList<>();
            try (Stream<Path> all = Files.walk(folder, 2)) {
                for (Path file : (Iterable<Path>) all::iterator) {
                    String name = file.getFileName().toString();
                    if (BlobKey.isSha256(name)) {
                        lying(new BlobKey(courtId, name), file).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    private static Optional<Lying> lying(BlobKey key, Path file) throws IOException {
        try {
            return Optional.of(new Lying(key, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Uni<Integer> tidy(Instant before) {
        return onWorker(() -> {
            if (!Files.isDirectory(beside)) {
                return 0;
            }
            int gone = 0;
            try (Stream<Path> all = Files.list(beside)) {
                for (Path copy : (Iterable<Path>) all::iterator) {
                    if (isOld(copy, before) && Files.deleteIfExists(copy)) {
                        gone++;
                    }
                }
            }
            return gone;
        });
    }

    private static boolean isOld(Path copy, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(copy).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private Path place(BlobKey key) {
        return root.resolve(key.path());
    }

    private interface Work<T> {
        T go() throws IOException;
    }

    private static <T> Uni<T> onWorker(Work<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.go();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
