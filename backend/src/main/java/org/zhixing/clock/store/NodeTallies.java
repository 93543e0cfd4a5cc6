package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.Forecast;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;

/**
 * The node board in numbers, never of more than the actor may see. They come from {@code node_tally}, which has a row
 * for many nodes; only what it does not know, a case number or a person's ended nodes, is counted node by node.
 */
@ApplicationScoped
public class NodeTallies {
    private static final String KEY =
            "court_id, outcome, case_team, responsible_team, responsible_ids, code, due_on, due_soon_on";
    private static final String MERGE = "with waiting as (delete from node_tally where not merged returning *)"
            + " insert into node_tally select " + KEY + ", sum(nodes), true from waiting group by " + KEY
            + " on conflict (" + KEY + ") where merged do update set nodes = node_tally.nodes + excluded.nodes";

    /** Nodes of one case team, code and state. */
    public record Cell(@Nullable Team team, NodeCode code, NodeState state, long count) {}

    /** Open nodes in one state for which a person answers. */
    public record Load(UUID person, NodeState state, long count) {}

    /** Open nodes due on a court date. */
    public record DueDay(LocalDate date, long count) {}

    public Uni<List<Cell>> cells(SqlClient client, NodeFilter filter) {
        if (NodeSql.circles(filter).isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Sql sql = new Sql("select n.state, sum(n.nodes), n.case_team, n.code from ");
        NodeSql.counted(sql, filter);
        return sql.add(" group by 1, 3, 4 having sum(n.nodes) <> 0 order by 3, 4, 1")
                .list(client, row -> {
                    return new Cell(
                            team(row.getString(2)),
                            NodeCode.valueOf(row.getString(3)),
                            NodeState.valueOf(row.getString(0)),
                            row.getLong(1));
                });
    }

    /** Grouped before the people are taken apart: handlers are pairs, and there are few of them. */
    public Uni<List<Load>> people(SqlClient client, NodeFilter filter) {
        if (NodeSql.circles(filter).isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Sql sql = new Sql("select g.state, sum(g.nodes)::bigint, p.person from"
                + " (select n.state, n.responsible_ids, sum(n.nodes) as nodes from ");
        NodeSql.counted(sql, filter);
        return sql.add(
                        " and n.outcome = 'OPEN' group by 1, 2) g cross join lateral unnest(g.responsible_ids) p (person)"
                                + " group by 1, 3 having sum(g.nodes) <> 0 order by 3, 1")
                .list(client, row -> new Load(row.getUUID(2), NodeState.valueOf(row.getString(0)), row.getLong(1)));
    }

    /** Open nodes by due date, from one court date to another, both included; days without any are left out. */
    public Uni<List<DueDay>> strip(SqlClient client, NodeFilter filter, LocalDate from, LocalDate to) {
        if (NodeSql.circles(filter).isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Sql sql = new Sql("select n.due_on, sum(n.nodes) from ");
        NodeSql.counted(sql, filter);
        return sql.add(" and n.outcome = 'OPEN' and n.due_on between ? and ? group by 1 order by 1", from, to)
                .list(client, row -> new DueDay(row.getLocalDate(0), row.getLong(1)));
    }

    /** Open nodes due up to a court date by who answers for them; those past their due date in one heap of the day before. */
    public Uni<List<Forecast.Load>> loads(SqlClient client, NodeFilter filter, LocalDate to) {
        if (NodeSql.circles(filter).isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        LocalDate today = filter.today();
        Sql sql = new Sql(
                "select n.case_team, n.responsible_team, n.responsible_ids, greatest(n.due_on, ?) as due,"
                        + " sum(n.nodes) from ",
                today.minusDays(1));
        NodeSql.counted(sql, filter);
        return sql.add(" and n.outcome = 'OPEN' and n.due_on <= ? group by 1, 2, 3, 4 having sum(n.nodes) <> 0", to)
                .list(
                        client,
                        row -> new Forecast.Load(
                                team(row.getString(0)),
                                team(row.getString(1)),
                                List.of(row.getArrayOfUUIDs(2)),
                                row.getLocalDate(3),
                                row.getLong(4)));
    }

    private static @Nullable Team team(@Nullable String name) {
        return name == null ? null : Team.valueOf(name);
    }

    /** Merges what was added since; one instance at a time, the others leave it to that one. */
    public Uni<Integer> merge(SqlConnection tx) {
        return Database.first(tx, "select pg_try_advisory_xact_lock(7002, 0)", row -> row.getBoolean(0))
                .chain(mine -> mine.orElse(false)
                        ? Database.execute(tx, MERGE)
                        : Uni.createFrom().item(0))
                .call(merged -> merged == 0
                        ? Uni.createFrom().item(0)
                        : Database.execute(tx, "delete from node_tally where merged and nodes = 0"));
    }
}
