package org.zhixing.measure.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureKind;
import org.zhixing.platform.Database;

/** Rows of measures. */
@ApplicationScoped
public class MeasureRows {
    private static final String SELECT =
            "select id, court_id, case_id, asset_id, kind, other_court, document, taken_on,"
                    + " most_years, place, starts_on, ends_on, released_on, release_reason, version from measure";

    public Uni<List<Measure>> ofAsset(SqlClient client, int courtId, UUID assetId) {
        return Database.list(
                client,
                SELECT + " where asset_id = $1 and court_id = $2 order by id",
                MeasureRows::measure,
                assetId,
                courtId);
    }

    public Uni<List<Measure>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                SELECT + " where case_id = $1 and court_id = $2 order by id",
                MeasureRows::measure,
                caseId,
                courtId);
    }

    /** Writes each as it now stands; its version rises where it was there before. */
    public Uni<Void> save(SqlConnection tx, List<Measure> changed) {
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(m -> save(tx, m))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> save(SqlConnection tx, Measure m) {
        return Database.execute(
                tx,
                "insert into measure as m (id, court_id, case_id, asset_id, kind, other_court, document, taken_on,"
                        + " most_years, place, starts_on, ends_on, released_on, release_reason)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
                        + " on conflict (id) do update set place = excluded.place, starts_on = excluded.starts_on,"
                        + " ends_on = excluded.ends_on, released_on = excluded.released_on,"
                        + " release_reason = excluded.release_reason, version = m.version + 1",
                m.id(),
                m.courtId(),
                m.caseId(),
                m.assetId(),
                m.kind().name(),
                m.otherCourt(),
                m.document(),
                m.takenOn(),
                m.mostYears(),
                m.place(),
                m.startsOn(),
                m.endsOn(),
                m.releasedOn(),
                m.releaseReason());
    }

    private static Measure measure(Row row) {
        return new Measure(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getUUID(3),
                MeasureKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getLocalDate(7),
                row.getInteger(8),
                row.getInteger(9),
                row.getLocalDate(10),
                row.getLocalDate(11),
                row.getLocalDate(12),
                row.getString(13),
                row.getInteger(14));
    }
}
