package org.zhixing.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.policy.Drafts;
import org.zhixing.policy.OpenCases;
import org.zhixing.policy.PolicyTexts;
import org.zhixing.policy.rules.CalendarOutlook;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.NodeTableOutlook;
import org.zhixing.policy.rules.OpenCase;
import org.zhixing.policy.rules.Outlook;
import org.zhixing.policy.rules.PolicyKind;
import org.zhixing.policy.rules.Simulation;
import org.zhixing.policy.rules.SimulationTally;
import org.zhixing.policy.rules.TriageOutlook;
import org.zhixing.triage.Triage;

/**
 * Says what the draft in hand would do, were all open cases opened under it. It reads the court page by page as it was at
 * one moment, decides by the rules that filing goes by, and writes nothing.
 */
@ApplicationScoped
public class SimulatePolicy {
    /** Cases read at a time: memory is bounded by it, whatever the court's size. */
    private static final int PAGE = 4_000;

    private final Database database;
    private final Drafts drafts;
    private final PolicyTexts texts;
    private final OpenCases cases;
    private final Triage triage;
    private final Nodes nodes;
    private final CourtClock clock;

    SimulatePolicy(
            Database database,
            Drafts drafts,
            PolicyTexts texts,
            OpenCases cases,
            Triage triage,
            Nodes nodes,
            CourtClock clock) {
        this.database = database;
        this.drafts = drafts;
        this.texts = texts;
        this.cases = cases;
        this.triage = triage;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** What the draft of that version would do, and how long it took to find out. */
    public record Done(int draft, LocalDate today, Simulation simulation, long tookMs) {}

    /** 422 of a kind that moves no case and no date. */
    public Uni<Done> simulate(Actor actor, PolicyKind kind) {
        if (!kind.moves()) {
            throw Refusal.of(422, "policy-moves-nothing");
        }
        long began = System.nanoTime();
        int court = actor.courtId();
        return database.inTransaction(tx -> cases.snapshot(tx)
                .chain(() -> drafts.last(tx, court, kind))
                .map(last -> last.filter(Draft::inHand).orElseThrow(() -> Refusal.of(404, "policy-no-draft")))
                .chain(draft -> outlook(tx, court, kind, draft.document())
                        .map(outlook -> new SimulationTally(outlook, clock.today()))
                        .chain(tally -> through(tx, court, tally))
                        .map(simulation -> new Done(
                                draft.version(),
                                clock.today(),
                                simulation,
                                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)))));
    }

    private Uni<Outlook> outlook(SqlConnection tx, int court, PolicyKind kind, String document) {
        return nodes.rulebook(tx, court).chain(rulebook -> switch (kind) {
            case NODES -> Uni.createFrom().item(new NodeTableOutlook(texts.nodes(document), rulebook.calendar()));
            case TRIAGE ->
                triage.table(tx, court)
                        .map(table -> new TriageOutlook(
                                texts.triage(document),
                                filedOn -> table.inForce(filedOn).document(),
                                filedOn -> rulebook.inForce(filedOn).document(),
                                rulebook.calendar()));
            case CALENDAR ->
                drafted(tx, court, texts.calendar(document))
                        .map(calendar -> new CalendarOutlook(rulebook::version, calendar));
            case DOSSIER, SIGNING -> throw new IllegalArgumentException(kind + " moves nothing");
        });
    }

    /** The court's calendar with the draft's year in it. */
    private Uni<CourtCalendar> drafted(SqlConnection tx, int court, CalendarYear draft) {
        return nodes.years(tx, court)
                .map(years -> CourtCalendar.of(
                        Stream.concat(years.stream().filter(year -> year.year() != draft.year()), Stream.of(draft))
                                .collect(Collectors.toMap(CalendarYear::year, Function.identity()))));
    }

    /** Counting goes to a worker: the thread that serves requests is not held up by it. */
    private Uni<Simulation> through(SqlConnection tx, int court, SimulationTally tally) {
        UUID[] after = {new UUID(0, 0)};
        return Multi.createBy()
                .repeating()
                .uni(() -> cases.page(tx, court, after[0], PAGE)
                        .emitOn(Infrastructure.getDefaultExecutor())
                        .invoke(page -> {
                            page.forEach(tally::add);
                            after[0] = last(page, after[0]);
                        }))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .ignoreAsUni()
                .map(done -> tally.result());
    }

    private static UUID last(List<OpenCase> page, UUID otherwise) {
        return page.isEmpty() ? otherwise : page.get(page.size() - 1).id();
    }
}
