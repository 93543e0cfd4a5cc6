package org.zhixing.dossier.blob;

import static org.zhixing.dossier.blob.S3Blobs.asked;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.zhixing.dossier.rules.BlobKey;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Large files to S3, a few parts at a time; what one that was interrupted has left there is taken away. */
final class S3Parts {
    private static final int AT_ONCE = 3;

    /** What the client reads of the file at a time. */
    private static final int CHUNK = 1 << 17;

    private final S3AsyncClient s3;
    private final String bucket;
    private final long part;

    S3Parts(S3AsyncClient s3, String bucket, long part) {
        this.s3 = s3;
        this.bucket = bucket;
        this.part = part;
    }

    /** Of one part, in bytes. */
    long length() {
        return part;
    }

    Uni<Void> send(BlobKey key, Path file, long length) {
        return asked(() -> s3.createMultipartUpload(ask -> ask.bucket(bucket).key(key.path())))
                .chain(begun -> parts(key, file, length, begun.uploadId())
                        .chain(all -> asked(() -> s3.completeMultipartUpload(ask -> ask.bucket(bucket)
                                .key(key.path())
                                .uploadId(begun.uploadId())
                                .multipartUpload(m -> m.parts(all)))))
                        .onFailure()
                        .call(() ->
                                abort(key.path(), begun.uploadId()).onFailure().recoverWithItem(false)))
                .replaceWithVoid();
    }

    private Uni<List<CompletedPart>> parts(BlobKey key, Path file, long length, String upload) {
        int count = Math.toIntExact((length + part - 1) / part);
        return Multi.createFrom()
                .range(1, count + 1)
                .onItem()
                .transformToUni(number -> part(key, file, length, upload, number))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(CompletedPart::partNumber))
                        .toList());
    }

    private Uni<CompletedPart> part(BlobKey key, Path file, long length, String upload, int number) {
        long start = (number - 1) * part;
        long bytes = Math.min(part, length - start);
        return asked(() -> s3.uploadPart(
                        ask -> ask.bucket(bucket)
                                .key(key.path())
                                .uploadId(upload)
                                .partNumber(number)
                                .contentLength(bytes),
                        AsyncRequestBody.fromFile(body -> body.path(file)
                                .position(start)
                                .numBytesToRead(bytes)
                                .chunkSizeInBytes(CHUNK))))
                .map(taken -> CompletedPart.builder()
                        .partNumber(number)
                        .eTag(taken.eTag())
                        .checksumCRC32(taken.checksumCRC32())
                        .build());
    }

    /** Gives up what was begun before then and never became an object; answers how many. */
    Uni<Integer> giveUp(Instant before) {
        return Multi.createBy()
                .repeating()
                .uni(Next::new, this::page)
                .whilst(page -> Boolean.TRUE.equals(page.isTruncated()))
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.uploads()))
                .filter(upload -> upload.initiated().isBefore(before))
                .onItem()
                .transformToUniAndConcatenate(this::abort)
                .filter(gone -> gone)
                .collect()
                .asList()
                .map(List::size);
    }

    private static final class Next {
        private @org.jspecify.annotations.Nullable String key;
        private @org.jspecify.annotations.Nullable String upload;
    }

    private Uni<ListMultipartUploadsResponse> page(Next at) {
        return asked(() -> s3.listMultipartUploads(
                        ask -> ask.bucket(bucket).keyMarker(at.key).uploadIdMarker(at.upload)))
                .invoke(page -> {
                    at.key = page.nextKeyMarker();
                    at.upload = page.nextUploadIdMarker();
                });
    }

    private Uni<Boolean> abort(MultipartUpload upload) {
        return abort(upload.key(), upload.uploadId());
    }

    private Uni<Boolean> abort(String key, String upload) {
        return asked(() -> s3.abortMultipartUpload(
                        ask -> ask.bucket(bucket).key(key).uploadId(upload)))
                .replaceWith(true)
                .onFailure(NoSuchUploadException.class)
                .recoverWithItem(false);
    }
}
