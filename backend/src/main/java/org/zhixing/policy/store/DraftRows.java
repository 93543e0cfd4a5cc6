package org.zhixing.policy.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.zhixing.platform.Database;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.PolicyKind;

/** Saves of drafts; a row's document is never changed. */
@ApplicationScoped
public class DraftRows {
    private static final String SELECT =
            "select version, document::text, note, edited_by, edited_at, outcome, ended_by,"
                    + " ended_at, reason from policy_draft where court_id = $1 and kind = $2";

    /** Held by whoever changes a court's drafts, until the transaction ends. */
    public Uni<Integer> own(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock(7005, $1)", courtId);
    }

    public Uni<Optional<Draft>> last(SqlClient client, int courtId, PolicyKind kind) {
        return Database.first(
                client, SELECT + " order by version desc limit 1", DraftRows::draft, courtId, kind.name());
    }

    public Uni<Optional<Draft>> at(SqlClient client, int courtId, PolicyKind kind, int version) {
        return Database.first(client, SELECT + " and version = $3", DraftRows::draft, courtId, kind.name(), version);
    }

    public Uni<List<Draft>> published(SqlClient client, int courtId, PolicyKind kind) {
        return Database.list(
                client, SELECT + " and outcome = 'PUBLISHED' order by version", DraftRows::draft, courtId, kind.name());
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, PolicyKind kind, Draft draft) {
        return Database.execute(
                tx,
                "insert into policy_draft (court_id, kind, version, document, note, edited_by, edited_at)"
                        + " values ($1, $2, $3, $4::text::jsonb, $5, $6, $7)",
                courtId,
                kind.name(),
                draft.version(),
                draft.document(),
                draft.note(),
                draft.editedBy(),
                draft.editedAt().atOffset(ZoneOffset.UTC));
    }

    public Uni<Integer> end(SqlConnection tx, int courtId, PolicyKind kind, int version, Draft.Ended how) {
        return Database.execute(
                tx,
                "update policy_draft set outcome = $4, ended_by = $5, ended_at = $6, reason = $7"
                        + " where court_id = $1 and kind = $2 and version = $3",
                courtId,
                kind.name(),
                version,
                how.outcome().name(),
                how.by(),
                how.at().atOffset(ZoneOffset.UTC),
                how.reason());
    }

    private static Draft draft(Row row) {
        String outcome = row.getString(5);
        return new Draft(
                row.getInteger(0),
                row.getString(1),
                row.getString(2),
                row.getUUID(3),
                row.getOffsetDateTime(4).toInstant(),
                outcome == null
                        ? null
                        : new Draft.Ended(
                                Draft.Outcome.valueOf(outcome),
                                row.getUUID(6),
                                row.getOffsetDateTime(7).toInstant(),
                                row.getString(8)));
    }
}
