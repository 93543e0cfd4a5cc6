package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.SuspensionEffects;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Deadline;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.clock.rules.SuspensionPermits;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * Suspension and deferral (§3.1 rule 5): a handler asks with a statutory reason, the director or the president decides;
 * approval, end and cancellation each count all nodes concerned anew, in one transaction.
 */
@ApplicationScoped
public class SuspendCase {
    private final Database database;
    private final CaseFile file;
    private final Suspensions suspensions;
    private final Nodes nodes;
    private final MoveDates dates;
    private final TellOfDates tell;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    SuspendCase(
            Database database,
            CaseFile file,
            Suspensions suspensions,
            Nodes nodes,
            MoveDates dates,
            TellOfDates tell,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.suspensions = suspensions;
        this.nodes = nodes;
        this.dates = dates;
        this.tell = tell;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is asked; {@code resume} is null where nobody knows yet when the case goes on. */
    public record Wish(
            SuspensionReason reason,
            LocalDate from,
            @Nullable LocalDate resume,
            String note) {}

    public Uni<UUID> ask(Actor actor, UUID caseId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "ask-suspension " + caseId, wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> askWithin(tx, actor, caseId, wish)))
                .map(FileCase.Made::id);
    }

    /** The same as part of another act, which locks nothing of the case before it. */
    Uni<FileCase.Made> askWithin(SqlConnection tx, Actor actor, UUID caseId, Wish wish) {
        return file.lock(tx, actor, caseId, null, CaseAct.ASK_SUSPENSION).chain(open -> suspensions
                .ofCase(tx, actor.courtId(), caseId)
                .chain(present -> ask(tx, actor, open, present, wish)));
    }

    private Uni<FileCase.Made> ask(
            SqlConnection tx, Actor actor, CaseFile.Open open, List<CaseSuspension> present, Wish wish) {
        CaseSuspension asked = wished(actor, open, wish);
        check(asked, present);
        return suspensions
                .insert(tx, asked)
                .chain(() -> tell.asked(tx, actor, asked))
                .replaceWith(new FileCase.Made(asked.id()));
    }

    /** What it would do, were it approved today. */
    public Uni<List<CaseSuspension.Effect>> preview(Actor actor, UUID caseId, Wish wish) {
        var client = database.reading();
        return file.read(client, actor, caseId).chain(open -> suspensions
                .ofCase(client, actor.courtId(), caseId)
                .chain(present -> nodes.ofCase(client, actor.courtId(), caseId).map(all -> {
                    CaseSuspension wished = wished(actor, open, wish);
                    check(wished, present);
                    return SuspensionEffects.preview(open.rulebook(), wished, present, all, clock.today());
                })));
    }

    /** The suspension as it would be; 400 where it begins before the case was filed. */
    private CaseSuspension wished(Actor actor, CaseFile.Open open, Wish wish) {
        LocalDate filedOn = open.subject().row().filedOn();
        if (wish.from().isBefore(filedOn)) {
            throw Refusal.field("from", wish.from(), "suspension.before-filing", filedOn);
        }
        return new CaseSuspension(
                ids.next(),
                actor.courtId(),
                open.subject().id(),
                open.subject().row().number().text(),
                wish.reason(),
                wish.from(),
                wish.resume(),
                wish.resume(),
                wish.note(),
                CaseSuspension.Status.ASKED,
                actor.personId(),
                clock.today(),
                null,
                null,
                null,
                List.of(),
                1);
    }

    /** Together with those that hold it must stay within what a period can be explained over. */
    private static void check(CaseSuspension added, List<CaseSuspension> present) {
        List<Suspension> all = Stream.concat(
                        Stream.of(added),
                        present.stream()
                                .filter(each -> each.status() == CaseSuspension.Status.APPROVED)
                                .filter(each -> !each.id().equals(added.id())))
                .map(CaseSuspension::days)
                .toList();
        if (all.size() > Deadline.MOST_SUSPENSIONS || Suspension.days(all) > Deadline.MOST_DAYS) {
            throw Refusal.rule("suspension-too-long", added.reason().clause(), Deadline.MOST_DAYS);
        }
    }

    public Uni<Void> approve(Actor actor, UUID id, @Nullable String key) {
        return act(new Decision(actor, id, SuspensionPermits.Act.APPROVE, null, key), (tx, step) -> {
            CaseSuspension approved =
                    step.now().decided(CaseSuspension.Status.APPROVED, step.act(actor, clock.today(), null));
            check(approved, step.present());
            return count(tx, actor, step, approved, "suspension.approved");
        });
    }

    public Uni<Void> refuse(Actor actor, UUID id, String reason, @Nullable String key) {
        return act(new Decision(actor, id, SuspensionPermits.Act.REFUSE, reason, key), (tx, step) -> {
            CaseSuspension refused =
                    step.now().decided(CaseSuspension.Status.REFUSED, step.act(actor, clock.today(), reason));
            return suspensions
                    .update(tx, refused)
                    .chain(() -> tell.decided(tx, actor, step.open(), refused, "suspension.refused", List.of()));
        });
    }

    /** The day on which the case goes on; later than was approved needs another approval. */
    public Uni<Void> end(Actor actor, UUID id, LocalDate resume, @Nullable String key) {
        return act(new Decision(actor, id, SuspensionPermits.Act.END, resume, key), (tx, step) -> {
            CaseSuspension before = step.now();
            LocalDate granted = before.granted();
            if (!resume.isAfter(before.from())) {
                throw Refusal.field("resume", resume, "deadline.resume", before.from());
            }
            if (granted != null && resume.isAfter(granted)) {
                throw Refusal.rule("suspension-prolonged", before.reason().clause(), granted);
            }
            CaseSuspension ended = before.endedOn(resume, step.act(actor, clock.today(), null));
            check(ended, step.present());
            return count(tx, actor, step, ended, "suspension.ended");
        });
    }

    public Uni<Void> cancel(Actor actor, UUID id, String reason, @Nullable String key) {
        return act(
                new Decision(actor, id, SuspensionPermits.Act.CANCEL, reason, key),
                (tx, step) -> count(
                        tx,
                        actor,
                        step,
                        step.now().cancelled(step.act(actor, clock.today(), reason)),
                        "suspension.cancelled"));
    }

    /** The suspension with its case locked, and all the case has. */
    private record Step(CaseFile.Open open, CaseSuspension now, List<CaseSuspension> present) {
        CaseSuspension.Act act(Actor actor, LocalDate today, @Nullable String why) {
            return new CaseSuspension.Act(actor.personId(), today, why);
        }

        /** All of the case's, with the changed one in its place. */
        List<CaseSuspension> with(CaseSuspension changed) {
            return present.stream()
                    .map(each -> each.id().equals(changed.id()) ? changed : each)
                    .toList();
        }
    }

    private interface Work {
        Uni<Void> on(SqlConnection tx, Step step);
    }

    /** Who decides what of which suspension, with all that is said, under which key. */
    private record Decision(
            Actor actor,
            UUID id,
            SuspensionPermits.Act act,
            @Nullable Object said,
            @Nullable String key) {

        Once.Ticket ticket() {
            return new Once.Ticket(actor.courtId(), actor.personId(), key, "suspension " + act + " " + id, said);
        }
    }

    private Uni<Void> act(Decision decision, Work work) {
        return database.inTransaction(
                        tx -> once.run(tx, decision.ticket(), FileCase.Made.class, () -> act(tx, decision, work)
                                .replaceWith(new FileCase.Made(decision.id()))))
                .replaceWithVoid();
    }

    /** The case is locked before its suspensions are read: of two who decide at once the second finds it decided. */
    private Uni<Void> act(SqlConnection tx, Decision decision, Work work) {
        Actor actor = decision.actor();
        UUID id = decision.id();
        return suspensions
                .find(tx, actor.courtId(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(seen -> file.lock(tx, actor, seen.caseId()))
                .chain(open -> suspensions
                        .ofCase(tx, actor.courtId(), open.subject().id())
                        .chain(present -> {
                            CaseSuspension now = present.stream()
                                    .filter(each -> each.id().equals(id))
                                    .findFirst()
                                    .orElseThrow(Refusal::notFound);
                            boolean handles = open.subject().handledBy(actor.personId());
                            var situation = new SuspensionPermits.Situation(
                                    open.subject().open(), handles);
                            SuspensionPermits.deny(decision.act(), actor, now, situation)
                                    .ifPresent(d -> refuse(d, now));
                            return work.on(tx, new Step(open, now, present));
                        }));
    }

    private static void refuse(SuspensionPermits.Denial denial, CaseSuspension suspension) {
        String clause = suspension.reason().clause();
        throw switch (denial.kind()) {
            case PERSON -> Refusal.forbidden(denial.code(), clause);
            case DONE_ALREADY ->
                Refusal.conflict(denial.code(), suspension.caseNumber()).under(clause);
            case RULE -> Refusal.rule(denial.code(), clause);
        };
    }

    private Uni<Void> count(SqlConnection tx, Actor actor, Step step, CaseSuspension changed, String action) {
        var rulebook = step.open().rulebook();
        List<CaseSuspension> all = step.with(changed);
        return dates.of(tx, actor.courtId(), changed.caseId(), node -> rulebook.paused(node, all, clock.today()))
                .chain(done -> {
                    CaseSuspension kept = changed.status() == CaseSuspension.Status.CANCELLED
                            ? changed
                            : changed.withEffects(SuspensionEffects.of(rulebook, changed, done.all()));
                    return suspensions
                            .update(tx, kept)
                            .chain(() -> tell.decided(tx, actor, step.open(), kept, action, done.entries()));
                });
    }
}
