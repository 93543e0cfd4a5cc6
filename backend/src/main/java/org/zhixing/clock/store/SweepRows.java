package org.zhixing.clock.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** What the overdue sweep reads and writes; every statement serves a whole batch. */
@RegisterForReflection(
        targets = {SweepRows.Notice.class, SweepRows.Advance.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class SweepRows {
    /** Along the index node_notice from a place on: what is not due is never touched, nor what was just done. */
    public static final String CLAIM = "select " + NodeRows.COLUMNS
            + " from node n where n.court_id = $1 and n.open and n.next_notice_on <= $2"
            + " and (n.next_notice_on, n.id) > ($3, $4) order by n.next_notice_on, n.id limit $5"
            + " for no key update skip locked";

    private static final String NOTICES = """
            insert into overdue_notice (court_id, node_id, for_day, day_no, days_late)
            select x.court_id, x.node_id, x.for_day, x.day_no, x.days_late
            from json_to_recordset($1::text::json)
                as x (court_id int, node_id uuid, for_day date, day_no int, days_late int)
            """;

    private static final String ADVANCE = """
            update node n set next_notice_on = x.next_on, notice_count = n.notice_count + x.given
            from json_to_recordset($1::text::json) as x (node_id uuid, next_on date, given int)
            where n.id = x.node_id
            """;

    private final Json json;

    SweepRows(Json json) {
        this.json = json;
    }

    /** How far a sweep of a court has come. */
    public record Place(LocalDate day, UUID id) {
        public static final Place START = new Place(LocalDate.of(1, 1, 1), new UUID(0, 0));
    }

    /** One notice given. */
    public record Notice(int courtId, UUID nodeId, LocalDate forDay, int dayNo, int daysLate) {}

    /** Where a node's notices go on. */
    public record Advance(UUID nodeId, LocalDate nextOn, int given) {}

    public Uni<List<Integer>> courts(SqlClient client) {
        return Database.list(client, "select id from court order by id", row -> row.getInteger(0));
    }

    /** Open nodes to be noticed by today, locked; those another sweep holds are passed over. */
    public Uni<List<Node>> claim(SqlConnection tx, int courtId, LocalDate today, Place after, int limit) {
        return Database.list(tx, CLAIM, NodeRows::node, courtId, today, after.day(), after.id(), limit);
    }

    /** The last day each of the nodes was noticed; those never noticed are not in it. */
    public Uni<Map<UUID, LocalDate>> lastDays(SqlConnection tx, List<UUID> nodes) {
        return Database.list(
                        tx,
                        "select node_id, max(for_day) from overdue_notice where node_id = any ($1) group by node_id",
                        row -> Map.entry(row.getUUID(0), row.getLocalDate(1)),
                        (Object) nodes.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The days each of the nodes was noticed since it last became late, the first of them first. */
    public Uni<Map<UUID, List<LocalDate>>> ladderDays(SqlConnection tx, List<UUID> nodes) {
        return Database.list(
                        tx,
                        "select v.node_id, v.for_day from overdue_notice v where v.node_id = any ($1) and v.for_day >="
                                + " (select max(f.for_day) from overdue_notice f where f.node_id = v.node_id"
                                + " and f.day_no = 1) order by 1, 2",
                        row -> Map.entry(row.getUUID(0), row.getLocalDate(1)),
                        (Object) nodes.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    public Uni<Integer> insert(SqlConnection tx, List<Notice> notices) {
        return Database.execute(tx, NOTICES, json.snakeText(Notice.class, notices));
    }

    /** The node's version stays: a notice changes nothing that a person could be editing. */
    public Uni<Integer> advance(SqlConnection tx, List<Advance> advances) {
        return Database.execute(tx, ADVANCE, json.snakeText(Advance.class, advances));
    }
}
