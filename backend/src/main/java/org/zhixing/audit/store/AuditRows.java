package org.zhixing.audit.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of the audit trail. */
@ApplicationScoped
public class AuditRows {
    private static final String APPEND = """
            insert into audit (seq, court_id, at, actor_id, actor_name, action, case_id, subject_id, detail, request_id, prev_hash, hash)
            select x.seq, $1, $2, $3, $4, x.action, x.case_id, x.subject_id, x.detail::json, $5, x.prev_hash, x.hash
            from unnest($6::bigint[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::text[])
                as x (seq, action, case_id, subject_id, detail, prev_hash, hash)
            """;
    private static final String COLUMNS =
            "seq, court_id, at, actor_id, actor_name, action, case_id, subject_id, detail::text, request_id, prev_hash, hash";

    /** The last link of a court's chain. */
    public record Head(long seq, String hash) {}

    /** One row. */
    public record Link(
            long seq,
            int courtId,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            String action,
            @Nullable UUID caseId,
            @Nullable UUID subjectId,
            String detail,
            @Nullable String requestId,
            String prevHash,
            String hash) {}

    public Uni<Head> lockHead(SqlConnection tx, int courtId) {
        return Database.first(
                        tx,
                        "select seq, hash from audit_head where court_id = $1 for update",
                        row -> new Head(row.getLong(0), row.getString(1)),
                        courtId)
                .map(head -> head.orElseThrow());
    }

    /** Links of one act: they share the moment, the actor and the request. */
    public Uni<Void> append(SqlConnection tx, int courtId, List<Link> links) {
        Link last = links.get(links.size() - 1);
        Columns<Link> columns = new Columns<>(links);
        return Database.execute(
                        tx,
                        APPEND,
                        courtId,
                        last.at().atOffset(ZoneOffset.UTC),
                        last.actorId(),
                        last.actorName(),
                        last.requestId(),
                        columns.longs(Link::seq),
                        columns.texts(Link::action),
                        columns.uuids(Link::caseId),
                        columns.uuids(Link::subjectId),
                        columns.texts(Link::detail),
                        columns.texts(Link::prevHash),
                        columns.texts(Link::hash))
                .chain(() -> Database.execute(
                        tx,
                        "update audit_head set seq = $2, hash = $3 where court_id = $1",
                        courtId,
                        last.seq(),
                        last.hash()))
                .replaceWithVoid();
    }

    /** Newest first. {@code before} is the seq of the last row seen, or Long.MAX_VALUE. */
    public Uni<List<Link>> ofCase(SqlClient client, int courtId, UUID caseId, long before, int limit) {
        return Database.list(
                client,
                "select " + COLUMNS + " from audit where case_id = $2 and court_id = $1 and seq < $3"
                        + " order by seq desc limit $4",
                AuditRows::link,
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

    /** The whole trail of a court, newest first. */
    public Uni<List<Link>> ofCourt(SqlClient client, int courtId, long before, int limit) {
        return Database.list(
                client,
                "select " + COLUMNS + " from audit where court_id = $1 and seq < $2 order by seq desc limit $3",
                AuditRows::link,
                courtId,
                before,
                limit);
    }

    private static Link link(Row row) {
        return new Link(
                row.getLong(0),
                row.getInteger(1),
                row.getOffsetDateTime(2).withOffsetSameInstant(ZoneOffset.UTC).toInstant(),
                row.getUUID(3),
                row.getString(4),
                row.getString(5),
                row.getUUID(6),
                row.getUUID(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
