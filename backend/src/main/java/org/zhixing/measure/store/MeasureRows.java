package org.zhixing.measure.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.measure.rules.Lifted;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureKind;
import org.zhixing.platform.Database;

/** Rows of measures. */
@ApplicationScoped
public class MeasureRows {
    private static final String SELECT =
            "select id, court_id, case_id, asset_id, kind, other_court, document, taken_on,"
                    + " most_years, place, starts_on, ends_on, released_on, release_reason, version,"
                    + " released_amount, released_parts from measure";
    private static final String UNSEEN = " and m.released_on is null and not m.end_seen";

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

    /** The same for many cases at once. */
    public Uni<List<Measure>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                client,
                SELECT + " where case_id = any ($1) and court_id = $2 order by id",
                MeasureRows::measure,
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    /** An end that nobody has seen to; in the order of the days. */
    public record End(UUID caseId, UUID assetId, LocalDate endsOn, UUID id) {}

    /** Courts where a measure ran out before that day. */
    public Uni<List<Integer>> courtsOfEnds(SqlClient client, LocalDate today) {
        return Database.list(
                client,
                "select c.id from court c where exists (select 1 from measure m where m.court_id = c.id" + UNSEEN
                        + " and m.ends_on < $1) order by c.id",
                row -> row.getInteger(0),
                today);
    }

    /** Those after the given place (null: from the first on). */
    public Uni<List<End>> ends(SqlClient client, int courtId, LocalDate today, @Nullable End after, int limit) {
        return Database.list(
                client,
                "select m.case_id, m.asset_id, m.ends_on, m.id from measure m where m.court_id = $1" + UNSEEN
                        + " and m.ends_on < $2 and (m.ends_on, m.id) > ($3, $4) order by m.ends_on, m.id limit $5",
                row -> new End(row.getUUID(0), row.getUUID(1), row.getLocalDate(2), row.getUUID(3)),
                courtId,
                today,
                after == null ? LocalDate.EPOCH : after.endsOn(),
                after == null ? new UUID(0, 0) : after.id(),
                limit);
    }

    /** Marks the asset's ends before that day; answers those that nobody had seen to. */
    public Uni<Set<UUID>> seeEnds(SqlConnection tx, int courtId, UUID assetId, LocalDate today) {
        return Database.list(
                        tx,
                        "update measure m set end_seen = true where m.court_id = $1 and m.asset_id = $2" + UNSEEN
                                + " and m.ends_on < $3 returning m.id",
                        row -> row.getUUID(0),
                        courtId,
                        assetId,
                        today)
                .map(Set::copyOf);
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
                        + " most_years, place, starts_on, ends_on, released_on, release_reason, released_amount,"
                        + " released_parts)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
                        + " on conflict (id) do update set place = excluded.place, starts_on = excluded.starts_on,"
                        + " ends_on = excluded.ends_on, released_on = excluded.released_on,"
                        + " release_reason = excluded.release_reason, released_amount = excluded.released_amount,"
                        + " released_parts = excluded.released_parts, version = m.version + 1",
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
                m.releaseReason(),
                m.lifted().amount(),
                m.lifted().parts().toArray(String[]::new));
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
                new Lifted(row.getBigDecimal(15), List.of(row.getArrayOfStrings(16))),
                row.getInteger(14));
    }
}
