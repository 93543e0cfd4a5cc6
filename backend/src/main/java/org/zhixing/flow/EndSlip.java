package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.SlipWithNode;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipStep;

/** A slip that the regulation opened ends with the node that it stands on, and comes back with it; so does an answer. */
@ApplicationScoped
class EndSlip {
    private final TaskSlips slips;
    private final Outbox outbox;
    private final CourtClock clock;

    EndSlip(TaskSlips slips, Outbox outbox, CourtClock clock) {
        this.slips = slips;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The node was proved in the volume; answers what the audit trail is to say. The case and the node are locked. */
    Uni<List<Entry>> proved(SqlConnection tx, Actor by, UUID nodeId) {
        return move(tx, by, nodeId, TaskSlipAct.PROVE, SlipWithNode::proved);
    }

    /** The node's proof was removed; answers what the audit trail is to say. The case and the node are locked. */
    Uni<List<Entry>> opened(SqlConnection tx, Actor by, UUID nodeId) {
        return move(tx, by, nodeId, TaskSlipAct.REOPEN, SlipWithNode::opened);
    }

    private Uni<List<Entry>> move(
            SqlConnection tx, Actor by, UUID nodeId, TaskSlipAct act, Function<TaskSlip, Optional<TaskSlip>> rule) {
        return slips.lockOnNode(tx, by.courtId(), nodeId).chain(found -> {
            Optional<TaskSlip> after = found.flatMap(rule);
            if (after.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            Delegation letters = after.get().delegation();
            var told = new TaskSlipTold(after.get(), act, by.personId(), null, clock.today());
            return slips.move(tx, after.get(), new TaskSlipStep(act, by.personId(), clock.today(), null))
                    .chain(() ->
                            letters == null ? Uni.createFrom().item(0) : slips.saveDelegation(tx, after.get(), letters))
                    .chain(() -> outbox.put(tx, by.courtId(), List.of(told.event())))
                    .replaceWith(List.of(told.entry()));
        });
    }
}
