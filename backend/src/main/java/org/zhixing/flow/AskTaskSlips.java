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
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.SlipWay;
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
    private final KeepTaskSlip keep;
    private final Once once;

    AskTaskSlips(Database database, Cases cases, TaskSlips slips, KeepTaskSlip keep, Once once) {
        this.database = database;
        this.cases = cases;
        this.slips = slips;
        this.keep = keep;
        this.once = once;
    }

    /** A case on which no slip was made; the number is null where the case is out of the caller's sight. */
    public record Refused(UUID caseId, @Nullable String number, String code) {}

    /** What makes two requests the same. */
    private record Wish(
            List<UUID> caseIds, SlipTask task, @Nullable String otherCourt) {}

    /** The slips made, and the cases on which none was. */
    public record Asked(List<UUID> slips, List<Refused> refused) {}

    /**
     * 400 where nobody may ask for that kind, or where a delegation names no court.
     *
     * @param otherCourt the court that is asked, where the kind is a delegation to it
     */
    public Uni<Asked> ask(
            Actor by, List<UUID> caseIds, SlipTask task, @Nullable String otherCourt, @Nullable String key) {
        var ticket = new Once.Ticket(
                by.courtId(), by.personId(), key, TaskSlipAct.ASK.topic(), new Wish(caseIds, task, otherCourt));
        return database.inTransaction(tx -> once.run(
                tx, ticket, Asked.class, () -> all(tx, by, List.copyOf(new TreeSet<>(caseIds)), task, otherCourt)));
    }

    private Uni<Asked> all(SqlConnection tx, Actor by, List<UUID> ids, SlipTask task, @Nullable String otherCourt) {
        return slips.askable(tx, task.kind())
                .invoke(kind -> {
                    if ((kind.way() == SlipWay.OUT) != (otherCourt != null)) {
                        throw Refusal.field(
                                "otherCourt", otherCourt, otherCourt == null ? "field.required" : "field.unknown");
                    }
                })
                .chain(() -> cases.lockAll(tx, by.courtId(), ids))
                .chain(() -> cases.byIds(tx, by.courtId(), ids))
                .chain(found -> {
                    List<UUID> good = new ArrayList<>();
                    List<Refused> refused = new ArrayList<>();
                    ids.forEach(id -> judge(by, id, found, good, refused));
                    return good.isEmpty()
                            ? Uni.createFrom().item(new Asked(List.of(), refused))
                            : make(tx, by, good, task, otherCourt)
                                    .map(made -> new Asked(
                                            made.stream().map(TaskSlip::id).toList(), refused));
                });
    }

    private Uni<List<TaskSlip>> make(
            SqlConnection tx, Actor by, List<UUID> good, SlipTask task, @Nullable String otherCourt) {
        return slips.ask(tx, by, good, task)
                .call(made -> otherCourt == null
                        ? Uni.createFrom().voidItem()
                        : slips.saveDelegations(tx, made, new Delegation(otherCourt, null, null)))
                .call(made -> keep.asked(tx, by, made));
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
}
