package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Sql;

/** The node board: what is asked for, page by page and counted, never more than the actor may see. */
@ApplicationScoped
public class NodeBoard {

    /** Nodes of one case team, code and state. */
    public record Cell(@Nullable Team team, NodeCode code, NodeState state, long count) {}

    /** Nodes in one state that a person answers for. */
    public record Load(UUID person, NodeState state, long count) {}

    /** Open nodes due on a court date. */
    public record DueDay(LocalDate date, long count) {}

    /** A page in the order of due dates, then ids. */
    public Uni<Page<Node>> list(SqlClient client, NodeFilter filter, @Nullable Cursor after, int limit) {
        List<NodeSql.Circle> circles = NodeSql.circles(filter);
        if (circles.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        Sql sql = new Sql("select " + NodeRows.COLUMNS + " from (");
        String union = "";
        for (NodeSql.Circle circle : circles) {
            sql.add(
                    union + "(select n.* from node n where n.court_id = ?",
                    filter.actor().courtId());
            circle.addTo(sql);
            NodeSql.narrow(sql, filter);
            if (after != null) {
                sql.add(" and (n.due_on, n.id) > (?, ?)", date(after), after.uuid());
            }
            sql.add(" order by n.due_on, n.id limit ?)", limit + 1);
            union = " union all ";
        }
        return sql.add(") n order by n.due_on, n.id limit ?", limit + 1)
                .list(client, NodeRows::node)
                .map(rows -> Page.of(rows, limit, node -> Cursor.of(node.dueOn(), node.id())));
    }

    public Uni<List<Cell>> cells(SqlClient client, NodeFilter filter) {
        return grouped(client, filter, "n.case_team, n.code", "", row -> {
            String team = row.getString(2);
            return new Cell(
                    team == null ? null : Team.valueOf(team),
                    NodeCode.valueOf(row.getString(3)),
                    NodeState.valueOf(row.getString(0)),
                    row.getLong(1));
        });
    }

    public Uni<List<Load>> people(SqlClient client, NodeFilter filter) {
        return grouped(
                client,
                filter,
                "p.person",
                " cross join lateral unnest(n.responsible_ids) as p (person)",
                row -> new Load(row.getUUID(2), NodeState.valueOf(row.getString(0)), row.getLong(1)));
    }

    /** Open nodes by due date, from one court date to another, both included; days without any are left out. */
    public Uni<List<DueDay>> strip(SqlClient client, NodeFilter filter, LocalDate from, LocalDate to) {
        List<NodeSql.Circle> circles = NodeSql.circles(filter);
        if (circles.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Sql sql = new Sql(
                "select n.due_on, count(*) from node n where n.court_id = ?",
                filter.actor().courtId());
        sql.add(" and n.open and n.due_on between ? and ?", from, to);
        NodeSql.narrow(sql, filter);
        any(sql, circles);
        return sql.add(" group by n.due_on order by n.due_on")
                .list(client, row -> new DueDay(row.getLocalDate(0), row.getLong(1)));
    }

    private static <T> Uni<List<T>> grouped(
            SqlClient client, NodeFilter filter, String by, String join, Function<Row, T> map) {
        List<NodeSql.Circle> circles = NodeSql.circles(filter);
        if (circles.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Sql sql = new Sql("select ");
        NodeSql.state(sql, filter.today());
        sql.add(
                " as state, count(*), " + by + " from node n" + join + " where n.court_id = ?",
                filter.actor().courtId());
        NodeSql.narrow(sql, filter);
        any(sql, circles);
        return sql.add(" group by state, " + by + " order by " + by + ", state").list(client, map);
    }

    private static void any(Sql sql, List<NodeSql.Circle> circles) {
        sql.add(" and (");
        String or = "";
        for (NodeSql.Circle circle : circles) {
            sql.add(or + "(true");
            circle.addTo(sql);
            sql.add(")");
            or = " or ";
        }
        sql.add(")");
    }

    private static LocalDate date(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.value());
        } catch (DateTimeParseException forged) {
            throw Refusal.field("cursor", cursor.value(), "field.cursor");
        }
    }
}
