package org.zhixing.flow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.measure.Assets;
import org.zhixing.measure.Assets.Ended;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.EachCourt;
import org.zhixing.platform.ZhixingConfig;

/**
 * Sees to measures that ran out: whoever waits behind them moves up and gets its node. Each end is seen to exactly once,
 * however many instances sweep: the case's lock lets one of them in, and the others find the mark it left.
 */
@ApplicationScoped
public class SettleQueues {
    private static final Logger LOG = Logger.getLogger(SettleQueues.class);

    private final Assets assets;
    private final AssetNodes nodes;
    private final CaseFile file;
    private final Audit audit;
    private final Database database;
    private final CourtClock clock;
    private final int batch;
    private final Counter seen;
    private final Counter failures;

    SettleQueues(
            Assets assets,
            AssetNodes nodes,
            CaseFile file,
            Audit audit,
            Database database,
            CourtClock clock,
            ZhixingConfig config,
            MeterRegistry metrics) {
        this.assets = assets;
        this.nodes = nodes;
        this.file = file;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
        this.batch = config.sweep().batch();
        this.seen = metrics.counter("zhixing.sweep.measure.ends");
        this.failures = metrics.counter("zhixing.sweep.failures");
    }

    /** Answers how many ends were seen to; one asset's failure is logged and counted, and holds no other up. */
    public Uni<Integer> sweep() {
        LocalDate today = clock.today();
        return EachCourt.sum(
                assets.courtsOfEnds(database.reading(), today), court -> court(court, today), this::failed);
    }

    private int failed(String which, Throwable e) {
        failures.increment();
        LOG.errorf(e, "The sweep of ended measures %s failed; the next tick goes on", which);
        return 0;
    }

    private record Batch(int ends, boolean more) {}

    private Uni<Integer> court(int courtId, LocalDate today) {
        AtomicReference<@Nullable Ended> place = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(courtId, today, place))
                .whilst(Batch::more)
                .collect()
                .with(Collectors.summingInt(Batch::ends));
    }

    private Uni<Batch> batch(int courtId, LocalDate today, AtomicReference<@Nullable Ended> place) {
        return assets.ended(database.reading(), courtId, today, place.get(), batch)
                .chain(found -> {
                    if (!found.isEmpty()) {
                        place.set(found.get(found.size() - 1));
                    }
                    return Multi.createFrom()
                            .iterable(found)
                            .onItem()
                            .transformToUniAndConcatenate(ended -> asset(courtId, ended, today)
                                    .onFailure()
                                    .recoverWithItem(e -> failed("of asset " + ended.assetId(), e)))
                            .collect()
                            .with(Collectors.summingInt(n -> n))
                            .map(ends -> new Batch(ends, found.size() == batch));
                });
    }

    private Uni<Integer> asset(int courtId, Ended ended, LocalDate today) {
        return database.inTransaction(tx -> file.lockWhole(tx, courtId, ended.caseId())
                        .chain(open -> assets.find(tx, courtId, ended.caseId(), ended.assetId())
                                .chain(asset -> assets.queue(tx, courtId, asset.id())
                                        .chain(before -> settle(tx, open, asset, before, today)))))
                .invoke(ends -> seen.increment(ends));
    }

    private Uni<Integer> settle(
            SqlConnection tx, CaseFile.Open open, Asset asset, MeasureQueue before, LocalDate today) {
        MeasureQueue now = before.settled(today);
        return nodes.expiry(tx, null, open, now)
                .chain(() -> assets.save(tx, before, now))
                .chain(() -> assets.seeEnds(tx, asset.courtId(), asset.id(), today))
                .chain(lapsed -> audit.write(tx, Audit.By.system(asset.courtId()), entries(asset, before, now, lapsed))
                        .replaceWith(lapsed.size()));
    }

    private static List<Entry> entries(Asset asset, MeasureQueue before, MeasureQueue now, Set<UUID> lapsed) {
        Stream<Entry> ran =
                now.all().stream().filter(m -> lapsed.contains(m.id())).map(m -> entry("measure.lapsed", asset, m));
        Stream<Entry> moved = now.all().stream()
                .filter(m -> m.startsOn() != null
                        && before.find(m.id())
                                .filter(old -> old.startsOn() == null)
                                .isPresent())
                .map(m -> entry("measure.moved-up", asset, m));
        return Stream.concat(ran, moved).toList();
    }

    private static Entry entry(String action, Asset asset, Measure m) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("asset", asset.facts().description());
        detail.put("kind", m.kind().name());
        detail.put("document", m.document());
        detail.put("from", String.valueOf(m.startsOn()));
        detail.put("until", String.valueOf(m.endsOn()));
        return new Entry(action, asset.caseId(), m.id(), detail);
    }
}
