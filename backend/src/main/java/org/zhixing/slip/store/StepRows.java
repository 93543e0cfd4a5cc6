package org.zhixing.slip.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhixing.platform.Database;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipStep;

/** Rows of what was done with task slips, and of the items that prove it. */
@ApplicationScoped
public class StepRows {
    private static final String EVIDENCE = """
            select s.id, i.id, v.title, f.sha256, f.id, f.media_type
            from task_slip s join dossier_item i on i.case_id = s.case_id and i.removed_at is null
                join lateral (
                    select title, file_id from dossier_version where item_id = i.id order by version desc limit 1) v on true
                join stored_file f on f.id = v.file_id
            where s.court_id = $1 and s.id = any ($2) and (i.node_id = s.node_id
                or exists (select from task_slip_evidence e where e.slip_id = s.id and e.item_id = i.id))
            order by s.id, i.id
            """;

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
    public Uni<Integer> insert(SqlConnection tx, TaskSlip before, TaskSlipStep step) {
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
    public Uni<List<TaskSlipStep>> of(SqlClient client, TaskSlip slip) {
        return Database.list(
                client,
                "select act, person_id, on_day, text from task_slip_step where slip_id = $1 and court_id = $2"
                        + " order by version",
                row -> new TaskSlipStep(
                        TaskSlipAct.valueOf(row.getString(0)), row.getUUID(1), row.getLocalDate(2), row.getString(3)),
                slip.id(),
                slip.courtId());
    }

    /** An item of the e-file that proves what officers bring back. */
    public record Evidence(UUID slipId, UUID itemId, String title, String sha256, UUID fileId, String mediaType) {}

    /** What was put to the slips, and what proved their nodes; removed items are none. */
    public Uni<List<Evidence>> evidence(SqlClient client, int courtId, List<UUID> slips) {
        return Database.list(
                client,
                EVIDENCE,
                row -> new Evidence(
                        row.getUUID(0),
                        row.getUUID(1),
                        row.getString(2),
                        row.getString(3),
                        row.getUUID(4),
                        row.getString(5)),
                courtId,
                slips.toArray(UUID[]::new));
    }

    /** Puts an item of the slip's own case to it, once, however often it is said; 0 where it is another case's. */
    public Uni<Integer> addEvidence(SqlConnection tx, int courtId, UUID by, LocalDate on, UUID slip, UUID item) {
        return Database.execute(
                tx,
                "insert into task_slip_evidence (slip_id, item_id, court_id, added_by, added_on)"
                        + " select s.id, i.id, s.court_id, $4, $5 from task_slip s join dossier_item i on i.case_id = s.case_id"
                        + " where s.id = $1 and i.id = $2 and s.court_id = $3 and i.removed_at is null"
                        + " on conflict (slip_id, item_id) do update set item_id = excluded.item_id",
                slip,
                item,
                courtId,
                by,
                on);
    }
}
