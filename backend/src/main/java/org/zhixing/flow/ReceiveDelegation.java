package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.Letter;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipPermits;

/**
 * The affairs team enters what another court asks for (受托事项, clause 一(四)5), on the case under which it was filed here:
 * a slip that is received already, whose days run from the letter's receipt.
 */
@ApplicationScoped
public class ReceiveDelegation {
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final TaskSlips slips;
    private final TaskSlipClock days;
    private final KeepTaskSlip keep;
    private final Once once;
    private final CourtClock clock;

    ReceiveDelegation(
            Database database,
            Cases cases,
            Nodes nodes,
            TaskSlips slips,
            TaskSlipClock days,
            KeepTaskSlip keep,
            Once once,
            CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.slips = slips;
        this.days = days;
        this.keep = keep;
        this.once = once;
        this.clock = clock;
    }

    /** @param letter theirs, with the day on which it came */
    public record Request(UUID caseId, String otherCourt, Letter letter, SlipTask task) {}

    /** 403 but for the affairs team's desk, 404 out of sight, 409 on a closed case, 400 where the letter is of tomorrow. */
    public Uni<UUID> receive(Actor by, Request request, @Nullable String key) {
        if (!TaskSlipPermits.affairsDesk(by)) {
            throw Refusal.forbidden("delegation-not-yours", "一(四)5");
        }
        if (request.letter().on().isAfter(clock.today())) {
            throw Refusal.field("letterOn", request.letter().on(), "field.range", LocalDate.EPOCH, clock.today());
        }
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "delegation.received", request);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> make(tx, by, request)))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> make(SqlConnection tx, Actor by, Request request) {
        return nodes.rulebookForDating(tx, by.courtId()).chain(rulebook -> cases.lock(tx, by, request.caseId())
                .invoke(ReceiveDelegation::open)
                .chain(subject -> slips.ask(tx, by, List.of(subject.id()), request.task())
                        .map(made -> made.get(0))
                        .call(slip -> keep.asked(tx, by, List.of(slip)))
                        .chain(slip -> received(
                                tx, by, new TaskSlipPlace(slip, subject, Optional.empty(), rulebook), request))));
    }

    private Uni<FileCase.Made> received(SqlConnection tx, Actor by, TaskSlipPlace place, Request request) {
        TaskSlip slip = place.slip();
        return days.start(tx, place, request.letter().on())
                .map(node -> slip.at(slip.course()
                                .received(by.personId(), request.letter().on(), node))
                        .with(new Delegation(request.otherCourt(), request.letter(), null)))
                .chain(after -> keep.step(tx, by, after, TaskSlipAct.RECEIVE, null))
                .replaceWith(new FileCase.Made(slip.id()));
    }

    private static void open(EnforcementCase subject) {
        if (!subject.open()) {
            throw Refusal.conflict("task-slip-case-closed").under("一(四)5");
        }
    }
}
