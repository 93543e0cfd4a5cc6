package org.zhixing.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhixing.access.Roles;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.rules.BooksReport;
import org.zhixing.ledger.rules.Finding;
import org.zhixing.ledger.store.CheckRows;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/**
 * Looks at every court's books once a night, however many instances tick: whoever takes the court's day does it, and one
 * that dies over it leaves the day to the next tick. Director, funds desk and auditor are told when something is wrong.
 */
@RegisterForReflection(targets = {BooksReport.class, Finding.class})
@ApplicationScoped
public class NightlyCheck {
    private static final Logger LOG = Logger.getLogger(NightlyCheck.class);

    private final CheckRows rows;
    private final Months months;
    private final Verification verification;
    private final Outbox outbox;
    private final Audit audit;
    private final Database database;
    private final CourtClock clock;
    private final Json json;
    private final Counter checks;
    private final Counter findings;
    private final Counter failures;

    NightlyCheck(
            CheckRows rows,
            Months months,
            Verification verification,
            Outbox outbox,
            Audit audit,
            Database database,
            CourtClock clock,
            Json json,
            MeterRegistry metrics) {
        this.rows = rows;
        this.months = months;
        this.verification = verification;
        this.outbox = outbox;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
        this.json = json;
        this.checks = metrics.counter("zhixing.ledger.checks");
        this.findings = metrics.counter("zhixing.ledger.check.findings");
        this.failures = metrics.counter("zhixing.ledger.check.failures");
    }

    @Scheduled(
            identity = "books-check",
            cron = "{zhixing.books.cron}",
            timeZone = "Asia/Shanghai",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return check(clock.today()).replaceWithVoid();
    }

    /** Looks at the books of every court that nobody has looked at that day; answers of how many. */
    public Uni<Integer> check(LocalDate day) {
        return rows.unchecked(database.reading(), day)
                .onItem()
                .transformToMulti(courts -> Multi.createFrom().iterable(courts))
                .onItem()
                .transformToUniAndConcatenate(court -> database.inTransaction(tx -> months.carryForward(tx, court))
                        .chain(() -> database.inTransaction(tx -> check(tx, court, day)))
                        .onFailure()
                        .recoverWithItem(failure -> failed(court, failure)))
                .collect()
                .with(Collectors.summingInt(n -> n));
    }

    private int failed(int courtId, Throwable failure) {
        failures.increment();
        LOG.errorf(failure, "The books of court %d could not be checked; the next tick tries again", courtId);
        return 0;
    }

    private Uni<Integer> check(SqlConnection tx, int courtId, LocalDate day) {
        return rows.take(tx, courtId, day)
                .chain(taken -> taken
                        ? verification
                                .verify(courtId)
                                .chain(report -> keep(tx, courtId, day, report))
                                .replaceWith(1)
                        : Uni.createFrom().item(0));
    }

    private Uni<Void> keep(SqlConnection tx, int courtId, LocalDate day, BooksReport report) {
        checks.increment();
        findings.increment(report.total());
        Uni<Integer> kept = rows.keep(tx, courtId, day, report.total(), json.text(report));
        if (report.total() == 0) {
            return kept.replaceWithVoid();
        }
        LOG.errorf("The books of court %d are wrong: %s", courtId, report.counts());
        Entry entry = new Entry("ledger.wrong", null, null, Map.of("day", day.toString(), "counts", report.counts()));
        return kept.chain(() -> outbox.put(tx, courtId, List.of(event(day, report))))
                .chain(() -> audit.write(tx, Audit.By.system(courtId), List.of(entry)));
    }

    private static Event event(LocalDate day, BooksReport report) {
        return new Event(
                Topic.LEDGER_WRONG.key(),
                "ledger-wrong:" + day,
                List.of(),
                List.of(
                        new Event.Circle(Roles.DIRECTOR, null),
                        new Event.Circle(Roles.FUNDS, null),
                        new Event.Circle(Roles.AUDITOR, null)),
                Map.of("day", day.toString(), "count", String.valueOf(report.total())),
                null,
                null,
                day);
    }
}
