package org.zhixing.slip.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Sql;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipCount;
import org.zhixing.slip.rules.TaskSlipState;

/** Lists of task slips within somebody's sight. */
@ApplicationScoped
public class TaskSlipList {
    /** What has no day yet comes after everything that has one. */
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    /** A page of the list in its order, after the cursor. */
    public Uni<List<TaskSlip>> page(
            SqlClient client, TaskSlipFilter filter, TaskSlipFilter.Sort sort, @Nullable Cursor after, int limit) {
        Sql sql = narrowed(TaskSlipRows.SELECT, filter);
        return switch (sort) {
            case NUMBER -> {
                if (after != null) {
                    sql.add(" and (s.year, s.serial) < (?, ?)", number(after.value()), number(after.id()));
                }
                yield sql.add(" order by s.year desc, s.serial desc limit ?", limit)
                        .list(client, TaskSlipRows::slip);
            }
            case DUE -> {
                if (after != null) {
                    sql.add(" and (coalesce(n.due_on, ?), s.id) > (?, ?)", NO_DAY, after.day(), after.uuid());
                }
                yield sql.add(" order by coalesce(n.due_on, ?), s.id limit ?", NO_DAY, limit)
                        .list(client, TaskSlipRows::slip);
            }
        };
    }

    /** Where the next page begins. */
    public static Cursor place(TaskSlip last, TaskSlipFilter.Sort sort) {
        TaskSlip.Clock clock = last.clock();
        return switch (sort) {
            case NUMBER -> Cursor.of(last.number().year(), last.number().serial());
            case DUE -> Cursor.of(clock == null ? NO_DAY : clock.dueOn(), last.id());
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw Refusal.field("cursor", text, "field.cursor");
        }
    }

    /** How many slips of the filter stand where, in the order of the states; a state of none is left out. */
    public Uni<List<TaskSlipCount>> counts(SqlClient client, TaskSlipFilter filter) {
        Sql sql = new Sql(
                "select s.state, count(*)::int, (count(*) filter (where n.open and n.due_on < ?))::int ",
                filter.today());
        sql.add(TaskSlipRows.FROM).add(" where s.court_id = ?", filter.actor().courtId());
        TaskSlipSql.sight(sql, filter.actor());
        TaskSlipSql.narrow(sql, filter);
        return sql.add(" group by s.state")
                .list(
                        client,
                        row -> new TaskSlipCount(
                                TaskSlipState.valueOf(row.getString(0)), row.getInteger(1), row.getInteger(2)))
                .map(found -> found.stream().sorted().toList());
    }

    private static Sql narrowed(String select, TaskSlipFilter filter) {
        Sql sql = new Sql(select).add(" where s.court_id = ?", filter.actor().courtId());
        TaskSlipSql.sight(sql, filter.actor());
        TaskSlipSql.narrow(sql, filter);
        return sql;
    }

    /** Those of the slips that are within the actor's sight, in the order of their numbers. */
    public Uni<List<TaskSlip>> seen(SqlClient client, Actor actor, List<UUID> ids) {
        Sql sql = new Sql(TaskSlipRows.SELECT)
                .add(" where s.id = any (?) and s.court_id = ?", ids.toArray(UUID[]::new), actor.courtId());
        TaskSlipSql.sight(sql, actor);
        return sql.add(" order by s.year, s.serial").list(client, TaskSlipRows::slip);
    }

    /** Those within sight that officers are to carry out and that are on no trip from that day on. */
    public Uni<List<TaskSlip>> unplanned(SqlClient client, Actor actor, LocalDate day, @Nullable UUID officer) {
        Sql sql = new Sql(TaskSlipRows.SELECT)
                .add(
                        " where s.court_id = ? and s.state in ('ASSIGNED', 'RETURNED') and k.way <> 'OUT'"
                                + " and not exists (select from trip_stop t where t.slip_id = s.id and t.on_day >= ?)",
                        actor.courtId(),
                        day);
        TaskSlipSql.sight(sql, actor);
        sql.addIf(officer, " and s.officers @> array[?]::uuid[]");
        return sql.add(" order by n.due_on nulls last, s.id limit 500").list(client, TaskSlipRows::slip);
    }
}
