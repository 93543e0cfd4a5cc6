package org.zhixing.triage.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Versioned;
import org.zhixing.triage.rules.DecisionRecord;
import org.zhixing.triage.rules.TriageDecision;
import org.zhixing.triage.rules.TriageDocument;

/** Versions of the triage table, and why each case is in its team. */
@RegisterForReflection(
        targets = {TriageDocument.class, TriageDecision.class, DecisionRecord.DeskChoice.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class TriageRows {
    private static final String SAVE = """
            insert into triage_decision (case_id, court_id, policy_version, decided_on, decision, override)
            select case_id, court_id, policy_version, decided_on, decision, override
            from json_to_recordset($1::text::json) as x (case_id uuid, court_id int, policy_version int,
                decided_on date, decision jsonb, override jsonb)
            on conflict (case_id) do update set policy_version = excluded.policy_version,
                decided_on = excluded.decided_on, decision = excluded.decision, override = excluded.override
            """;

    private final Json json;

    TriageRows(Json json) {
        this.json = json;
    }

    public Uni<List<Versioned<TriageDocument>>> versions(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select version, effective_from, document::text from triage_policy where court_id = $1 order by version",
                row -> new Versioned<>(
                        row.getInteger(0), row.getLocalDate(1), json.read(row.getString(2), TriageDocument.class)),
                courtId);
    }

    /** Rows as they travel: the outer names are columns, the documents keep the API's own spelling. */
    public Uni<Integer> save(SqlConnection tx, List<DecisionRecord> decisions) {
        StringBuilder rows = new StringBuilder("[");
        for (DecisionRecord d : decisions) {
            rows.append(rows.length() > 1 ? "," : "")
                    .append("{\"case_id\":")
                    .append(json.text(d.caseId()))
                    .append(",\"court_id\":")
                    .append(d.courtId())
                    .append(",\"policy_version\":")
                    .append(d.policyVersion())
                    .append(",\"decided_on\":")
                    .append(json.text(d.decidedOn()))
                    .append(",\"decision\":")
                    .append(json.text(d.decision()))
                    .append(",\"override\":")
                    .append(json.text(d.override()))
                    .append('}');
        }
        return Database.execute(tx, SAVE, rows.append(']').toString());
    }

    public Uni<Optional<DecisionRecord>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.first(
                client,
                "select case_id, court_id, policy_version, decided_on, decision::text, override::text"
                        + " from triage_decision where case_id = $1 and court_id = $2",
                row -> new DecisionRecord(
                        row.getUUID(0),
                        row.getInteger(1),
                        row.getInteger(2),
                        row.getLocalDate(3),
                        json.read(row.getString(4), TriageDecision.class),
                        row.getString(5) == null || row.getString(5).equals("null")
                                ? null
                                : json.read(row.getString(5), DecisionRecord.DeskChoice.class)),
                caseId,
                courtId);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, TriageDocument document) {
        return Database.execute(
                tx,
                "insert into triage_policy (court_id, version, effective_from, document)"
                        + " select id, 1, $1, $2::text::jsonb from court on conflict do nothing",
                effectiveFrom,
                json.text(document));
    }
}
