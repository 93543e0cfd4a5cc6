package org.zhixing.dossier.blob;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.zhixing.dossier.rules.BlobKey;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * In an S3-compatible store, under the same keys as on the file system. An object appears with its last byte, also one
 * that is sent in parts; pieces go straight from the file to the connection.
 */
public final class S3Blobs implements BlobStore {
    private static final int PIECE = 1 << 18;

    /** Asked for at once: one that reads slowly holds no connection meanwhile. */
    private static final int ASKED = 4 * PIECE;

    private final S3AsyncClient s3;
    private final String bucket;
    private final S3Parts parts;

    /** @param part bytes of a part of a larger file: at least 5 MiB, and 10,000 of them hold the largest file */
    public S3Blobs(S3AsyncClient s3, String bucket, long part) {
        this.s3 = s3;
        this.bucket = bucket;
        this.parts = new S3Parts(s3, bucket, part);
    }

    @Override
    public Uni<Boolean> has(BlobKey key) {
        return size(key).map(Optional::isPresent);
    }

    private Uni<Optional<Long>> size(BlobKey key) {
        return asked(() -> s3.headObject(ask -> ask.bucket(bucket).key(key.path())))
                .map(head -> Optional.of(head.contentLength()))
                .onFailure(NoSuchKeyException.class)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Void> put(BlobKey key, Path file) {
        return has(key).chain(there -> there ? Uni.createFrom().voidItem() : send(key, file));
    }

    /** There is no second name for the bytes: they are sent. */
    @Override
    public Uni<Void> take(BlobKey key, Path file) {
        return put(key, file);
    }

    private Uni<Void> send(BlobKey key, Path file) {
        long length = length(file);
        Uni<Void> sent = length > parts.length()
                ? parts.send(key, file, length)
                : asked(() -> s3.putObject(put -> put.bucket(bucket).key(key.path()), AsyncRequestBody.fromFile(file)))
                        .replaceWithVoid();
        // A store that says it has them and has fewer must not be believed: the upload's own file goes after this.
        return sent.chain(() -> size(key))
                .invoke(there -> {
                    if (there.filter(bytes -> bytes == length).isEmpty()) {
                        throw new UncheckedIOException(new IOException("Bytes were lost on the way to " + key.path()));
                    }
                })
                .replaceWithVoid();
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Multi<Buffer> read(BlobKey key, long from, long to) {
        if (to <= from) {
            return Multi.createFrom().empty();
        }
        int asks = (int) ((to - from + ASKED - 1) / ASKED);
        return Multi.createFrom()
                .range(0, asks)
                .onItem()
                .transformToUniAndConcatenate(ask -> {
                    long start = from + (long) ask * ASKED;
                    return some(key, start, (int) Math.min(ASKED, to - start));
                })
                .onItem()
                .transformToMultiAndConcatenate(S3Blobs::pieces);
    }

    private Uni<Buffer> some(BlobKey key, long start, int length) {
        return asked(() -> s3.getObject(
                        get -> get.bucket(bucket).key(key.path()).range("bytes=" + start + "-" + (start + length - 1)),
                        AsyncResponseTransformer.toBytes()))
                .map(answer -> {
                    byte[] bytes = answer.asByteArrayUnsafe();
                    if (bytes.length != length) {
                        throw new UncheckedIOException(new IOException("Bytes are missing in " + key.path()));
                    }
                    return Buffer.buffer(bytes);
                });
    }

    private static Multi<Buffer> pieces(Buffer some) {
        return Multi.createFrom()
                .range(0, (some.length() + PIECE - 1) / PIECE)
                .map(piece -> some.slice(piece * PIECE, Math.min(some.length(), (piece + 1) * PIECE)));
    }

    @Override
    public Optional<Path> onDisk(BlobKey key) {
        return Optional.empty();
    }

    @Override
    public Uni<Void> remove(BlobKey key) {
        return asked(() -> s3.deleteObject(ask -> ask.bucket(bucket).key(key.path())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Lying>> list(int courtId, String firstDigits) {
        String under = courtId + "/" + firstDigits + "/";
        return Multi.createBy()
                .repeating()
                .uni(NextPage::new, at -> asked(() -> s3.listObjectsV2(
                                ask -> ask.bucket(bucket).prefix(under).continuationToken(at.token)))
                        .invoke(page -> at.token = page.nextContinuationToken()))
                .whilst(page -> Boolean.TRUE.equals(page.isTruncated()))
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.contents()))
                .filter(object -> BlobKey.isSha256(name(object.key())))
                .map(object -> new Lying(new BlobKey(courtId, name(object.key())), object.lastModified()))
                .collect()
                .asList();
    }

    private static final class NextPage {
        private @org.jspecify.annotations.Nullable String token;
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    @Override
    public Uni<Integer> tidy(Instant before) {
        return parts.giveUp(before);
    }

    /** Answers on a worker, as the file system does, and not on the client's own threads. */
    static <T> Uni<T> asked(Supplier<CompletableFuture<T>> ask) {
        return Uni.createFrom().completionStage(ask).emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
