package org.zhixing.measure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.measure.rules.QueryResult;
import org.zhixing.measure.store.QueryRows;

/** What institutions said of respondents' property, as other rooms see it. */
@ApplicationScoped
public class Queries {
    private final QueryRows rows;

    Queries(QueryRows rows) {
        this.rows = rows;
    }

    /** A result as it is recorded. @param assetId the property it speaks of; null where nothing was found */
    public record Recorded(
            UUID id,
            UUID caseId,
            QueryResult result,
            @Nullable UUID assetId) {
        static Recorded of(QueryRows.Recorded r) {
            return new Recorded(r.id(), r.caseId(), r.result(), r.assetId());
        }
    }

    public Uni<Map<String, QueryResult>> byKeys(SqlClient client, int courtId, List<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rows.byKeys(client, courtId, keys).map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().result())));
    }

    public Uni<List<Recorded>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return rows.ofCases(client, courtId, caseIds)
                .map(all -> all.stream().map(Recorded::of).toList());
    }

    /** The newest day of which a result speaks, by asset. */
    public Uni<Map<UUID, LocalDate>> knownOn(SqlClient client, int courtId, List<UUID> caseIds) {
        return rows.knownOn(client, courtId, caseIds);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, UUID importId, LocalDate today, List<Recorded> results) {
        return results.isEmpty()
                ? Uni.createFrom().item(0)
                : rows.insert(
                        tx,
                        courtId,
                        importId,
                        today,
                        results.stream()
                                .map(r -> new QueryRows.Recorded(r.id(), r.caseId(), r.result(), r.assetId()))
                                .toList());
    }
}
