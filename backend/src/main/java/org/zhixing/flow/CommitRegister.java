package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RegisterImport;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.cases.rules.RowCheck;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/**
 * Files the new rows of a previewed register. A batch is one transaction: its cases, their nodes and accounts, and the
 * mark on each row that it is done, so that every row is filed exactly once whatever happens in between.
 */
@ApplicationScoped
public class CommitRegister {
    private final Database database;
    private final Imports imports;
    private final Cases cases;
    private final FileCases fileCases;
    private final RowJudge judge;
    private final Audit audit;
    private final Outbox outbox;
    private final CourtClock clock;
    private final int batch;

    CommitRegister(
            Database database,
            Imports imports,
            Cases cases,
            FileCases fileCases,
            RowJudge judge,
            Audit audit,
            Outbox outbox,
            CourtClock clock,
            ZhixingConfig config) {
        this.database = database;
        this.imports = imports;
        this.cases = cases;
        this.fileCases = fileCases;
        this.judge = judge;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.batch = config.imports().batch();
    }

    /** Blocks until every new row is filed, or until {@code stopping} says so. */
    void run(Imports.Work work, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && fileBatch(work)) {
            // each batch stands for itself
        }
    }

    /** Files the next rows in one transaction; false once nothing is left and the import is done. */
    boolean fileBatch(Imports.Work work) {
        return database.inTransaction(
                        tx -> imports.hold(tx, work).chain(current -> imports.todo(tx, current.id(), batch)
                                .chain(rows -> rows.isEmpty()
                                        ? finish(tx, current).replaceWith(false)
                                        : file(tx, current, rows).replaceWith(true))))
                .await()
                .atMost(CheckRegister.BATCH_AT_MOST);
    }

    private Uni<RegisterImport> file(SqlConnection tx, RegisterImport current, List<ImportRow> rows) {
        List<ImportRow> after = new ArrayList<>();
        Map<String, RegisterRow> good = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            RowCheck check = judge.check(current, row.values());
            if (check instanceof RowCheck.Good g) {
                good.put(g.row().number().text(), g.row());
            } else if (check instanceof RowCheck.Bad bad) {
                after.add(ImportRow.bad(row.read(), row.number(), bad.errors()));
            }
        }
        List<FileCases.Filing> filings = good.values().stream()
                .map(row -> new FileCases.Filing(row, List.of()))
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
                    RegisterRow given = good.get(row.number());
                    if (given != null) {
                        after.add(became(row, given, byNumber.get(row.number()), stored));
                    }
                }
                return imports.updateOutcomes(tx, current, after)
                        .chain(() -> imports.save(tx, current.changed(rows, after, filed.size())));
            });
        });
    }

    private Uni<Map<String, EnforcementCase>> stored(SqlConnection tx, RegisterImport of, List<String> numbers) {
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

    private Uni<RegisterImport> finish(SqlConnection tx, RegisterImport current) {
        RegisterImport done = current.to(ImportStatus.DONE);
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

    private static Audit.By by(RegisterImport of) {
        RegisterImport.Person person = of.committedBy() == null ? of.createdBy() : of.committedBy();
        return new Audit.By(of.courtId(), person.id(), person.name());
    }

    /** One to the uploader, and one to each handler with how many cases came: five hundred notices help nobody. */
    private List<Event> events(RegisterImport done, Map<UUID, Integer> byHandler) {
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
