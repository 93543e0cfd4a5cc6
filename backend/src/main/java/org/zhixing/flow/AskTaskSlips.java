package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.audit.Audit;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;

/**
 * A case's handlers ask the affairs team for offline work (clause 一(四)4), on one or many cases at once: a slip each, the
 * good ones in one transaction; of the others each is told why not.
 */
@RegisterForReflection(
        targets = {AskTaskSlips.Asked.class, AskTaskSlips.Refused.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class AskTaskSlips {
    private final Database database;
    private final Cases cases;
    private final TaskSlips slips;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    AskTaskSlips(
            Database database, Cases cases, TaskSlips slips, Outbox outbox, Audit audit, Once once, CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.slips = slips;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** A case on which no slip was made; the number is null where the case is out of the caller's sight. */
    public record Refused(UUID caseId, @Nullable String number, String code) {}

    /** The slips made, and the cases on which none was. */
    public record Asked(List<UUID> slips, List<Refused> refused) {}

    /** 400 where nobody may ask for that kind. */
    public Uni<Asked> ask(Actor by, List<UUID> caseIds, SlipTask task, @Nullable String key) {
        var ticket = new Once.Ticket(
                by.courtId(), by.personId(), key, TaskSlipAct.ASK.topic(), List.of(List.copyOf(caseIds), task));
        return database.inTransaction(
                tx -> once.run(tx, ticket, Asked.class, () -> all(tx, by, List.copyOf(new TreeSet<>(caseIds)), task)));
    }

    private Uni<Asked> all(SqlConnection tx, Actor by, List<UUID> ids, SlipTask task) {
        return slips.askable(tx, task.kind())
                .chain(() -> cases.lockAll(tx, by.courtId(), ids))
                .chain(() -> cases.byIds(tx, by.courtId(), ids))
                .chain(found -> {
                    List<UUID> good = new ArrayList<>();
                    List<Refused> refused = new ArrayList<>();
                    ids.forEach(id -> judge(by, id, found, good, refused));
                    return good.isEmpty()
                            ? Uni.createFrom().item(new Asked(List.of(), refused))
                            : slips.ask(tx, by, good, task).chain(made -> tell(tx, by, made)
                                    .replaceWith(new Asked(
                                            made.stream().map(TaskSlip::id).toList(), refused)));
                });
    }

    private static void judge(
            Actor by, UUID id, Map<UUID, EnforcementCase> found, List<UUID> good, List<Refused> refused) {
        EnforcementCase subject = found.get(id);
        if (subject == null || !Visibility.ofCases(by).covers(subject.team())) {
            refused.add(new Refused(id, null, "not-found"));
        } else if (!subject.handledBy(by.personId())) {
            refused.add(new Refused(id, subject.row().number().text(), "task-slip-not-handler"));
        } else if (!subject.open()) {
            refused.add(new Refused(id, subject.row().number().text(), "task-slip-case-closed"));
        } else {
            good.add(id);
        }
    }

    private Uni<Void> tell(SqlConnection tx, Actor by, List<TaskSlip> made) {
        List<TaskSlipTold> told = made.stream()
                .map(slip -> new TaskSlipTold(slip, TaskSlipAct.ASK, by.personId(), null, clock.today()))
                .toList();
        return outbox.put(
                        tx, by.courtId(), told.stream().map(TaskSlipTold::event).toList())
                .chain(() -> audit.write(
                        tx, Audit.by(by), told.stream().map(TaskSlipTold::entry).toList()));
    }
}
