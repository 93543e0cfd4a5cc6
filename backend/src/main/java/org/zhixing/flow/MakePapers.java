package org.zhixing.flow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.paper.PaperBatches;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Batch;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Turns;
import org.zhixing.platform.ZhixingConfig;

/**
 * The same paper for many cases: each is drafted, numbered and fixed in a transaction of its own, by whichever instance
 * takes its line, so that a killed instance leaves no half of one. What a case refuses is told by its line.
 */
@RegisterForReflection(
        targets = {MakePapers.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class MakePapers {
    private static final Logger LOG = Logger.getLogger(MakePapers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Cases cases;
    private final Papers papers;
    private final PaperBatches batches;
    private final WritePaper writing;
    private final SignPaper signing;
    private final Actors actors;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;
    private final ZhixingConfig.Papers config;
    private final Turns turns = new Turns(this::drain);
    private volatile boolean stopping;

    MakePapers(
            Database database,
            Cases cases,
            Papers papers,
            PaperBatches batches,
            WritePaper writing,
            SignPaper signing,
            Actors actors,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids,
            ZhixingConfig config) {
        this.database = database;
        this.cases = cases;
        this.papers = papers;
        this.batches = batches;
        this.writing = writing;
        this.signing = signing;
        this.actors = actors;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
        this.config = config.papers();
    }

    /** @param fields the same for all cases; the addressee of each is its first respondent */
    public record Wish(String kind, List<UUID> caseIds, Map<String, String> fields) {}

    /** Puts the cases in a batch that is worked on at once. */
    public Uni<UUID> make(Actor actor, Wish wish, @Nullable String key) {
        WritePaper.byHand(papers.kind(wish.kind()));
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "paper.batch", wish);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> begin(tx, actor, wish)))
                .invoke(this::wake)
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> begin(SqlConnection tx, Actor actor, Wish wish) {
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(wish.caseIds()));
        Batch batch = new Batch(
                ids.next(),
                actor.courtId(),
                wish.kind(),
                wish.fields(),
                actor.personId(),
                clock.now(),
                null,
                distinct.size(),
                0,
                0);
        return batches.insert(tx, batch, distinct)
                .chain(() -> audit.write(
                        tx,
                        Audit.by(actor),
                        List.of(new Entry(
                                "paper.batch",
                                null,
                                batch.id(),
                                Map.of("kind", batch.kind(), "count", distinct.size())))))
                .replaceWith(new FileCase.Made(batch.id()));
    }

    @Scheduled(every = "{zhixing.papers.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        work();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void wake() {
        if (!config.every().equals("off")) {
            turns.wake();
        }
    }

    /** Works until nothing waits; blocks. */
    public void work() {
        turns.take();
    }

    private void drain() {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = next();
            }
        } catch (RuntimeException failed) {
            LOG.error("No paper of a batch could be made", failed);
        }
    }

    /** What a line refused is written after its transaction was taken back, in another. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Batch.Line line;
        private final String code;

        Refused(Batch.Line line, Refusal why) {
            super(why);
            this.line = line;
            this.code = why.code();
        }
    }

    private boolean next() {
        try {
            return database.inTransaction(tx -> batches.claim(tx)
                            .chain(found -> found.map(line -> one(tx, line).replaceWith(true))
                                    .orElseGet(() -> batches.endFinished(tx).replaceWith(false))))
                    .await()
                    .atMost(PATIENCE);
        } catch (Refused refused) {
            database.inTransaction(tx -> batches.settle(tx, refused.line, null, refused.code))
                    .await()
                    .atMost(PATIENCE);
            return true;
        }
    }

    private Uni<Integer> one(SqlConnection tx, Batch.Line line) {
        return batches.batchOf(tx, line)
                .chain(batch -> actors.personOf(batch.madeBy())
                        .map(MakePapers::actor)
                        .chain(actor -> cases.lock(tx, actor, line.caseId()).chain(of -> writing.draft(
                                        tx, actor, of, wish(batch, of))
                                .chain(paper -> signing.submit(
                                        tx, actor, new PaperDesk.Locked(paper, of, papers.kind(batch.kind()))))))
                        .chain(paper -> batches.settle(tx, line, paper.id(), null)))
                .onFailure(Refusal.class)
                .transform(why -> new Refused(line, (Refusal) why));
    }

    /** Somebody who left may make nothing more. */
    private static Actor actor(Optional<Person> person) {
        return person.map(Person::actor).orElseThrow(() -> Refusal.forbidden("unknown-person", null, ""));
    }

    private static WritePaper.Wish wish(Batch batch, EnforcementCase of) {
        String respondent = of.row().parties().stream()
                .filter(party -> party.role() == PartyRole.RESPONDENT)
                .map(NamedParty::name)
                .findFirst()
                .orElse(null);
        return new WritePaper.Wish(batch.kind(), respondent, batch.fields());
    }
}
