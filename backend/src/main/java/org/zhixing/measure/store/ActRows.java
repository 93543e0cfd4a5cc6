package org.zhixing.measure.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.measure.rules.MeasureAct;
import org.zhixing.platform.Database;

/** Rows of what was done to measures. They are added; only a paper that was missing is put to one afterwards. */
@ApplicationScoped
public class ActRows {
    private static final String SELECT = """
            select e.measure_id, e.no, e.act, e.acted_on, e.acted_by, e.document, e.item_id, e.ends_on, e.amount, e.part,
                e.reason, v.title, i.removed_at is not null
            from measure_act e
            join measure m on m.id = e.measure_id
            left join dossier_item i on i.id = e.item_id
            left join dossier_version v on v.item_id = i.id
                and v.version = (select max(o.version) from dossier_version o where o.item_id = i.id)
            """;

    /** An act with its paper's title; {@code removed} where the paper was taken out of the volume. */
    public record Shown(MeasureAct act, @Nullable String title, boolean removed) {}

    /** Numbers the act after those before it; the case is locked. */
    public Uni<Integer> insert(SqlConnection tx, int courtId, MeasureAct act) {
        return Database.execute(
                tx,
                "insert into measure_act (measure_id, court_id, no, act, acted_on, acted_by, document, item_id, ends_on,"
                        + " amount, part, reason) select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8, $9,"
                        + " $10, $11 from measure_act where measure_id = $1",
                act.measureId(),
                courtId,
                act.kind().name(),
                act.on(),
                act.by(),
                act.document(),
                act.itemId(),
                act.endsOn(),
                act.amount(),
                act.part(),
                act.reason());
    }

    /** Puts the paper to an act that has none, or whose paper was removed; answers 0 where there is no such act. */
    public Uni<Integer> attach(SqlConnection tx, int courtId, UUID measureId, int no, UUID itemId) {
        return Database.execute(
                tx,
                "update measure_act e set item_id = $4 where e.measure_id = $1 and e.no = $2 and e.court_id = $3"
                        + " and (e.item_id is null or exists (select 1 from dossier_item i where i.id = e.item_id"
                        + " and i.removed_at is not null))",
                measureId,
                no,
                courtId,
                itemId);
    }

    /** On the measures of the case, in order; of one asset, or of all. */
    public Uni<List<Shown>> ofCase(SqlClient client, int courtId, UUID caseId, @Nullable UUID assetId) {
        return Database.list(
                client,
                SELECT + " where m.case_id = $1 and m.court_id = $2 and ($3::uuid is null or m.asset_id = $3)"
                        + " order by e.measure_id, e.no",
                ActRows::shown,
                caseId,
                courtId,
                assetId);
    }

    private static Shown shown(Row row) {
        return new Shown(
                new MeasureAct(
                        row.getUUID(0),
                        row.getInteger(1),
                        MeasureAct.Kind.valueOf(row.getString(2)),
                        row.getLocalDate(3),
                        row.getUUID(4),
                        row.getString(5),
                        row.getUUID(6),
                        row.getLocalDate(7),
                        row.getBigDecimal(8),
                        row.getString(9),
                        row.getString(10)),
                row.getString(11),
                row.getBoolean(12));
    }
}
