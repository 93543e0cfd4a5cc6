package org.zhixing.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.clock.Nodes;
import org.zhixing.measure.Assets;
import org.zhixing.measure.Queries;
import org.zhixing.measure.rules.Asset;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;

/** Rows of query results: new ones are recorded, and what they found becomes property of their case (一(四)1, 3). */
@ApplicationScoped
public class QueryDesk implements SheetDesk {
    private final Imports imports;
    private final Cases cases;
    private final CaseFile file;
    private final Nodes nodes;
    private final AssetNodes assetNodes;
    private final Assets assets;
    private final Queries queries;
    private final QueryJudge judge;
    private final Audit audit;
    private final Outbox outbox;
    private final CourtClock clock;

    QueryDesk(
            Imports imports,
            Cases cases,
            CaseFile file,
            Nodes nodes,
            AssetNodes assetNodes,
            Assets assets,
            Queries queries,
            QueryJudge judge,
            Audit audit,
            Outbox outbox,
            CourtClock clock) {
        this.imports = imports;
        this.cases = cases;
        this.file = file;
        this.nodes = nodes;
        this.assetNodes = assetNodes;
        this.assets = assets;
        this.queries = queries;
        this.judge = judge;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<List<ImportRow>> judge(SqlConnection tx, ImportRun of, List<ImportLine> lines) {
        return judge.plan(tx, of, lines, true).map(QueryJudge.Plan::rows);
    }

    /** The calendar is held before the cases, and these in the order of their ids, as everybody does. */
    @Override
    public Uni<ImportRun> commit(SqlConnection tx, ImportRun current, List<ImportRow> rows) {
        List<UUID> locked = rows.stream()
                .map(row -> Objects.requireNonNull(row.caseId()))
                .distinct()
                .toList();
        return nodes.rulebookForDating(tx, current.courtId())
                .chain(() -> cases.lockAll(tx, current.courtId(), locked))
                .chain(() -> judge.plan(
                        tx, current, rows.stream().map(ImportRow::read).toList(), false))
                .chain(plan -> write(tx, current, rows, plan));
    }

    private Uni<ImportRun> write(SqlConnection tx, ImportRun current, List<ImportRow> before, QueryJudge.Plan plan) {
        List<ImportRow> after = plan.rows().stream().map(QueryDesk::done).toList();
        return assets.insertAll(tx, plan.written())
                .chain(() -> queries.insert(tx, current.courtId(), current.id(), clock.today(), plan.results()))
                .chain(() -> disposals(tx, plan.disposable()))
                .chain(() -> imports.updateOutcomes(tx, current, after))
                .chain(() -> audit.write(tx, RegisterDesk.by(current), entries(current, plan)))
                .chain(() -> imports.save(
                        tx, current.changed(before, after, plan.results().size())));
    }

    private static ImportRow done(ImportRow row) {
        UUID caseId = row.caseId();
        return row.outcome() == RowOutcome.NEW && caseId != null ? row.filed(caseId) : row;
    }

    /** What can be disposed of begins its month (二(四)4); the newest version of each asset says so. */
    private Uni<Void> disposals(SqlConnection tx, List<Asset> disposable) {
        Map<UUID, Asset> newest = new LinkedHashMap<>();
        disposable.forEach(asset -> newest.put(asset.id(), asset));
        return Multi.createFrom()
                .iterable(newest.values())
                .onItem()
                .transformToUniAndConcatenate(asset -> file.lockWhole(tx, asset.courtId(), asset.caseId())
                        .chain(open -> assetNodes.disposal(tx, open, asset)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static List<Entry> entries(ImportRun current, QueryJudge.Plan plan) {
        List<Entry> entries = new ArrayList<>();
        plan.written()
                .forEach(asset -> entries.add(new Entry(
                        asset.version() == 1 ? "asset.found" : "asset.corrected",
                        asset.caseId(),
                        asset.id(),
                        WriteAsset.detail(asset, plan.before().get(asset)))));
        Map<UUID, Integer> byCase = new LinkedHashMap<>();
        plan.results().forEach(result -> byCase.merge(result.caseId(), 1, Integer::sum));
        byCase.forEach((caseId, count) -> entries.add(
                new Entry("query.recorded", caseId, current.id(), Map.of("count", count, "file", current.fileName()))));
        return entries;
    }

    @Override
    public Uni<ImportRun> finish(SqlConnection tx, ImportRun current) {
        ImportRun done = current.to(ImportStatus.DONE);
        Map<String, Object> detail = Map.of(
                "file", done.fileName(),
                "sha256", done.sha256(),
                "recorded", done.committed(),
                "same", done.tally().of(RowOutcome.SAME),
                "conflicts", done.tally().of(RowOutcome.CONFLICT),
                "bad", done.tally().of(RowOutcome.BAD));
        Event event = new Event(
                "query.done",
                "query.done:" + done.id(),
                List.of(done.createdBy().id()),
                List.of(),
                Map.of(
                        "file", done.fileName(),
                        "committed", Integer.toString(done.committed()),
                        "bad", Integer.toString(done.tally().of(RowOutcome.BAD))),
                null,
                null,
                clock.today());
        return outbox.put(tx, done.courtId(), List.of(event))
                .chain(() -> imports.save(tx, done))
                .call(() -> audit.write(
                        tx, RegisterDesk.by(done), List.of(new Entry("query.committed", null, done.id(), detail))));
    }
}
