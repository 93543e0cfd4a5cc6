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
import java.io.InputStream;
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
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;

/** Files in rows of one mebibyte: any instance serves them, and they commit with what they prove. */
@ApplicationScoped
public class FileRows {
    private static final int CHUNK = 1 << 20;

    private final Ids ids;

    FileRows(Ids ids) {
        this.ids = ids;
    }

    public Uni<StoredFile> keep(SqlConnection tx, Actor by, Path upload, String name, String mediaType) {
        UUID id = ids.next();
        return onWorker(() -> describe(id, upload, name, mediaType))
                .call(file -> Database.execute(
                        tx,
                        "insert into stored_file (id, court_id, name, media_type, size, sha256, created_by)"
                                + " values ($1, $2, $3, $4, $5, $6, $7)",
                        id,
                        by.courtId(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        by.personId()))
                .call(file -> keepChunks(tx, by.courtId(), file, upload, 0));
    }

    private Uni<Void> keepChunks(SqlConnection tx, int courtId, StoredFile file, Path upload, int seq) {
        if ((long) seq * CHUNK >= file.size()) {
            return Uni.createFrom().voidItem();
        }
        return onWorker(() -> chunk(upload, seq))
                .chain(data -> Database.execute(
                        tx,
                        "insert into stored_chunk (court_id, file_id, seq, data) values ($1, $2, $3, $4)",
                        courtId,
                        file.id(),
                        seq,
                        io.vertx.core.buffer.Buffer.buffer(data)))
                .chain(() -> keepChunks(tx, courtId, file, upload, seq + 1));
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

    public Uni<String> fingerprint(Path upload) {
        return onWorker(() -> describe(new UUID(0, 0), upload, "", "").sha256());
    }

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

    private static StoredFile describe(UUID id, Path upload, String name, String mediaType) throws IOException {
        return new StoredFile(id, name, mediaType, Files.size(upload), sha256(upload));
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

    private static byte[] chunk(Path upload, int seq) throws IOException {
        try (InputStream in = Files.newInputStream(upload)) {
            in.skipNBytes((long) seq * CHUNK);
            return in.readNBytes(CHUNK);
        }
    }
}
