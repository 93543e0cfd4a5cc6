package org.zhixing.dossier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.FileUpload;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.store.FileRows;
import org.zhixing.dossier.store.UploadRows;
import org.zhixing.platform.Refusal;

/** The dossier room as other rooms see it: files kept with their SHA-256, never overwritten. */
@ApplicationScoped
public class Files {
    private final FileRows rows;
    private final UploadRows uploads;
    private final BlobStore blobs;

    Files(FileRows rows, UploadRows uploads, BlobStore blobs) {
        this.rows = rows;
        this.uploads = uploads;
        this.blobs = blobs;
    }

    /** Keeps an uploaded file: its bytes first, then its row, so that there is never a row without bytes. */
    public Uni<StoredFile> keep(SqlConnection tx, Actor by, Path upload, String name, String mediaType) {
        return rows.describe(upload, name, mediaType).chain(file -> {
            BlobKey key = new BlobKey(by.courtId(), file.sha256());
            return rows.hold(tx, key).chain(() -> blobs.put(key, upload)).chain(() -> rows.insert(tx, by, file));
        });
    }

    /**
     * The finished upload of this person as a file; asked twice, it is the same file. 404 not theirs or not there, 409
     * not finished or still checked, 422 refused, with the reason.
     */
    public Uni<StoredFile> ofUpload(SqlConnection tx, Actor by, UUID uploadId) {
        return uploads.lock(tx, by, uploadId).chain(found -> {
            FileUpload upload = found.orElseThrow(Refusal::notFound);
            return switch (upload.state()) {
                case RECEIVING -> throw Refusal.conflict("upload-receiving", upload.received(), upload.size());
                case CHECKING -> throw Refusal.conflict("upload-checking");
                case REFUSED -> throw Findings.refusal(Objects.requireNonNull(upload.refusal()));
                case READY -> file(tx, by, upload);
            };
        });
    }

    private Uni<StoredFile> file(SqlConnection tx, Actor by, FileUpload upload) {
        UUID known = upload.fileId();
        if (known != null) {
            return rows.find(tx, by.courtId(), known).map(Optional::orElseThrow);
        }
        StoredFile file = new StoredFile(
                rows.nextId(),
                upload.name(),
                Objects.requireNonNull(upload.mediaType()),
                upload.size(),
                Objects.requireNonNull(upload.sha256()));
        return rows.insert(tx, by, file).call(kept -> uploads.used(tx, upload.id(), kept.id()));
    }

    /** The SHA-256 of a file on disk, in lower-case hex; blocks. */
    public static String sha256(Path file) throws IOException {
        return FileRows.sha256(file);
    }

    public Uni<Optional<StoredFile>> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id);
    }

    /** Those of the files that the court has, by id. */
    public Uni<Map<UUID, StoredFile>> find(SqlClient client, int courtId, List<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : rows.find(client, courtId, ids);
    }

    /** SHA-256 of an uploaded file in lower-case hex, before it is kept. */
    public Uni<String> fingerprint(Path upload) {
        return rows.fingerprint(upload);
    }

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive), chunk by chunk. */
    public Multi<Buffer> read(SqlClient client, UUID id, long from, long to) {
        return rows.blob(client, id).onItem().transformToMulti(key -> key.map(k -> blobs.read(k, from, to))
                .orElseGet(() -> rows.read(client, id, from, to)));
    }
}
