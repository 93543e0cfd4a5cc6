package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Obstacle;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipPermits;
import org.zhixing.slip.rules.TaskSlipStep;
import org.zhixing.slip.store.StepRows;

/** Puts task slips into the caller's words. */
@ApplicationScoped
public class TaskSlipViews {
    private final TaskSlips all;
    private final Names names;
    private final Messages messages;
    private final Database database;
    private final CourtClock clock;

    TaskSlipViews(TaskSlips all, Names names, Messages messages, Database database, CourtClock clock) {
        this.all = all;
        this.database = database;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    public Uni<TaskSlipView> of(Actor actor, TaskSlip slip, Locale locale) {
        return of(actor, List.of(slip), locale).map(all -> all.get(0));
    }

    /** In the given order. */
    public Uni<List<TaskSlipView>> of(Actor actor, List<TaskSlip> slips, Locale locale) {
        List<UUID> ids = slips.stream().map(TaskSlip::id).toList();
        return all.evidence(database.reading(), actor.courtId(), ids)
                .chain(evidence -> names.of(actor.courtId()).map(known -> slips.stream()
                        .map(slip -> view(actor, slip, evidence.getOrDefault(slip.id(), List.of()), known, locale))
                        .toList()));
    }

    public Uni<List<TaskSlipView.Step>> steps(int courtId, List<TaskSlipStep> steps) {
        return names.of(courtId).map(known -> steps.stream()
                .map(step -> new TaskSlipView.Step(step.act(), ref(step.by(), known), step.on(), step.text()))
                .toList());
    }

    public Uni<List<PersonRef>> people(int courtId, List<UUID> ids) {
        return names.of(courtId)
                .map(known -> ids.stream().map(id -> ref(id, known)).toList());
    }

    private TaskSlipView view(
            Actor actor, TaskSlip slip, List<StepRows.Evidence> evidence, Map<UUID, Names.Known> known, Locale locale) {
        TaskSlip.Course course = slip.course();
        TaskSlip.Clock counted = slip.clock();
        SlipTask task = slip.task();
        return new TaskSlipView(
                slip.id(),
                slip.number().text(),
                slip.kind().code(),
                Locale.ENGLISH.equals(locale)
                        ? slip.kind().nameEn()
                        : slip.kind().nameZh(),
                slip.kind().clause(),
                slip.kind().automatic(),
                course.state(),
                slip.of().id(),
                slip.of().number(),
                slip.of().team(),
                refIf(slip.of().judgeId(), known),
                task.target(),
                task.place(),
                task.area(),
                task.instructions(),
                refIf(slip.requestedBy(), known),
                slip.requestedOn(),
                refIf(course.signedBy(), known),
                course.signedOn(),
                refIf(course.receivedBy(), known),
                course.receivedOn(),
                refIf(course.executorId(), known),
                course.officers().stream().map(id -> ref(id, known)).toList(),
                course.result(),
                refIf(course.resultBy(), known),
                course.resultOn(),
                course.reason(),
                course.nodeId(),
                counted == null ? null : counted.dueOn(),
                slip.late(clock.today()),
                slip.evidence(),
                TaskSlipPermits.proved(slip),
                evidence.stream()
                        .map(item -> new TaskSlipView.Evidence(
                                item.itemId(), item.title(), item.sha256(), item.fileId(), item.mediaType()))
                        .toList(),
                TaskSlipView.Letters.of(slip),
                slip.version(),
                List.copyOf(TaskSlipPermits.allowed(actor, slip)),
                next(actor, slip, known, locale));
    }

    /** The steps that the slip has come to, each with what stands against the caller's taking it. */
    private List<TaskSlipView.Next> next(Actor actor, TaskSlip slip, Map<UUID, Names.Known> known, Locale locale) {
        PersonRef judge = refIf(slip.of().judgeId(), known);
        String judged = judge == null ? "—" : judge.name();
        return Arrays.stream(TaskSlipAct.values())
                .filter(act -> TaskSlipPermits.fits(act, slip))
                .map(act -> {
                    Obstacle obstacle = TaskSlipPermits.obstacle(act, actor, slip);
                    return new TaskSlipView.Next(
                            act, obstacle == null ? null : why(obstacle, act, slip, judged, locale));
                })
                .toList();
    }

    /** Whose step it is, where it is not the caller's; else what is missing. */
    private String why(Obstacle obstacle, TaskSlipAct act, TaskSlip slip, String judge, Locale locale) {
        String key = obstacle == Obstacle.NOT_YOURS
                ? "task-slip-whose." + slip.kind().way() + "." + act
                : obstacle.code() + ".detail";
        Object about = obstacle == Obstacle.NO_EVIDENCE ? new Messages.Term("evidence." + slip.evidence()) : judge;
        return messages.get(Messages.PROBLEMS, key, List.of(slip.number().text(), about), locale);
    }

    private static PersonRef ref(UUID id, Map<UUID, Names.Known> known) {
        return new PersonRef(id, known.getOrDefault(id, Names.Known.NOBODY).name());
    }

    private static @Nullable PersonRef refIf(@Nullable UUID id, Map<UUID, Names.Known> known) {
        return id == null ? null : ref(id, known);
    }
}
