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
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.store.FileRows;

/** The dossier room as other rooms see it: files kept with their SHA-256, never overwritten. */
@ApplicationScoped
public class Files {
    private final FileRows rows;

    Files(FileRows rows) {
        this.rows = rows;
    }

    /** Keeps an uploaded file; it streams in chunks, so its size costs no memory. */
    public Uni<StoredFile> keep(SqlConnection tx, Actor by, Path upload, String name, String mediaType) {
        return rows.keep(tx, by, upload, name, mediaType);
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
        return rows.read(client, id, from, to);
    }
}
