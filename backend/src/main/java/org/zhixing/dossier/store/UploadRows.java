package org.zhixing.dossier.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.rules.FileUpload;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.rules.UploadState;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Uploads on their way. */
@RegisterForReflection(targets = Finding.class)
@ApplicationScoped
public class UploadRows {
    private static final String COLUMNS = "id, court_id, person_id, name, metadata, size, announced_sha256, received,"
            + " state, media_type, sha256, refusal::text, file_id";

    private final Json json;

    UploadRows(Json json) {
        this.json = json;
    }

    /** Answers whether it is new: under a key that was used already nothing is added. */
    public Uni<Boolean> insert(SqlClient client, FileUpload upload, @Nullable String key) {
        return Database.execute(
                        client,
                        "insert into upload (id, court_id, person_id, idempotency_key, name, metadata, size,"
                                + " announced_sha256) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
                        upload.id(),
                        upload.courtId(),
                        upload.personId(),
                        key,
                        upload.name(),
                        upload.metadata(),
                        upload.size(),
                        upload.announcedSha256())
                .map(added -> added == 1);
    }

    public Uni<Optional<FileUpload>> byKey(SqlClient client, Actor by, @Nullable String key) {
        return Database.first(
                client,
                "select " + COLUMNS + " from upload where court_id = $1 and person_id = $2 and idempotency_key = $3",
                this::upload,
                by.courtId(),
                by.personId(),
                key);
    }

    public Uni<Optional<FileUpload>> find(SqlClient client, Actor by, UUID id) {
        return find(client, by, id, "");
    }

    public Uni<Optional<FileUpload>> lock(SqlConnection tx, Actor by, UUID id) {
        return find(tx, by, id, " for update");
    }

    private Uni<Optional<FileUpload>> find(SqlClient client, Actor by, UUID id, String how) {
        return Database.first(
                client,
                "select " + COLUMNS + " from upload where id = $1 and court_id = $2 and person_id = $3" + how,
                this::upload,
                id,
                by.courtId(),
                by.personId());
    }

    /** True if the upload is the caller's own to write to from now on. */
    public Uni<Boolean> seize(SqlClient client, UUID id, UUID lease, Duration length) {
        return Database.execute(
                        client,
                        "update upload set lease_by = $2, lease_until = now() + make_interval(secs => $3::int)"
                                + " where id = $1 and state = 'RECEIVING' and (lease_until is null or lease_until < now())",
                        id,
                        lease,
                        (int) length.toSeconds())
                .map(taken -> taken == 1);
    }

    public Uni<Boolean> renew(SqlClient client, UUID id, UUID lease, Duration length) {
        return Database.execute(
                        client,
                        "update upload set lease_until = now() + make_interval(secs => $3::int)"
                                + " where id = $1 and lease_by = $2",
                        id,
                        lease,
                        (int) length.toSeconds())
                .map(mine -> mine == 1);
    }

    /** What is on disk now; with the last byte the check is due. */
    public Uni<Integer> received(SqlClient client, UUID id, UUID lease, long bytes) {
        return Database.execute(
                client,
                "update upload set received = $3, touched_at = now(), lease_by = null, lease_until = null,"
                        + " state = case when $3 = size then 'CHECKING' else 'RECEIVING' end"
                        + " where id = $1 and lease_by = $2",
                id,
                lease,
                bytes);
    }

    /** The oldest that waits for its check and that no living instance looks at. */
    public Uni<Optional<FileUpload>> claim(SqlClient client, UUID lease, Duration length) {
        return Database.first(
                client,
                "update upload set lease_by = $1, lease_until = now() + make_interval(secs => $2::int)"
                        + " where id = (select id from upload where state = 'CHECKING'"
                        + " and (lease_until is null or lease_until < now()) order by id limit 1"
                        + " for update skip locked) returning " + COLUMNS,
                this::upload,
                lease,
                (int) length.toSeconds());
    }

    public Uni<Integer> ready(SqlClient client, UUID id, String mediaType, String sha256) {
        return Database.execute(
                client,
                "update upload set state = 'READY', media_type = $2, sha256 = $3, touched_at = now(), lease_by = null,"
                        + " lease_until = null where id = $1 and state = 'CHECKING'",
                id,
                mediaType,
                sha256);
    }

    public Uni<Integer> refused(SqlClient client, UUID id, Finding finding) {
        return Database.execute(
                client,
                "update upload set state = 'REFUSED', refusal = $2::text::json, touched_at = now(), lease_by = null,"
                        + " lease_until = null where id = $1 and state = 'CHECKING'",
                id,
                json.text(finding));
    }

    public Uni<Integer> used(SqlConnection tx, UUID id, UUID fileId) {
        return Database.execute(tx, "update upload set file_id = $2 where id = $1", id, fileId);
    }

    /** Unless somebody is just writing to it, or it became a file. */
    public Uni<Boolean> remove(SqlClient client, UUID id) {
        return Database.execute(
                        client,
                        "delete from upload where id = $1 and file_id is null"
                                + " and (lease_until is null or lease_until < now())",
                        id)
                .map(gone -> gone == 1);
    }

    /** Takes out what nobody has gone on with or filed for that long. */
    public Uni<List<UUID>> abandon(SqlClient client, Duration after) {
        return Database.list(
                client,
                "delete from upload where touched_at < now() - make_interval(secs => $1::int) and file_id is null"
                        + " and (lease_until is null or lease_until < now()) returning id",
                row -> row.getUUID(0),
                (int) after.toSeconds());
    }

    private FileUpload upload(Row row) {
        String refusal = row.getString(11);
        return new FileUpload(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                UploadState.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                refusal == null ? null : json.read(refusal, Finding.class),
                row.getUUID(12));
    }
}
