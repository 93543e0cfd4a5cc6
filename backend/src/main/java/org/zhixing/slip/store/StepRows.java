package org.zhixing.slip.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Database;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;

/** Rows of what was done with task slips, and of the items that prove it. */
@ApplicationScoped
public class StepRows {

    /** One step of a slip's way. */
    public record Step(
            TaskSlipAct act,
            UUID by,
            LocalDate on,
            @Nullable String text) {}

    /** The steps that make these slips; of each its first. */
    public Uni<Integer> insertFirst(SqlConnection tx, int courtId, UUID by, LocalDate on, List<UUID> slips) {
        return Database.execute(
                tx,
                "insert into task_slip_step (slip_id, court_id, version, act, person_id, on_day)"
                        + " select x, $2, 1, 'ASK', $3, $4 from unnest($1::uuid[]) as x",
                slips.toArray(UUID[]::new),
                courtId,
                by,
                on);
    }

    /** A step that makes the slip's next version. */
    public Uni<Integer> insert(SqlConnection tx, TaskSlip before, Step step) {
        return Database.execute(
                tx,
                "insert into task_slip_step (slip_id, court_id, version, act, person_id, on_day, text)"
                        + " values ($1, $2, $3, $4, $5, $6, $7)",
                before.id(),
                before.courtId(),
                before.version() + 1,
                step.act().name(),
                step.by(),
                step.on(),
                step.text());
    }

    /** The first one first. */
    public Uni<List<Step>> of(SqlClient client, TaskSlip slip) {
        return Database.list(
                client,
                "select act, person_id, on_day, text from task_slip_step where slip_id = $1 and court_id = $2"
                        + " order by version",
                row -> new Step(
                        TaskSlipAct.valueOf(row.getString(0)), row.getUUID(1), row.getLocalDate(2), row.getString(3)),
                slip.id(),
                slip.courtId());
    }

    /** Puts the item to the slip; once, however often it is said. */
    public Uni<Integer> addEvidence(SqlConnection tx, int courtId, UUID by, LocalDate on, UUID slip, UUID item) {
        return Database.execute(
                tx,
                "insert into task_slip_evidence (slip_id, item_id, court_id, added_by, added_on)"
                        + " values ($1, $2, $3, $4, $5) on conflict do nothing",
                slip,
                item,
                courtId,
                by,
                on);
    }
}
