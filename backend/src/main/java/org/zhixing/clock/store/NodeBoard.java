package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Sql;

/** The node board: what is asked for, page by page, never more than the actor may see. */
@ApplicationScoped
public class NodeBoard {

    /** A page in the order of due dates, then ids. */
    public Uni<Page<Node>> list(SqlClient client, NodeFilter filter, @Nullable Cursor after, int limit) {
        List<NodeSql.Circle> circles = NodeSql.circles(filter);
        if (circles.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        Sql sql = new Sql("select " + NodeRows.COLUMNS + " from (");
        String union = "";
        for (NodeSql.Circle circle : circles) {
            for (String half : NodeSql.halves(filter)) {
                sql.add(
                        union + "(select n.* from node n where n.court_id = ?" + half,
                        filter.actor().courtId());
                circle.addTo(sql);
                NodeSql.states(sql, filter);
                NodeSql.narrow(sql, filter);
                if (after != null) {
                    sql.add(" and (n.due_on, n.id) > (?, ?)", after.day(), after.uuid());
                }
                sql.add(" order by n.due_on, n.id limit ?)", limit + 1);
                union = " union all ";
            }
        }
        return sql.add(") n order by n.due_on, n.id limit ?", limit + 1)
                .list(client, NodeRows::node)
                .map(rows -> Page.of(rows, limit, node -> Cursor.of(node.dueOn(), node.id())));
    }
}
