package org.zhixing.audit.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;

/** Rows of the audit trail. */
@ApplicationScoped
public class AuditRows {
    private static final String APPEND = """
            insert into audit (court_id, at, actor_id, actor_name, action, case_id, subject_id, detail, request_id)
            select $1, $2, $3, $4, x.action, x.case_id, x.subject_id, x.detail::json, $5
            from unnest($6::text[], $7::uuid[], $8::uuid[], $9::text[]) as x (action, case_id, subject_id, detail)
            """;
    static final String COLUMNS =
            "seq, court_id, at, actor_id, actor_name, action, case_id, subject_id, detail::text, request_id, prev_hash, hash";

    private static final int COLUMN_COUNT = 12;
    private static final int RECENT = 500;

    /** What happened, of one act's rows; {@code detail} is JSON. */
    public record Line(
            String action, @Nullable UUID caseId, @Nullable UUID subjectId, String detail) {}

    /** Rows of one act: they share the moment, the actor and the request. */
    public Uni<Void> append(
            SqlConnection tx,
            int courtId,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            @Nullable String requestId,
            List<Line> lines) {
        Columns<Line> columns = new Columns<>(lines);
        return Database.execute(
                        tx,
                        APPEND,
                        courtId,
                        at.atOffset(ZoneOffset.UTC),
                        actorId,
                        actorName,
                        requestId,
                        columns.texts(Line::action),
                        columns.uuids(Line::caseId),
                        columns.uuids(Line::subjectId),
                        columns.texts(Line::detail))
                .replaceWithVoid();
    }

    /** Newest first, without looks. {@code before} is the seq of the last row seen, or Long.MAX_VALUE. */
    public Uni<List<AuditRow>> ofCase(SqlClient client, int courtId, UUID caseId, long before, int limit) {
        return Database.list(
                client,
                "select " + COLUMNS + " from audit where case_id = $2 and court_id = $1 and seq < $3"
                        + " and action not like '%.looked'"
                        + " order by seq desc limit $4",
                AuditRows::row,
                courtId,
                caseId,
                before,
                limit);
    }

    public Uni<List<String>> changedSince(SqlClient client, int courtId, UUID caseId, int version) {
        return Database.list(
                client,
                "select distinct f from audit a, json_array_elements_text(a.detail -> 'changed') f"
                        + " where a.case_id = $1 and a.court_id = $2 and json_typeof(a.detail -> 'changed') = 'array'"
                        + " and (a.detail ->> 'version')::int > $3 order by f",
                row -> row.getString(0),
                caseId,
                courtId,
                version);
    }

    /** Those of the cases that have a row of that actor and action since then. */
    public Uni<Set<UUID>> since(SqlClient client, Filter filter, int courtId, List<UUID> cases) {
        return Database.list(
                        client,
                        "select distinct case_id from audit where case_id = any ($1) and court_id = $2 and actor_id = $3"
                                + " and action = $4 and at >= $5",
                        row -> row.getUUID(0),
                        cases.toArray(UUID[]::new),
                        courtId,
                        filter.actorId(),
                        filter.action(),
                        utc(filter.from()))
                .map(Set::copyOf);
    }

    /** Somebody's look at something, since then. */
    public record Look(
            int courtId,
            UUID actorId,
            String action,
            @Nullable UUID caseId,
            @Nullable UUID subjectId,
            Instant since) {}

    /**
     * Whether that look is on the trail: of a case by its rows; of the court among the last {@value #RECENT} looks of that
     * kind, which costs the same however long the trail is.
     */
    public Uni<Boolean> looked(SqlClient client, Look look) {
        Sql sql = new Sql(
                "select 1 from (select actor_id, subject_id, at from audit where court_id = ? and action = ?",
                look.courtId(),
                look.action());
        return sql.addIf(look.caseId(), " and case_id = ?")
                .add(
                        " order by seq desc limit ?) a where actor_id = ? and at >= ? and subject_id is not distinct from ?"
                                + " limit 1",
                        RECENT,
                        look.actorId(),
                        utc(look.since()),
                        look.subjectId())
                .list(client, row -> true)
                .map(found -> !found.isEmpty());
    }

    /** Until the end of the transaction nobody else keeps the same look. */
    public Uni<Void> oneAtATime(SqlConnection tx, Look look) {
        return Database.list(
                        tx,
                        "select pg_advisory_xact_lock(hashtextextended($1, 0))::text",
                        row -> true,
                        look.action() + " " + look.actorId() + " " + look.subjectId())
                .replaceWithVoid();
    }

    /** What the auditor asks for; all optional. {@code action} is a whole one, or the word before its dot. */
    public record Filter(
            @Nullable UUID caseId,
            @Nullable UUID actorId,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A row and the number of its case. */
    public record Found(AuditRow row, @Nullable String caseNumber) {}

    /** A court's trail, newest first. */
    public Uni<List<Found>> search(SqlClient client, int courtId, Filter filter, long before, int limit) {
        Sql sql = new Sql(
                        "select a.*, c.number from (select " + COLUMNS + " from audit where court_id = ? and seq < ?",
                        courtId,
                        before)
                .addIf(filter.caseId(), " and case_id = ?")
                .addIf(filter.actorId(), " and actor_id = ?");
        String action = filter.action();
        if (action != null && action.indexOf('.') < 0) {
            sql.add(" and action >= ? and action < ?", action + ".", action + "/");
        } else {
            sql.addIf(action, " and action = ?");
        }
        return sql.addIf(utc(filter.from()), " and at >= ?")
                .addIf(utc(filter.to()), " and at < ?")
                .add(" order by seq desc limit ?) a", limit)
                .add(
                        " left join enforcement_case c on c.id = a.case_id and c.court_id = a.court_id order by a.seq desc")
                .list(client, row -> new Found(row(row), row.getString(COLUMN_COUNT)));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static AuditRow row(Row row) {
        return row(row, 0);
    }

    /** @param first where its columns begin */
    static AuditRow row(Row row, int first) {
        return new AuditRow(
                row.getLong(first),
                row.getInteger(first + 1),
                row.getOffsetDateTime(first + 2).toInstant(),
                row.getUUID(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getUUID(first + 6),
                row.getUUID(first + 7),
                row.getString(first + 8),
                row.getString(first + 9),
                row.getString(first + 10),
                row.getString(first + 11));
    }
}
