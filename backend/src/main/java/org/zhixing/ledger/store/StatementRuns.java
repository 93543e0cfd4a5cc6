package org.zhixing.ledger.store;

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
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.MappingDocument;
import org.zhixing.ledger.rules.RunningBalance;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementMapping.Format;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.ledger.rules.StatementTally;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Leases;
import org.zhixing.platform.Sql;

/** Rows of statement imports, and the leases under which instances work on them. */
@RegisterForReflection(
        targets = {StatementTally.class, RunningBalance.class, Fault.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class StatementRuns {
    private static final Leases LEASES = new Leases("statement_import");

    private static final String SELECT = """
            select i.id, i.court_id, i.file_id, i.file_name, f.sha256, f.size, i.status, i.total, i.checked,
                i.tally::text, i.gaps::text, i.committed, i.failure::text, i.created_by, p.name, i.created_at,
                i.committed_by, q.name as committer, m.id as mapping, m.name as mapping_name, m.format,
                m.document::text as document, m.active, m.version, i.booked_to
            from statement_import i
            join stored_file f on f.id = i.file_id
            join statement_mapping m on m.id = i.mapping_id
            join person p on p.id = i.created_by
            left join person q on q.id = i.committed_by
            """;

    private final Json json;

    StatementRuns(Json json) {
        this.json = json;
    }

    public Uni<Integer> insert(
            SqlConnection tx, UUID id, int courtId, UUID fileId, String name, UUID mappingId, UUID by) {
        return Database.execute(
                tx,
                "insert into statement_import (id, court_id, file_id, file_name, mapping_id, status, tally, gaps, created_by)"
                        + " values ($1, $2, $3, $4, $5, 'CHECKING', $6::text::json, $7::text::json, $8)",
                id,
                courtId,
                fileId,
                name,
                mappingId,
                json.text(StatementTally.NONE),
                json.text(RunningBalance.START),
                by);
    }

    public Uni<Optional<StatementRun>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where i.id = $1 and i.court_id = $2", this::read, id, courtId);
    }

    /** Newest first; {@code before} is the id of the last one seen. */
    public Uni<List<StatementRun>> list(SqlClient client, int courtId, @Nullable UUID before, int limit) {
        return new Sql(SELECT + " where i.court_id = ?", courtId)
                .addIf(before, " and i.id < ?")
                .add(" order by i.id desc limit ?", limit)
                .list(client, this::read);
    }

    public Uni<Optional<StatementRun>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx, SELECT + " where i.id = $1 and i.court_id = $2 for update of i", this::read, id, courtId);
    }

    public Uni<Optional<Leases.Claim>> claim(SqlClient client, UUID lease, Duration length) {
        return LEASES.claim(client, lease, length);
    }

    /** The claimed import, locked; empty where the lease was lost to another instance. */
    public Uni<Optional<StatementRun>> hold(SqlConnection tx, Leases.Claim claim) {
        return Database.first(
                tx,
                SELECT + " where i.id = $1 and i.lease_by = $2 for update of i",
                this::read,
                claim.id(),
                claim.lease());
    }

    public Uni<Integer> release(SqlClient client, Leases.Claim claim, Duration pause) {
        return LEASES.release(client, claim, pause);
    }

    public Uni<Integer> startCommit(SqlConnection tx, UUID id, UUID by) {
        return LEASES.startCommit(tx, id, by);
    }

    /** Writes what has changed, and holds the import for so long again. */
    public Uni<Integer> save(SqlConnection tx, StatementRun changed, Duration length) {
        Fault failure = changed.failure();
        return Database.execute(
                tx,
                "update statement_import set status = $2, total = $3, checked = $4, tally = $5::text::json,"
                        + " gaps = $6::text::json, committed = $7, failure = $8::text::json, attempts = 0,"
                        + " lease_by = case when $9 then lease_by end,"
                        + " lease_until = case when $9 then now() + make_interval(secs => $10::int) end, booked_to = $11"
                        + " where id = $1",
                changed.id(),
                changed.status().name(),
                changed.total(),
                changed.checked(),
                json.text(changed.tally()),
                json.text(changed.balance()),
                changed.committed(),
                failure == null ? null : json.text(failure),
                changed.status().working(),
                (int) length.toSeconds(),
                changed.bookedTo());
    }

    private StatementRun read(Row row) {
        String failure = row.getString(12);
        UUID committer = row.getUUID(16);
        int courtId = row.getInteger(1);
        return new StatementRun(
                row.getUUID(0),
                courtId,
                row.getUUID(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                new StatementMapping(
                        row.getUUID(18),
                        courtId,
                        row.getString(19),
                        Format.valueOf(row.getString(20)),
                        json.read(row.getString(21), MappingDocument.class),
                        row.getBoolean(22),
                        row.getInteger(23)),
                ImportStatus.valueOf(row.getString(6)),
                row.getInteger(7),
                row.getInteger(8),
                json.read(row.getString(9), StatementTally.class),
                json.read(row.getString(10), RunningBalance.class),
                row.getInteger(11),
                row.getInteger(24),
                failure == null ? null : json.read(failure, Fault.class),
                new StatementRun.Person(row.getUUID(13), row.getString(14)),
                row.getOffsetDateTime(15).toInstant(),
                committer == null ? null : new StatementRun.Person(committer, row.getString(17)));
    }
}
