package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.Cases;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.QueryColumn;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RowConflict;
import org.zhixing.cases.rules.RowError;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.measure.Assets;
import org.zhixing.measure.Queries;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.QueryCheck;
import org.zhixing.measure.rules.QueryEffect;
import org.zhixing.measure.rules.QueryResult;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;

/**
 * Says what becomes of rows of query results: bad, the same as or in conflict with the result recorded under their key, or
 * new and what they do to the property of their case. A batch asks the database a few times, however long it is.
 */
@ApplicationScoped
public class QueryJudge {
    private final Imports imports;
    private final Cases cases;
    private final Assets assets;
    private final Queries queries;
    private final Names names;
    private final CourtClock clock;
    private final Ids ids;

    QueryJudge(Imports imports, Cases cases, Assets assets, Queries queries, Names names, CourtClock clock, Ids ids) {
        this.imports = imports;
        this.cases = cases;
        this.assets = assets;
        this.queries = queries;
        this.names = names;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is to be written so that the rows are in.
     *
     * @param disposable assets of which a sheet says so for the first time
     * @param before by a corrected asset the version whose place it takes
     */
    record Plan(
            List<ImportRow> rows,
            List<Asset> written,
            List<Queries.Recorded> results,
            List<Asset> disposable,
            Map<Asset, Asset> before) {}

    /** Everything the rows are held against. */
    private record Known(
            Map<String, EnforcementCase> cases,
            boolean everyCase,
            Map<String, Integer> firstLines,
            Map<String, QueryResult> recorded,
            Map<UUID, List<Asset>> assets,
            Map<UUID, LocalDate> newest) {}

    /** @param taken whether lines of the import itself count as taken: not when its own rows are judged anew */
    Uni<Plan> plan(SqlConnection tx, ImportRun of, List<ImportLine> lines, boolean taken) {
        QueryCheck check = new QueryCheck(clock.today());
        List<QueryCheck.Outcome> outcomes =
                lines.stream().map(line -> check.check(line.values())).toList();
        List<QueryResult> good = outcomes.stream()
                .flatMap(o -> o instanceof QueryCheck.Good g ? Stream.of(g.result()) : Stream.empty())
                .toList();
        return known(tx, of, good, taken).map(known -> {
            Plan plan = new Plan(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
            for (int i = 0; i < lines.size(); i++) {
                judge(of, lines.get(i), outcomes.get(i), known, plan);
            }
            return plan;
        });
    }

    private Uni<Known> known(SqlConnection tx, ImportRun of, List<QueryResult> good, boolean taken) {
        List<String> numbers = good.stream().map(QueryResult::number).distinct().toList();
        List<String> keys = good.stream().map(QueryResult::key).distinct().toList();
        int court = of.courtId();
        return names.of(court)
                .map(all -> all.getOrDefault(of.createdBy().id(), Names.Known.NOBODY)
                                .team()
                        == Team.AFFAIRS)
                .chain(everyCase -> cases.byNumbers(tx, court, numbers).chain(byNumber -> lines(
                                tx, of, taken ? keys : List.of())
                        .chain(lines -> queries.byKeys(tx, court, keys).chain(recorded -> property(tx, court, byNumber)
                                .chain(property -> newest(tx, court, byNumber)
                                        .map(newest ->
                                                new Known(byNumber, everyCase, lines, recorded, property, newest)))))));
    }

    private Uni<Map<String, Integer>> lines(SqlConnection tx, ImportRun of, List<String> keys) {
        return imports.linesOf(tx, of.id(), 0, keys).map(HashMap::new);
    }

    private static List<UUID> idsOf(Map<String, EnforcementCase> byNumber) {
        return byNumber.values().stream().map(EnforcementCase::id).toList();
    }

    private Uni<Map<UUID, List<Asset>>> property(SqlConnection tx, int court, Map<String, EnforcementCase> byNumber) {
        return assets.ofCases(tx, court, idsOf(byNumber)).map(all -> {
            Map<UUID, List<Asset>> byCase = new HashMap<>();
            all.forEach(a ->
                    byCase.computeIfAbsent(a.caseId(), id -> new ArrayList<>()).add(a));
            return byCase;
        });
    }

    private Uni<Map<UUID, LocalDate>> newest(SqlConnection tx, int court, Map<String, EnforcementCase> byNumber) {
        return queries.knownOn(tx, court, idsOf(byNumber)).map(HashMap::new);
    }

    private void judge(ImportRun of, ImportLine line, QueryCheck.Outcome outcome, Known known, Plan plan) {
        if (outcome instanceof QueryCheck.Bad bad) {
            plan.rows().add(ImportRow.bad(line, null, bad.errors()));
            return;
        }
        QueryResult result = ((QueryCheck.Good) outcome).result();
        EnforcementCase found = known.cases().get(result.number());
        List<RowError> errors = errors(of, line, result, found, known);
        if (!errors.isEmpty() || found == null) {
            plan.rows().add(ImportRow.bad(line, result.key(), errors));
            return;
        }
        known.firstLines().put(result.key(), line.line());
        QueryResult stored = known.recorded().get(result.key());
        if (stored != null) {
            List<RowConflict> conflicts = conflicts(stored, result);
            RowOutcome what = conflicts.isEmpty() ? RowOutcome.SAME : RowOutcome.CONFLICT;
            plan.rows().add(row(line, result, what, null, conflicts, found.id(), false));
            return;
        }
        fresh(of, line, result, found, known, plan);
    }

    private static List<RowError> errors(
            ImportRun of, ImportLine line, QueryResult result, @Nullable EnforcementCase found, Known known) {
        List<RowError> errors = new ArrayList<>();
        Integer first = known.firstLines().get(result.key());
        if (first != null) {
            errors.add(error(line, QueryColumn.NUMBER, Reason.of(ReasonCode.RESULT_TWICE, first.toString())));
        }
        // Whether there is such a case is not told to who may not see it.
        if (found == null
                || !(known.everyCase() || found.handledBy(of.createdBy().id()))) {
            errors.add(error(line, QueryColumn.NUMBER, Reason.of(ReasonCode.CASE_UNKNOWN)));
        } else if (found.row().parties().stream()
                .noneMatch(p -> p.role() == PartyRole.RESPONDENT && p.name().equals(result.respondent()))) {
            errors.add(error(
                    line,
                    QueryColumn.RESPONDENT,
                    Reason.of(ReasonCode.RESPONDENT_UNKNOWN, result.respondent(), result.number())));
        }
        return errors;
    }

    private static RowError error(ImportLine line, QueryColumn column, Reason why) {
        return new RowError(column.header(), line.values().getOrDefault(column.header(), ""), why);
    }

    private void fresh(
            ImportRun of, ImportLine line, QueryResult result, EnforcementCase found, Known known, Plan plan) {
        List<Asset> property = known.assets().computeIfAbsent(found.id(), id -> new ArrayList<>());
        QueryEffect effect = QueryEffect.of(result, property, newestOf(result, property, known));
        Asset now = null;
        if (effect instanceof QueryEffect.Add add) {
            now = new Asset(ids.next(), of.courtId(), found.id(), add.facts(), writer(of), clock.today(), null, 1);
            property.add(now);
        } else if (effect instanceof QueryEffect.Update update) {
            String why = result.institution() + " " + result.queriedOn() + " 查询结果";
            now = update.known().corrected(update.facts(), writer(of), clock.today(), why);
            property.set(property.indexOf(update.known()), now);
            plan.before().put(now, update.known());
        }
        Asset known1 = effect instanceof QueryEffect.Note note ? note.known() : now;
        if (now != null) {
            plan.written().add(now);
            if (now.facts().disposable()) {
                plan.disposable().add(now);
            }
        }
        if (known1 != null) {
            known.newest().merge(known1.id(), result.queriedOn(), (a, b) -> a.isAfter(b) ? a : b);
        }
        plan.results().add(new Queries.Recorded(ids.next(), found.id(), result, known1 == null ? null : known1.id()));
        plan.rows().add(row(line, result, RowOutcome.NEW, effect.word(), List.of(), found.id(), false));
    }

    /** Whoever has it put in; while it is only previewed, whoever uploaded it. */
    private static UUID writer(ImportRun of) {
        ImportRun.Person by = of.committedBy();
        return by == null ? of.createdBy().id() : by.id();
    }

    private static @Nullable LocalDate newestOf(QueryResult result, List<Asset> property, Known known) {
        return QueryEffect.same(result, property)
                .map(a -> {
                    LocalDate queried = known.newest().get(a.id());
                    LocalDate found = a.facts().foundOn();
                    return queried == null || queried.isBefore(found) ? found : queried;
                })
                .orElse(null);
    }

    static ImportRow row(
            ImportLine line,
            QueryResult result,
            RowOutcome outcome,
            @Nullable String effect,
            List<RowConflict> conflicts,
            UUID caseId,
            boolean done) {
        return new ImportRow(
                line.row(),
                line.line(),
                result.key(),
                outcome,
                null,
                effect,
                null,
                line.values(),
                List.of(),
                conflicts,
                caseId,
                done);
    }

    private static List<RowConflict> conflicts(QueryResult stored, QueryResult given) {
        List<RowConflict> conflicts = new ArrayList<>();
        differ(conflicts, QueryColumn.FOUND, stored.found() ? "有" : "无", given.found() ? "有" : "无");
        differ(conflicts, QueryColumn.DESCRIPTION, stored.description(), given.description());
        differ(conflicts, QueryColumn.VALUE, amount(stored.value()), amount(given.value()));
        differ(conflicts, QueryColumn.DISPOSABLE, stored.disposable() ? "是" : "否", given.disposable() ? "是" : "否");
        return conflicts;
    }

    private static void differ(
            List<RowConflict> conflicts, QueryColumn column, @Nullable String stored, @Nullable String given) {
        if (!Objects.equals(stored, given)) {
            conflicts.add(new RowConflict(
                    column.header(), Objects.requireNonNullElse(stored, ""), Objects.requireNonNullElse(given, "")));
        }
    }

    private static @Nullable String amount(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2).toPlainString();
    }
}
