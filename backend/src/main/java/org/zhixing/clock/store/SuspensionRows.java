package org.zhixing.clock.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;

/** Rows of suspensions. */
@RegisterForReflection(
        targets = {CaseSuspension.Effect.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class SuspensionRows {
    private static final String SELECT = """
            select s.id, s.court_id, s.case_id, c.number, s.reason, s.from_on, s.granted_on, s.resume_on, s.note, s.status,
                s.asked_by, s.asked_on, s.decided_by, s.decided_on, s.decided_why, s.ended_by, s.ended_on, s.cancelled_by,
                s.cancelled_on, s.cancelled_why, s.effects::text, s.version
            from case_suspension s join enforcement_case c on c.id = s.case_id
            """;

    private final Json json;

    SuspensionRows(Json json) {
        this.json = json;
    }

    public Uni<Integer> insert(SqlConnection tx, CaseSuspension s) {
        return Database.execute(
                tx,
                "insert into case_suspension (id, court_id, case_id, reason, from_on, granted_on, resume_on, note, status,"
                        + " asked_by, asked_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                s.id(),
                s.courtId(),
                s.caseId(),
                s.reason().name(),
                s.from(),
                s.granted(),
                s.resume(),
                s.note(),
                s.status().name(),
                s.askedBy(),
                s.askedOn());
    }

    /** Writes the suspension back and raises its version. */
    public Uni<Integer> update(SqlConnection tx, CaseSuspension s) {
        CaseSuspension.Act decided = s.decided();
        CaseSuspension.Act ended = s.ended();
        CaseSuspension.Act cancelled = s.cancelled();
        return Database.execute(
                tx,
                "update case_suspension set status = $2, resume_on = $3, decided_by = $4, decided_on = $5,"
                        + " decided_why = $6, ended_by = $7, ended_on = $8, cancelled_by = $9, cancelled_on = $10,"
                        + " cancelled_why = $11, effects = $12::text::json, version = version + 1 where id = $1",
                s.id(),
                s.status().name(),
                s.resume(),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.on(),
                decided == null ? null : decided.reason(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.on(),
                cancelled == null ? null : cancelled.by(),
                cancelled == null ? null : cancelled.on(),
                cancelled == null ? null : cancelled.reason(),
                json.text(s.effects()));
    }

    public Uni<Optional<CaseSuspension>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where s.id = $1 and s.court_id = $2", this::suspension, id, courtId);
    }

    /** Newest first. */
    public Uni<List<CaseSuspension>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                client,
                SELECT + " where s.case_id = any ($1) and s.court_id = $2 order by s.id desc",
                this::suspension,
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    /** Newest first, within sight. */
    public Uni<List<CaseSuspension>> list(
            SqlClient client,
            int courtId,
            Visibility sight,
            CaseSuspension.@Nullable Status status,
            @Nullable Cursor after,
            int limit) {
        Sql sql = new Sql(SELECT + " where s.court_id = ?", courtId);
        sql.addIf(status == null ? null : status.name(), " and s.status = ?");
        seen(sql, sight);
        if (after != null) {
            sql.add(" and s.id < ?", after.uuid());
        }
        return sql.add(" order by s.id desc limit ?", limit).list(client, this::suspension);
    }

    /** Adds what of the case {@code c} the reader may see. */
    static void seen(Sql sql, Visibility sight) {
        if (sight instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        } else if (sight instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
    }

    /** Who did a step, when and why, from three columns that follow each other; null if nobody did. */
    static CaseSuspension.@Nullable Act act(Row row, int at, boolean withReason) {
        UUID by = row.getUUID(at);
        return by == null
                ? null
                : new CaseSuspension.Act(by, row.getLocalDate(at + 1), withReason ? row.getString(at + 2) : null);
    }

    private CaseSuspension suspension(Row row) {
        return new CaseSuspension(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getString(3),
                SuspensionReason.valueOf(row.getString(4)),
                row.getLocalDate(5),
                row.getLocalDate(6),
                row.getLocalDate(7),
                row.getString(8),
                CaseSuspension.Status.valueOf(row.getString(9)),
                row.getUUID(10),
                row.getLocalDate(11),
                act(row, 12, true),
                act(row, 15, false),
                act(row, 17, true),
                List.of(json.read(row.getString(20), CaseSuspension.Effect[].class)),
                row.getInteger(21));
    }
}
