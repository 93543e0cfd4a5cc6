package org.zhixing.archive;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.archive.rules.ArchiveLoan;
import org.zhixing.archive.rules.Lent;
import org.zhixing.archive.rules.LoanPermits;
import org.zhixing.archive.rules.LoanStatus;
import org.zhixing.archive.store.ArchiveLoanRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;

/** The room of archive loans as other rooms see it. */
@ApplicationScoped
public class ArchiveLoans {
    private final ArchiveLoanRows rows;
    private final CourtClock clock;

    ArchiveLoans(ArchiveLoanRows rows, CourtClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Which loans are looked for.
     *
     * @param mine only those that the actor asked for
     * @param waiting only those that are not decided and that somebody else asked for
     */
    public record Asked(@Nullable LoanStatus status, boolean mine, boolean waiting) {
        public static final Asked WAITING = new Asked(null, false, true);
    }

    /** The loan within the actor's sight; 404 otherwise. */
    public Uni<ArchiveLoan> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id).map(found -> found.filter(loan -> LoanPermits.sees(actor, loan))
                .orElseThrow(Refusal::notFound));
    }

    /** The same, locked: of two who act at once the second finds what the first has done. */
    public Uni<ArchiveLoan> lock(SqlConnection tx, Actor actor, UUID id) {
        return rows.lock(tx, actor.courtId(), id).map(found -> found.filter(loan -> LoanPermits.sees(actor, loan))
                .orElseThrow(Refusal::notFound));
    }

    /** Within the actor's sight, newest first. */
    public Uni<List<ArchiveLoan>> list(SqlClient client, Actor actor, Asked asked, @Nullable UUID after, int limit) {
        boolean own = asked.mine() || !LoanPermits.readsAll(actor);
        return rows.list(
                client,
                new ArchiveLoanRows.Looked(
                        actor.courtId(), actor.personId(), own, asked.waiting(), asked.status(), after),
                limit);
    }

    public Uni<Integer> insert(SqlConnection tx, ArchiveLoan loan) {
        return rows.insert(tx, loan);
    }

    public Uni<Integer> update(SqlConnection tx, ArchiveLoan loan) {
        return rows.update(tx, loan);
    }

    /** By which loans the actor reads volumes of these cases today; all of them in one look. */
    public Uni<Map<UUID, Lent>> lent(SqlClient client, Actor actor, List<UUID> caseIds) {
        return caseIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rows.lent(client, actor.courtId(), actor.personId(), caseIds, clock.today());
    }
}
