package org.zhixing.paper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.paper.rules.Batch;
import org.zhixing.paper.store.BatchRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;

/** Papers for many cases at once, as other rooms see them. */
@ApplicationScoped
public class PaperBatches {
    private final BatchRows rows;
    private final CourtClock clock;

    PaperBatches(BatchRows rows, CourtClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Uni<Integer> insert(SqlConnection tx, Batch batch, List<UUID> cases) {
        return rows.insert(tx, batch, cases);
    }

    public Uni<List<Batch>> own(SqlClient client, Actor actor, int limit) {
        return rows.list(client, actor.courtId(), actor.personId(), limit);
    }

    /** A batch of the actor's own; 404 otherwise. */
    public Uni<Batch> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id)
                .map(found -> found.filter(batch -> batch.madeBy().equals(actor.personId()))
                        .orElseThrow(Refusal::notFound));
    }

    /** The batch that the line is of. */
    public Uni<Batch> batchOf(SqlClient client, Batch.Line line) {
        return rows.find(client, line.courtId(), line.batchId()).map(Optional::orElseThrow);
    }

    public Uni<List<Batch.Line>> lines(SqlClient client, UUID batch, int after, int limit) {
        return rows.lines(client, batch, after, limit);
    }

    /** The papers that were made and are fixed, in their order. */
    public Uni<List<Batch.Printed>> printed(SqlClient client, UUID batch) {
        return rows.printed(client, batch);
    }

    public Uni<Optional<Batch.Line>> claim(SqlConnection tx) {
        return rows.claim(tx);
    }

    /** One of the two is null. */
    public Uni<Integer> settle(SqlConnection tx, Batch.Line line, @Nullable UUID paper, @Nullable String refusal) {
        return rows.settle(tx, line, paper, refusal);
    }

    public Uni<Integer> endFinished(SqlConnection tx) {
        return rows.end(tx, clock.now());
    }
}
