package org.zhixing.dossier.blob;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhixing.dossier.rules.BlobKey;

/**
 * Bytes by their content, never changed. A key that is there has all its bytes: whoever is interrupted while putting
 * leaves nothing under it.
 */
public interface BlobStore {

    Uni<Boolean> has(BlobKey key);

    /** Keeps a copy of the file; does nothing where the content is there already. */
    Uni<Void> put(BlobKey key, Path file);

    /** As {@link #put}, of a file that nobody will write to any more: it need not be copied. */
    Uni<Void> take(BlobKey key, Path file);

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive), in pieces of a mebibyte at most. */
    Multi<Buffer> read(BlobKey key, long from, long to);

    /** Where the bytes lie on this machine, if they do; not to be written to. */
    Optional<Path> onDisk(BlobKey key);

    Uni<Void> remove(BlobKey key);

    /** What lies in a court's part under the first two digits, for the search for bytes that belong to nothing. */
    Uni<List<Lying>> list(int courtId, String firstDigits);

    /** Takes away what was begun before then and never became bytes under a key; answers how many. */
    Uni<Integer> tidy(Instant before);

    /** Bytes with when they were put there. */
    record Lying(BlobKey key, Instant since) {}
}
