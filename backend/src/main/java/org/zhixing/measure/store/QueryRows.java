package org.zhixing.measure.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.measure.rules.AssetSource;
import org.zhixing.measure.rules.CheckKind;
import org.zhixing.measure.rules.QueryResult;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of query results. */
@ApplicationScoped
public class QueryRows {
    private static final String SELECT =
            "select q.case_id, c.number, q.respondent, q.kind, q.institution, q.queried_on,"
                    + " q.way, q.found, q.description, q.identifier, q.value, q.disposable, q.asset_id, q.id"
                    + " from query_result q join enforcement_case c on c.id = q.case_id";

    private static final String INSERT = """
            insert into query_result (id, court_id, case_id, key, respondent, kind, institution, queried_on, way, found,
                description, identifier, value, disposable, asset_id, import_id, recorded_on)
            select x.id, $1, x.case_id, x.key, x.respondent, x.kind, x.institution, x.queried_on, x.way, x.found,
                x.description, x.identifier, x.value, x.disposable, x.asset_id, $2, $3
            from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[], $11::text[],
                    $12::boolean[], $13::text[], $14::text[], $15::numeric[], $16::boolean[], $17::uuid[])
                as x (id, case_id, key, respondent, kind, institution, queried_on, way, found, description, identifier,
                    value, disposable, asset_id)
            """;

    /** A result as it is recorded. @param assetId the property it speaks of; null where nothing was found */
    public record Recorded(
            UUID id,
            UUID caseId,
            QueryResult result,
            @Nullable UUID assetId) {}

    /** By key. */
    public Uni<Map<String, Recorded>> byKeys(SqlClient client, int courtId, List<String> keys) {
        return Database.list(
                        client,
                        SELECT + " where q.court_id = $1 and q.key = any ($2)",
                        QueryRows::recorded,
                        courtId,
                        keys.toArray(String[]::new))
                .map(all ->
                        all.stream().collect(Collectors.toMap(r -> r.result().key(), r -> r)));
    }

    /** Of these cases, in the order in which they were recorded. */
    public Uni<List<Recorded>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                client,
                SELECT + " where q.court_id = $1 and q.case_id = any ($2) order by q.id",
                QueryRows::recorded,
                courtId,
                caseIds.toArray(UUID[]::new));
    }

    /** The newest day of which a result speaks, by asset. */
    public Uni<Map<UUID, LocalDate>> knownOn(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                        client,
                        "select asset_id, max(queried_on) from query_result where court_id = $1 and case_id = any ($2)"
                                + " and asset_id is not null group by asset_id",
                        row -> Map.entry(row.getUUID(0), row.getLocalDate(1)),
                        courtId,
                        caseIds.toArray(UUID[]::new))
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Open cases after that one, of which something was recorded since the triage desk last decided by hand. */
    public Uni<List<UUID>> candidates(SqlClient client, int courtId, @Nullable UUID after, int limit) {
        return Database.list(
                client,
                "select c.id from enforcement_case c left join triage_decision d on d.case_id = c.id"
                        + " where c.court_id = $1 and c.status = 'OPEN' and c.id > $2"
                        + " and exists (select 1 from query_result q where q.case_id = c.id and (d.override is null or"
                        + " q.recorded_on > ((d.override ->> 'at')::timestamptz at time zone 'Asia/Shanghai')::date))"
                        + " order by c.id limit $3",
                row -> row.getUUID(0),
                courtId,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, UUID importId, LocalDate today, List<Recorded> results) {
        Columns<Recorded> columns = new Columns<>(results);
        return Database.execute(
                tx,
                INSERT,
                courtId,
                importId,
                today,
                columns.uuids(Recorded::id),
                columns.uuids(Recorded::caseId),
                columns.texts(r -> r.result().key()),
                columns.texts(r -> r.result().respondent()),
                columns.names(r -> r.result().check()),
                columns.texts(r -> r.result().institution()),
                columns.dates(r -> r.result().queriedOn()),
                columns.names(r -> r.result().way()),
                columns.booleans(r -> r.result().found()),
                columns.texts(r -> r.result().description()),
                columns.texts(r -> r.result().identifier()),
                columns.decimals(r -> r.result().value()),
                columns.booleans(r -> r.result().disposable()),
                columns.uuids(Recorded::assetId));
    }

    private static Recorded recorded(Row row) {
        return new Recorded(
                row.getUUID(13),
                row.getUUID(0),
                new QueryResult(
                        row.getString(1),
                        row.getString(2),
                        CheckKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getLocalDate(5),
                        AssetSource.valueOf(row.getString(6)),
                        row.getBoolean(7),
                        row.getString(8),
                        row.getString(9),
                        row.getBigDecimal(10),
                        row.getBoolean(11)),
                row.getUUID(12));
    }
}
