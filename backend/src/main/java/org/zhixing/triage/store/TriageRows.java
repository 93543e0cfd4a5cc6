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
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Publications;
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
            select x.case_id, x.court_id, x.policy_version, x.decided_on, x.decision::jsonb, x.override::jsonb
            from unnest($1::uuid[], $2::int[], $3::int[], $4::date[], $5::text[], $6::text[])
                as x (case_id, court_id, policy_version, decided_on, decision, override)
            on conflict (case_id) do update set policy_version = excluded.policy_version,
                decided_on = excluded.decided_on, decision = excluded.decision, override = excluded.override
            """;

    private static final Publications PUBLISHED = new Publications("triage_policy");

    private final Json json;

    TriageRows(Json json) {
        this.json = json;
    }

    public Uni<List<Versioned<TriageDocument>>> versions(SqlClient client, int courtId) {
        return PUBLISHED.versions(client, courtId, document -> json.read(document, TriageDocument.class));
    }

    public Uni<Integer> save(SqlConnection tx, List<DecisionRecord> decisions) {
        Columns<DecisionRecord> columns = new Columns<>(decisions);
        return Database.execute(
                tx,
                SAVE,
                columns.uuids(DecisionRecord::caseId),
                columns.ints(DecisionRecord::courtId),
                columns.ints(DecisionRecord::policyVersion),
                columns.dates(DecisionRecord::decidedOn),
                columns.texts(d -> json.text(d.decision())),
                columns.texts(d -> d.override() == null ? null : json.text(d.override())));
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
                        row.getString(5) == null ? null : json.read(row.getString(5), DecisionRecord.DeskChoice.class)),
                caseId,
                courtId);
    }

    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return PUBLISHED.list(client, courtId);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return PUBLISHED.insert(tx, courtId, version);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, TriageDocument document) {
        return PUBLISHED.adopt(tx, effectiveFrom, json.text(document));
    }
}
