package org.zhixing.triage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Versioned;
import org.zhixing.triage.rules.CaseFacts;
import org.zhixing.triage.rules.DecisionRecord;
import org.zhixing.triage.rules.Transfer;
import org.zhixing.triage.rules.TriageDecision;
import org.zhixing.triage.rules.TriageDocument;
import org.zhixing.triage.rules.TriageRules;
import org.zhixing.triage.store.TransferRows;
import org.zhixing.triage.store.TriageRows;

/** The triage room as other rooms see it. */
@ApplicationScoped
public class Triage {
    private final TriageRows rows;
    private final TransferRows transfers;

    Triage(TriageRows rows, TransferRows transfers) {
        this.rows = rows;
        this.transfers = transfers;
    }

    /** All versions of the court's triage table. */
    public record Table(List<Versioned<TriageDocument>> versions) {
        /** The version in force on the day of filing (a court date). */
        public Versioned<TriageDocument> inForce(LocalDate filedOn) {
            return Versioned.inForce(versions, filedOn);
        }

        public TriageDecision decide(CaseFacts facts) {
            return TriageRules.decide(inForce(facts.filedOn()).document(), facts);
        }
    }

    public Uni<Table> table(SqlClient client, int courtId) {
        return rows.versions(client, courtId).map(Table::new);
    }

    public Uni<Integer> save(SqlConnection tx, List<DecisionRecord> decisions) {
        return rows.save(tx, decisions);
    }

    public Uni<Optional<DecisionRecord>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCase(client, courtId, caseId);
    }

    public Uni<Integer> ask(SqlConnection tx, Transfer asked) {
        return transfers.insert(tx, asked);
    }

    public Uni<Integer> update(SqlConnection tx, Transfer changed) {
        return transfers.update(tx, changed);
    }

    public Uni<Optional<Transfer>> transfer(SqlClient client, int courtId, UUID id) {
        return transfers.find(client, courtId, id);
    }

    public Uni<List<Transfer>> transfersOf(SqlClient client, int courtId, UUID caseId) {
        return transfers.ofCase(client, courtId, caseId);
    }

    /** One page of transfers, newest first, within sight. */
    public Uni<Page<Transfer>> transfers(
            SqlClient client,
            int courtId,
            Visibility sight,
            Transfer.@Nullable Status status,
            @Nullable Cursor after,
            int limit) {
        return transfers
                .list(client, courtId, sight, status, after, limit + 1)
                .map(found -> Page.of(found, limit, t -> Cursor.of(t.status(), t.id())));
    }

    /** Every version with who published it and why, the oldest first. */
    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return rows.published(client, courtId);
    }

    /** Puts a new version beside the others; none of them ever changes. */
    public Uni<Integer> publish(SqlConnection tx, int courtId, Publication version) {
        return rows.insert(tx, courtId, version);
    }

    /** Gives this table to every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, TriageDocument document) {
        return rows.adopt(tx, effectiveFrom, document);
    }
}
