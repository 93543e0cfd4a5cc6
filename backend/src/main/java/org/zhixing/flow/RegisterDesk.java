package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.cases.rules.RowCheck;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.triage.Triage;

/**
 * The register's rows: new ones are filed with their nodes and accounts, a batch in one transaction with the mark on each
 * row that it is done.
 */
@ApplicationScoped
public class RegisterDesk implements SheetDesk {
    private final Imports imports;
    private final Cases cases;
    private final FileCases fileCases;
    private final Triage triage;
    private final RowJudge judge;
    private final Audit audit;
    private final Outbox outbox;
    private final CourtClock clock;

    RegisterDesk(
            Imports imports,
            Cases cases,
            FileCases fileCases,
            Triage triage,
            RowJudge judge,
            Audit audit,
            Outbox outbox,
            CourtClock clock) {
        this.imports = imports;
        this.cases = cases;
        this.fileCases = fileCases;
        this.triage = triage;
        this.judge = judge;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<List<ImportRow>> judge(SqlConnection tx, ImportRun of, List<ImportLine> lines) {
        return triage.table(tx, of.courtId()).chain(table -> judge.judge(tx, of, 0, lines, table));
    }

    @Override
    public Uni<ImportRun> commit(SqlConnection tx, ImportRun current, List<ImportRow> rows) {
        List<ImportRow> after = new ArrayList<>();
        Map<String, RowCheck.Good> good = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            RowCheck check = judge.check(current, row.values());
            if (check instanceof RowCheck.Good g) {
                good.put(g.row().number().text(), g);
            } else if (check instanceof RowCheck.Bad bad) {
                after.add(ImportRow.bad(row.read(), row.number(), bad.errors()));
            }
        }
        List<FileCases.Filing> filings = good.values().stream()
                .map(g -> new FileCases.Filing(g.row(), g.contacts()))
                .toList();
        FileCases.Desk desk = new FileCases.Desk(current.courtId(), current.courtCode(), by(current));
        return fileCases.file(tx, desk, filings).chain(filed -> {
            Map<String, FileCases.Filed> byNumber = filed.stream()
                    .collect(Collectors.toMap(f -> f.filed().row().number().text(), Function.identity()));
            List<String> taken = good.keySet().stream()
                    .filter(number -> !byNumber.containsKey(number))
                    .toList();
            return stored(tx, current, taken).chain(stored -> {
                for (ImportRow row : rows) {
                    RowCheck.Good given = good.get(row.number());
                    if (given != null) {
                        after.add(became(row, given.row(), byNumber.get(row.number()), stored));
                    }
                }
                return imports.updateOutcomes(tx, current, after)
                        .chain(() -> imports.save(tx, current.changed(rows, after, filed.size())));
            });
        });
    }

    private Uni<Map<String, EnforcementCase>> stored(SqlConnection tx, ImportRun of, List<String> numbers) {
        return numbers.isEmpty() ? Uni.createFrom().item(Map.of()) : cases.byNumbers(tx, of.courtId(), numbers);
    }

    /** Filed, or compared with the case that took its number since the preview. */
    private static ImportRow became(
            ImportRow row, RegisterRow given, FileCases.@Nullable Filed filed, Map<String, EnforcementCase> stored) {
        if (filed == null) {
            EnforcementCase other = stored.get(given.number().text());
            if (other == null) {
                throw new IllegalStateException("Neither filed nor stored: " + given.number());
            }
            return ImportRow.compared(row.read(), given, other);
        }
        var decision = filed.decision();
        return ImportRow.fresh(row.read(), given.number().text(), decision.team(), decision.rule(), decision.clause())
                .filed(filed.filed().id());
    }

    @Override
    public Uni<ImportRun> finish(SqlConnection tx, ImportRun current) {
        ImportRun done = current.to(ImportStatus.DONE);
        Map<String, Object> detail = Map.of(
                "file", done.fileName(),
                "sha256", done.sha256(),
                "filed", done.committed(),
                "same", done.tally().of(RowOutcome.SAME),
                "conflicts", done.tally().of(RowOutcome.CONFLICT),
                "bad", done.tally().of(RowOutcome.BAD));
        return imports.byHandler(tx, done.id())
                .chain(byHandler -> outbox.put(tx, done.courtId(), events(done, byHandler)))
                .chain(() -> imports.save(tx, done))
                .call(() -> audit.write(tx, by(done), List.of(new Entry("import.committed", null, done.id(), detail))));
    }

    /** Whoever had it committed, else whoever uploaded it. */
    static Audit.By by(ImportRun of) {
        ImportRun.Person person = of.committedBy() == null ? of.createdBy() : of.committedBy();
        return new Audit.By(of.courtId(), person.id(), person.name());
    }

    /** One to the uploader, and one to each handler with how many cases came: five hundred notices help nobody. */
    private List<Event> events(ImportRun done, Map<UUID, Integer> byHandler) {
        List<Event> events = new ArrayList<>();
        events.add(event(
                "import.done",
                "import.done:" + done.id(),
                done.createdBy().id(),
                Map.of(
                        "file", done.fileName(),
                        "committed", Integer.toString(done.committed()),
                        "bad", Integer.toString(done.tally().of(RowOutcome.BAD)))));
        byHandler.forEach((person, count) -> events.add(event(
                "cases.assigned",
                "cases.assigned:" + done.id() + ":" + person,
                person,
                Map.of("count", Integer.toString(count)))));
        return events;
    }

    private Event event(String topic, String key, UUID person, Map<String, String> params) {
        return new Event(topic, key, List.of(person), List.of(), params, null, null, clock.today());
    }
}
