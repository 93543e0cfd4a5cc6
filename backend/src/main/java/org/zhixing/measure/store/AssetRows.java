package org.zhixing.measure.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.AssetKind;
import org.zhixing.measure.rules.AssetSource;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of assets, each with all its versions. */
@ApplicationScoped
public class AssetRows {
    private static final String SELECT = "select a.id, a.court_id, a.case_id, v.kind, v.respondent, v.description,"
            + " v.holder, v.identifier, v.value, v.appraised, v.source, v.found_on, v.disposable, v.written_by,"
            + " v.written_on, v.reason, v.version from asset a join asset_version v on v.asset_id = a.id";

    public Uni<Integer> insert(SqlConnection tx, Asset a) {
        return Database.execute(
                        tx,
                        "insert into asset (id, court_id, case_id) values ($1, $2, $3)",
                        a.id(),
                        a.courtId(),
                        a.caseId())
                .chain(() -> version(tx, a));
    }

    /** Puts the new version beside those before it. */
    public Uni<Integer> correct(SqlConnection tx, Asset a) {
        return Database.execute(tx, "update asset set version = $2 where id = $1", a.id(), a.version())
                .chain(() -> version(tx, a));
    }

    /** Assets that are new, with their first versions, and newer versions of others; of one asset in order. */
    public Uni<Integer> insertAll(SqlConnection tx, List<Asset> written) {
        Columns<Asset> columns = new Columns<>(written);
        return Database.execute(
                        tx,
                        "insert into asset (id, court_id, case_id, version) select x.id, x.court_id, x.case_id, x.version"
                                + " from unnest($1::uuid[], $2::int[], $3::uuid[], $4::int[]) with ordinality"
                                + " as x (id, court_id, case_id, version, n) where x.version = 1",
                        columns.uuids(Asset::id),
                        columns.ints(Asset::courtId),
                        columns.uuids(Asset::caseId),
                        columns.ints(Asset::version))
                .chain(() -> Database.execute(
                        tx,
                        "update asset a set version = x.version from (select id, max(version) as version"
                                + " from unnest($1::uuid[], $2::int[]) as y (id, version) group by id) x"
                                + " where a.id = any ($1) and a.id = x.id and x.version > a.version",
                        columns.uuids(Asset::id),
                        columns.ints(Asset::version)))
                .chain(() -> versions(tx, written));
    }

    private static Uni<Integer> version(SqlConnection tx, Asset a) {
        return versions(tx, List.of(a));
    }

    private static Uni<Integer> versions(SqlConnection tx, List<Asset> written) {
        Columns<Asset> columns = new Columns<>(written);
        return Database.execute(
                tx,
                "insert into asset_version (asset_id, version, kind, respondent, description, holder, identifier, value,"
                        + " appraised, source, found_on, disposable, written_by, written_on, reason)"
                        + " select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[],"
                        + " $7::text[], $8::numeric[], $9::boolean[], $10::text[], $11::date[], $12::boolean[],"
                        + " $13::uuid[], $14::date[], $15::text[])",
                columns.uuids(Asset::id),
                columns.ints(Asset::version),
                columns.names(a -> a.facts().kind()),
                columns.texts(a -> a.facts().respondent()),
                columns.texts(a -> a.facts().description()),
                columns.texts(a -> a.facts().holder()),
                columns.texts(a -> a.facts().identifier()),
                columns.decimals(a -> a.facts().value()),
                columns.booleans(a -> a.facts().appraised()),
                columns.names(a -> a.facts().source()),
                columns.dates(a -> a.facts().foundOn()),
                columns.booleans(a -> a.facts().disposable()),
                columns.uuids(Asset::writtenBy),
                columns.dates(Asset::writtenOn),
                columns.texts(Asset::reason));
    }

    public Uni<Optional<Asset>> find(SqlClient client, int courtId, UUID caseId, UUID id) {
        return Database.first(
                client,
                SELECT + " and v.version = a.version where a.id = $1 and a.case_id = $2 and a.court_id = $3",
                AssetRows::asset,
                id,
                caseId,
                courtId);
    }

    /** The newest version of each, in the order in which they were written down. */
    public Uni<List<Asset>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                SELECT + " and v.version = a.version where a.case_id = $1 and a.court_id = $2 order by a.id",
                AssetRows::asset,
                caseId,
                courtId);
    }

    /** The same for many cases at once. */
    public Uni<List<Asset>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                client,
                SELECT + " and v.version = a.version where a.case_id = any ($1) and a.court_id = $2 order by a.id",
                AssetRows::asset,
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    /** The newest first. */
    public Uni<List<Asset>> versions(SqlClient client, int courtId, UUID caseId, UUID id) {
        return Database.list(
                client,
                SELECT + " where a.id = $1 and a.case_id = $2 and a.court_id = $3 order by v.version desc",
                AssetRows::asset,
                id,
                caseId,
                courtId);
    }

    private static Asset asset(Row row) {
        return new Asset(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                new Asset.Facts(
                        AssetKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBigDecimal(8),
                        row.getBoolean(9),
                        AssetSource.valueOf(row.getString(10)),
                        row.getLocalDate(11),
                        row.getBoolean(12)),
                row.getUUID(13),
                row.getLocalDate(14),
                row.getString(15),
                row.getInteger(16));
    }
}
