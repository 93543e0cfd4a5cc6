package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipStep;

/** Keeps a task slip as a step has left it: the slip, the step, whom it is told to, and the case's timeline. */
@ApplicationScoped
class KeepTaskSlip {
    private final TaskSlips slips;
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    KeepTaskSlip(TaskSlips slips, Outbox outbox, Audit audit, CourtClock clock) {
        this.slips = slips;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param text the result, or the reason */
    Uni<Void> step(SqlConnection tx, Actor by, TaskSlip after, TaskSlipAct act, @Nullable String text) {
        var told = new TaskSlipTold(after, act, by.personId(), text, clock.today());
        Delegation letters = after.delegation();
        return slips.move(tx, after, new TaskSlipStep(act, by.personId(), clock.today(), text))
                .chain(() -> letters == null ? Uni.createFrom().item(0) : slips.saveDelegation(tx, after, letters))
                .chain(() -> outbox.put(tx, by.courtId(), List.of(told.event())))
                .chain(() -> audit.write(tx, Audit.by(by), List.of(told.entry())));
    }

    /** Tells of slips that were asked for. */
    Uni<Void> asked(SqlConnection tx, Actor by, List<TaskSlip> made) {
        List<TaskSlipTold> told = made.stream()
                .map(slip -> new TaskSlipTold(slip, TaskSlipAct.ASK, by.personId(), null, clock.today()))
                .toList();
        return outbox.put(
                        tx, by.courtId(), told.stream().map(TaskSlipTold::event).toList())
                .chain(() -> audit.write(
                        tx, Audit.by(by), told.stream().map(TaskSlipTold::entry).toList()));
    }
}
