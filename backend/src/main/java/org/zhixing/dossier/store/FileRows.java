package org.zhixing.dossier.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;

/** Files; those of old have their bytes here, in rows of one mebibyte. */
@ApplicationScoped
public class FileRows {
    private static final int CHUNK = 1 << 20;

    private final Ids ids;

    FileRows(Ids ids) {
        this.ids = ids;
    }

    /** A file whose bytes lie in the blob store already. */
    public Uni<StoredFile> insert(SqlConnection tx, Actor by, StoredFile file) {
        return Database.execute(
                        tx,
                        "insert into stored_file (id, court_id, name, media_type, size, sha256, created_by, blob)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, true)",
                        file.id(),
                        by.courtId(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        by.personId())
                .replaceWith(file);
    }

    /**
     * Holds a content until the transaction ends: nobody takes its bytes for left over meanwhile. Many may hold it.
     */
    public Uni<Integer> hold(SqlConnection tx, BlobKey key) {
        return Database.execute(tx, "select pg_advisory_xact_lock_shared(hashtextextended($1, 7014))", key.path());
    }

    /** Holds a content alone until the transaction ends; false where somebody has it. */
    public Uni<Boolean> holdAlone(SqlConnection tx, BlobKey key) {
        return Database.first(
                        tx,
                        "select pg_try_advisory_xact_lock(hashtextextended($1, 7014))",
                        row -> row.getBoolean(0),
                        key.path())
                .map(Optional::orElseThrow);
    }

    /** Whether a file, a finished upload or a picture lies there. */
    public Uni<Boolean> isNeeded(SqlConnection tx, BlobKey key) {
        return Database.first(
                        tx,
                        "select exists (select from stored_file where court_id = $1 and sha256 = $2 and blob)"
                                + " or exists (select from upload where court_id = $1 and sha256 = $2 and state = 'READY')"
                                + " or exists (select from file_picture where court_id = $1 and picture_sha256 = $2)",
                        row -> row.getBoolean(0),
                        key.courtId(),
                        key.sha256())
                .map(Optional::orElseThrow);
    }

    public Uni<List<Integer>> courts(SqlClient client) {
        return Database.list(client, "select id from court order by id", row -> row.getInteger(0));
    }

    /** The content of a file; empty where its bytes lie in chunks. */
    public Uni<Optional<BlobKey>> blob(SqlClient client, UUID id) {
        return Database.first(
                client,
                "select court_id, sha256 from stored_file where id = $1 and blob",
                row -> new BlobKey(row.getInteger(0), row.getString(1)),
                id);
    }

    public Uni<Long> size(SqlClient client, UUID id) {
        return Database.first(client, "select size from stored_file where id = $1", row -> row.getLong(0), id)
                .map(Optional::orElseThrow);
    }

    public Uni<Optional<StoredFile>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select id, name, media_type, size, sha256 from stored_file where id = $1 and court_id = $2",
                FileRows::file,
                id,
                courtId);
    }

    public Uni<Map<UUID, StoredFile>> find(SqlClient client, int courtId, List<UUID> ids) {
        return Database.list(
                        client,
                        "select id, name, media_type, size, sha256 from stored_file"
                                + " where id = any ($1) and court_id = $2",
                        FileRows::file,
                        ids.toArray(UUID[]::new),
                        courtId)
                .map(all -> all.stream().collect(Collectors.toMap(StoredFile::id, Function.identity())));
    }

    /** What the file on disk is, under a new id. */
    public Uni<StoredFile> describe(Path upload, String name, String mediaType) {
        UUID id = ids.next();
        return onWorker(() -> new StoredFile(id, name, mediaType, Files.size(upload), sha256(upload)));
    }

    public UUID nextId() {
        return ids.next();
    }

    public Uni<String> fingerprint(Path upload) {
        return onWorker(() -> sha256(upload));
    }

    /** The bytes of a file of old. */
    public Multi<Buffer> read(SqlClient client, UUID id, long from, long to) {
        if (to <= from) {
            return Multi.createFrom().empty();
        }
        int first = (int) (from / CHUNK);
        int last = (int) ((to - 1) / CHUNK);
        return Multi.createFrom().range(first, last + 1).onItem().transformToUniAndConcatenate(seq -> {
            long start = (long) seq * CHUNK;
            int begin = (int) Math.max(0, from - start);
            int end = (int) Math.min(CHUNK, to - start);
            return Database.first(
                            client,
                            "select data from stored_chunk where file_id = $1 and seq = $2",
                            row -> row.getBuffer(0),
                            id,
                            seq)
                    .map(data -> data.orElseThrow())
                    .map(data -> data.slice(begin, Math.min(end, data.length())));
        });
    }

    private static StoredFile file(Row row) {
        return new StoredFile(row.getUUID(0), row.getString(1), row.getString(2), row.getLong(3), row.getString(4));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> Uni<T> onWorker(Reading<T> reading) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return reading.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** In lower-case hex; blocks. */
    public static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
