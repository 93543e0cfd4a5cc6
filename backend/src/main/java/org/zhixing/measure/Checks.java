package org.zhixing.measure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.FourChecks;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.measure.store.AssetRows;
import org.zhixing.measure.store.MeasureRows;
import org.zhixing.measure.store.QueryRows;

/** The four checks of cases, derived from what was asked and found; three questions however many cases. */
@ApplicationScoped
public class Checks {
    private final QueryRows queries;
    private final AssetRows assets;
    private final MeasureRows measures;

    Checks(QueryRows queries, AssetRows assets, MeasureRows measures) {
        this.queries = queries;
        this.assets = assets;
        this.measures = measures;
    }

    public Uni<Map<UUID, FourChecks>> of(SqlClient client, int courtId, List<EnforcementCase> cases, LocalDate today) {
        List<UUID> ids = cases.stream().map(EnforcementCase::id).toList();
        return queries.ofCases(client, courtId, ids).chain(results -> assets.ofCases(client, courtId, ids)
                .chain(property -> measures.ofCases(client, courtId, ids).map(held -> {
                    Map<UUID, List<QueryRows.Recorded>> asked = by(results, QueryRows.Recorded::caseId);
                    Map<UUID, List<Asset>> found = by(property, Asset::caseId);
                    Map<UUID, List<Measure>> queues = by(held, Measure::assetId);
                    return cases.stream()
                            .collect(
                                    Collectors.toMap(EnforcementCase::id, c -> checks(c, asked, found, queues, today)));
                })));
    }

    private static FourChecks checks(
            EnforcementCase c,
            Map<UUID, List<QueryRows.Recorded>> asked,
            Map<UUID, List<Asset>> found,
            Map<UUID, List<Measure>> queues,
            LocalDate today) {
        return FourChecks.of(
                c.row().claimAmount(),
                c.row().parties().stream()
                        .filter(p -> p.role() == PartyRole.RESPONDENT)
                        .map(NamedParty::name)
                        .collect(Collectors.toSet()),
                asked.getOrDefault(c.id(), List.of()).stream()
                        .map(QueryRows.Recorded::result)
                        .toList(),
                found.getOrDefault(c.id(), List.of()).stream()
                        .map(a -> FourChecks.Found.of(
                                a,
                                new MeasureQueue(queues.getOrDefault(a.id(), List.of()))
                                        .settled(today)
                                        .all(),
                                today))
                        .toList());
    }

    private static <T> Map<UUID, List<T>> by(List<T> all, Function<T, UUID> key) {
        return all.stream().collect(Collectors.groupingBy(key));
    }

    /** So many open cases, after that one, of which something was imported since the triage desk last decided by hand. */
    public Uni<List<UUID>> candidates(SqlClient client, int courtId, @Nullable UUID after, int limit) {
        return queries.candidates(client, courtId, after, limit);
    }
}
