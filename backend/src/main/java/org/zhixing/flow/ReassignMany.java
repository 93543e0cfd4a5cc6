package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * A team leader gives many cases to one judge and executor of the team. It is one transaction in which each case is
 * reassigned or refused for a reason of its own, and each of the two is told once, however many cases come, and once
 * more of the papers that wait for their signature now.
 */
@RegisterForReflection(
        targets = {ReassignMany.Done.class, Reassign.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ReassignMany {
    private final Database database;
    private final CaseFile file;
    private final Cases cases;
    private final Nodes nodes;
    private final Reassign reassign;
    private final MoveCase move;
    private final PassPapers papers;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final Ids ids;
    private final CourtClock clock;

    ReassignMany(
            Database database,
            CaseFile file,
            Cases cases,
            Nodes nodes,
            Reassign reassign,
            MoveCase move,
            PassPapers papers,
            Outbox outbox,
            Audit audit,
            Once once,
            Ids ids,
            CourtClock clock) {
        this.database = database;
        this.file = file;
        this.cases = cases;
        this.nodes = nodes;
        this.reassign = reassign;
        this.move = move;
        this.papers = papers;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a case. */
    public enum Outcome {
        DONE,
        /** The pair handles it already. */
        SAME,
        REFUSED
    }

    /** Why a case was refused, as the one mapper of problems will say it. */
    public record Why(int status, String code, @Nullable String clause, List<String> params) {
        static Why of(Refusal refusal) {
            return new Why(
                    refusal.status(),
                    refusal.code(),
                    refusal.clause(),
                    refusal.params().stream().map(String::valueOf).toList());
        }
    }

    /** One case and what became of it; the number is null where it is out of the caller's sight. */
    public record Each(
            UUID caseId,
            @Nullable String number,
            Outcome outcome,
            @Nullable Why why) {}

    /** What became of all, in the order asked for. */
    public record Done(List<Each> cases) {}

    public Uni<Done> reassign(Actor actor, List<UUID> caseIds, Reassign.Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "reassign-many", List.of(caseIds, wish));
        return database.inTransaction(tx -> once.run(tx, ticket, Done.class, () -> all(tx, actor, caseIds, wish)));
    }

    /** Locks in the order that every act takes: the calendar, the cases by id, then the people. */
    private Uni<Done> all(SqlConnection tx, Actor actor, List<UUID> caseIds, Reassign.Wish wish) {
        Set<UUID> sorted = new TreeSet<>(caseIds);
        return nodes.rulebookForDating(tx, actor.courtId())
                .chain(() -> cases.lockAll(tx, actor.courtId(), List.copyOf(sorted)))
                .chain(() -> reassign.pair(tx, actor, actor.team(), wish))
                .chain(pair -> {
                    Run run = new Run(tx, actor, wish, pair);
                    return Multi.createFrom()
                            .iterable(sorted)
                            .onItem()
                            .transformToUniAndConcatenate(run::one)
                            .collect()
                            .asList()
                            .chain(run::finish)
                            .map(each -> new Done(sorted(caseIds, each)));
                });
    }

    private static List<Each> sorted(List<UUID> asked, List<Each> done) {
        Map<UUID, Each> byId = new HashMap<>();
        done.forEach(each -> byId.put(each.caseId(), each));
        return asked.stream().distinct().map(byId::get).toList();
    }

    /** One call's cases, one after another on one connection. */
    private final class Run {
        private final SqlConnection tx;
        private final Actor actor;
        private final Reassign.Wish wish;
        private final Reassign.Pair pair;
        private final List<Entry> trail = new ArrayList<>();
        private final Map<UUID, Integer> fresh = new HashMap<>();
        private final List<EnforcementCase> moved = new ArrayList<>();

        Run(SqlConnection tx, Actor actor, Reassign.Wish wish, Reassign.Pair pair) {
            this.tx = tx;
            this.actor = actor;
            this.wish = wish;
            this.pair = pair;
        }

        /** A refusal comes before anything is written, so the others' work stands. */
        Uni<Each> one(UUID id) {
            return file.lock(tx, actor, id, null, CaseAct.REASSIGN)
                    .chain(this::settle)
                    .onFailure(Refusal.class)
                    .recoverWithItem(refused -> new Each(id, null, Outcome.REFUSED, Why.of((Refusal) refused)))
                    .chain(each -> each.outcome() == Outcome.REFUSED ? named(each) : item(() -> each));
        }

        private Uni<Each> settle(CaseFile.Open open) {
            EnforcementCase before = open.subject();
            String number = before.row().number().text();
            UUID judge = pair.judge().id();
            UUID executor = pair.executor().id();
            if (judge.equals(before.judgeId()) && executor.equals(before.executorId())) {
                return item(() -> new Each(before.id(), number, Outcome.SAME, null));
            }
            EnforcementCase after = before.withTeam(before.team(), judge, executor);
            return move.settleQuietly(tx, new MoveCase.Move(actor, open, before, before.team()), after)
                    .map(entries -> {
                        trail.addAll(Reassign.entries(before, pair, wish, entries));
                        moved.add(before);
                        for (UUID person : List.of(judge, executor)) {
                            if (!before.handledBy(person)) {
                                fresh.merge(person, 1, Integer::sum);
                            }
                        }
                        return new Each(before.id(), number, Outcome.DONE, null);
                    });
        }

        /** The number of a refused case, for those who may see the case. */
        private Uni<Each> named(Each each) {
            return cases.find(tx, actor, each.caseId())
                    .map(found -> new Each(each.caseId(), found.row().number().text(), each.outcome(), each.why()))
                    .onFailure(Refusal.class)
                    .recoverWithItem(each);
        }

        Uni<List<Each>> finish(List<Each> done) {
            return papers.of(tx, actor.courtId(), moved)
                    .chain(passed -> outbox.put(tx, actor.courtId(), events(passed)))
                    .chain(() -> audit.write(tx, Audit.by(actor), trail))
                    .replaceWith(done);
        }

        private List<Event> events(List<PassPapers.Passed> passed) {
            Map<UUID, Integer> toSign = new HashMap<>();
            passed.forEach(paper -> paper.people().forEach(person -> toSign.merge(person, 1, Integer::sum)));
            UUID act = ids.next();
            return Stream.concat(events(act, Topic.CASES_REASSIGNED, fresh), events(act, Topic.PAPERS_TO_SIGN, toSign))
                    .toList();
        }

        private Stream<Event> events(UUID act, Topic topic, Map<UUID, Integer> counts) {
            return counts.entrySet().stream()
                    .map(each -> new Event(
                            topic.key(),
                            topic.key() + ":" + act + ":" + each.getKey(),
                            List.of(each.getKey()),
                            List.of(),
                            Map.of(
                                    "count", Integer.toString(each.getValue()),
                                    "by", actor.name(),
                                    "reason", wish.reason()),
                            null,
                            null,
                            clock.today()));
        }

        private <T> Uni<T> item(Supplier<T> item) {
            return Uni.createFrom().item(item);
        }
    }
}
