package org.zhixing.cases.store;

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
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.ImportTally;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Leases;
import org.zhixing.platform.Sql;

/** Rows of imports of either kind, and the leases under which instances work on them. */
@RegisterForReflection(
        targets = {ImportTally.class, Reason.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ImportRuns {
    private static final Leases LEASES = new Leases("register_import");

    private static final String SELECT = """
            select i.id, i.court_id, c.code, i.file_id, i.file_name, i.sha256, i.size, i.status, i.encoding, i.total,
                i.checked, i.tally::text, i.committed, i.failure::text, i.created_by, p.name, i.created_at,
                i.committed_by, q.name as committer, i.kind
            from register_import i
            join court c on c.id = i.court_id
            join person p on p.id = i.created_by
            left join person q on q.id = i.committed_by
            """;

    private final Json json;

    ImportRuns(Json json) {
        this.json = json;
    }

    public Uni<Integer> insert(SqlConnection tx, UUID id, int courtId, SheetKind kind, StoredFile file, UUID by) {
        return Database.execute(
                tx,
                "insert into register_import (id, court_id, kind, file_id, file_name, sha256, size, status, created_by)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, 'CHECKING', $8)",
                id,
                courtId,
                kind.name(),
                file.id(),
                file.name(),
                file.sha256(),
                file.size(),
                by);
    }

    public Uni<Optional<ImportRun>> find(SqlClient client, int courtId, SheetKind kind, UUID id) {
        return Database.first(
                client,
                SELECT + " where i.id = $1 and i.court_id = $2 and i.kind = $3",
                this::read,
                id,
                courtId,
                kind.name());
    }

    /** Newest first; {@code by} is who uploaded them (null: anybody), {@code before} the id of the last one seen. */
    public Uni<List<ImportRun>> list(
            SqlClient client, int courtId, SheetKind kind, @Nullable UUID by, @Nullable UUID before, int limit) {
        return new Sql(SELECT + " where i.court_id = ? and i.kind = ?", courtId, kind.name())
                .addIf(by, " and i.created_by = ?")
                .addIf(before, " and i.id < ?")
                .add(" order by i.id desc limit ?", limit)
                .list(client, this::read);
    }

    /** Keeps others from changing the import until the transaction ends. */
    public Uni<Optional<ImportRun>> lock(SqlConnection tx, int courtId, SheetKind kind, UUID id) {
        return Database.first(
                tx,
                SELECT + " where i.id = $1 and i.court_id = $2 and i.kind = $3 for update of i",
                this::read,
                id,
                courtId,
                kind.name());
    }

    /** Takes the oldest import that waits for work and that no living instance holds. */
    public Uni<Optional<Leases.Claim>> claim(SqlClient client, UUID lease, Duration length) {
        return LEASES.claim(client, lease, length);
    }

    /** The claimed import, locked; empty where the lease was lost to another instance. */
    public Uni<Optional<ImportRun>> hold(SqlConnection tx, Leases.Claim claim) {
        return Database.first(
                tx,
                SELECT + " where i.id = $1 and i.lease_by = $2 for update of i",
                this::read,
                claim.id(),
                claim.lease());
    }

    /** Writes what has changed, and holds the import for so long again. */
    public Uni<Integer> save(SqlConnection tx, ImportRun changed, Duration length) {
        Reason failure = changed.failure();
        boolean working = changed.status().working();
        return Database.execute(
                tx,
                "update register_import set status = $2, encoding = $3, total = $4, checked = $5,"
                        + " tally = $6::text::json, committed = $7, failure = $8::text::json, attempts = 0,"
                        + " lease_by = case when $9 then lease_by end,"
                        + " lease_until = case when $9 then now() + make_interval(secs => $10::int) end where id = $1",
                changed.id(),
                changed.status().name(),
                changed.encoding(),
                changed.total(),
                changed.checked(),
                json.text(changed.tally()),
                changed.committed(),
                failure == null ? null : json.text(failure),
                working,
                (int) length.toSeconds());
    }

    /** A previewed import whose new rows somebody wants filed: the next free instance takes it. */
    public Uni<Integer> startCommit(SqlConnection tx, UUID id, UUID by) {
        return LEASES.startCommit(tx, id, by);
    }

    /** Gives the import back; nobody takes it before the pause is over. */
    public Uni<Integer> release(SqlClient client, Leases.Claim claim, Duration pause) {
        return LEASES.release(client, claim, pause);
    }

    private ImportRun read(Row row) {
        String failure = row.getString(13);
        UUID committer = row.getUUID(17);
        return new ImportRun(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                SheetKind.valueOf(row.getString(19)),
                row.getUUID(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                ImportStatus.valueOf(row.getString(7)),
                row.getString(8),
                row.getInteger(9),
                row.getInteger(10),
                json.read(row.getString(11), ImportTally.class),
                row.getInteger(12),
                failure == null ? null : json.read(failure, Reason.class),
                new ImportRun.Person(row.getUUID(14), row.getString(15)),
                row.getOffsetDateTime(16).toInstant(),
                committer == null ? null : new ImportRun.Person(committer, row.getString(18)));
    }
}
