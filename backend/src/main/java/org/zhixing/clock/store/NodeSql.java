package org.zhixing.clock.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.platform.Sql;

/**
 * The board's conditions in SQL. States become ranges of dates, so that an index answers them; they agree with
 * {@link org.zhixing.clock.rules.NodeStates}, which a test proves date by date.
 */
public final class NodeSql {
    private static final Set<NodeState> OPEN =
            EnumSet.of(NodeState.PENDING, NodeState.DUE_SOON, NodeState.OVERDUE, NodeState.SUSPENDED);

    private static final String SHAPE = "court_id, node_outcome(due_on, done_on, cancelled_on) as outcome,"
            + " case_team, responsible_team, responsible_ids, code, due_on, due_soon_on, case_id";

    private static final String IS_SUSPENDED = " open and pauses <> '{}' and pauses @> ?::date and due_on >= ?";

    /** Nodes one by one in the shape of the tally, and by what it does not know; open and ended ones are conditions to add. */
    private static final String SINGLE = "(select " + SHAPE + ", responsible, 1 as nodes," + IS_SUSPENDED
            + " as suspended from node n where n.court_id = ?";

    /** The tally does not know who is suspended today: they are few, counted one by one and taken out of its numbers. */
    private static final String TALLY = "(select court_id, outcome, case_team, responsible_team, responsible_ids, code,"
            + " due_on, due_soon_on, null::uuid as case_id, nodes, false as suspended from node_tally where court_id = ?"
            + " union all select " + SHAPE + ", x.nodes, x.nodes > 0 from node, (values (1), (-1)) x (nodes)"
            + " where court_id = ? and" + IS_SUSPENDED + ")";

    private NodeSql() {}

    /**
     * The relation {@code n} of what the filter counts, with the condition begun: state, how many nodes, and what they are
     * grouped by. Each circle is counted where it is cheapest.
     */
    static void counted(Sql sql, NodeFilter filter) {
        String union = "(";
        for (Circle circle : circles(filter)) {
            boolean single = circle.untallied() || filter.person() != null || filter.q() != null;
            LocalDate today = filter.today();
            int court = filter.actor().courtId();
            sql.add(
                            union + "select case when n.outcome <> 'OPEN' then n.outcome when n.due_on < ?"
                                    + " then 'OVERDUE' when n.suspended then 'SUSPENDED' when n.due_soon_on > ?"
                                    + " then 'PENDING' else 'DUE_SOON' end as state, n.nodes, n.case_team, n.code,"
                                    + " n.responsible_ids, n.responsible_team, n.due_on, n.outcome from ",
                            today,
                            today)
                    .add(
                            single ? SINGLE + half(filter) + ")" : TALLY,
                            single ? new Object[] {today, today, court} : new Object[] {court, court, today, today})
                    .add(" n where n.court_id = ?", court);
            circle.addTo(sql);
            narrow(sql, filter);
            union = " union all ";
        }
        sql.add(") n where true");
        if (!filter.states().isEmpty()) {
            sql.add(" and n.state = any (?)", (Object)
                    filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
    }

    /** Adds everything the filter asks for but states and whose nodes they are; see {@link #circles}. */
    static void narrow(Sql sql, NodeFilter filter) {
        sql.addIf(name(filter.team()), " and n.case_team = ?")
                .addIf(name(filter.code()), " and n.code = ?")
                .addIf(filter.person(), " and n.responsible_ids @> array[?]::uuid[]")
                .addIf(filter.dueTo(), " and n.due_on <= ?");
        if (filter.dueFrom() != null) {
            // What waits for an open-ended suspension falls due on no day at all.
            sql.add(" and n.due_on >= ? and n.due_on < ?", filter.dueFrom(), Due.NEVER);
        }
        String q = filter.q();
        if (q != null) {
            sql.add(
                    " and n.case_id in (select c.id from enforcement_case c where c.court_id = ?"
                            + " and search_grams(c.search) @> search_grams_of_query(?) and strpos(c.number, ?) > 0)",
                    filter.actor().courtId(),
                    q,
                    q);
        }
    }

    /** Open and ended nodes each have their index in the board's order: the conditions of those that are asked for. */
    static List<String> halves(NodeFilter filter) {
        List<String> halves = new ArrayList<>();
        boolean all = filter.states().isEmpty();
        if (all || !Collections.disjoint(filter.states(), OPEN)) {
            halves.add(" and n.open");
        }
        if (all || !OPEN.containsAll(filter.states())) {
            halves.add(" and not n.open");
        }
        return halves;
    }

    /** The one half asked for; nothing where it is both. */
    private static String half(NodeFilter filter) {
        List<String> halves = halves(filter);
        return halves.size() == 1 ? halves.get(0) : "";
    }

    /** Adds the states asked for. */
    static void states(Sql sql, NodeFilter filter) {
        Set<NodeState> states = filter.states();
        LocalDate today = filter.today();
        if (states.isEmpty()) {
            return;
        }
        sql.add(" and (");
        String or = "";
        for (NodeState state : EnumSet.copyOf(states)) {
            sql.add(or);
            is(sql, state, today);
            or = " or ";
        }
        sql.add(")");
    }

    /** The condition that the node {@code n} is in that state on that day. */
    public static void is(Sql sql, NodeState state, LocalDate today) {
        switch (state) {
            case PENDING ->
                sql.add(
                        "n.open and n.due_on >= ? and n.due_soon_on > ? and not n.pauses @> ?::date",
                        today,
                        today,
                        today);
            case DUE_SOON ->
                sql.add(
                        "n.open and n.due_on >= ? and n.due_soon_on <= ? and not n.pauses @> ?::date",
                        today,
                        today,
                        today);
            case OVERDUE -> sql.add("n.open and n.due_on < ?", today);
            case SUSPENDED ->
                sql.add("n.open and n.pauses <> '{}' and n.pauses @> ?::date and n.due_on >= ?", today, today);
            case DONE -> sql.add("n.done_on <= n.due_on");
            case DONE_LATE -> sql.add("n.done_on > n.due_on");
            case CANCELLED -> sql.add("n.done_on is null and n.cancelled_on is not null");
        }
    }

    /**
     * One condition of whose nodes they are.
     *
     * @param untallied whether it asks for what the tally does not know: the funds desk, or a person, of whom it knows
     *     open nodes only
     */
    record Circle(String sql, List<Object> values, boolean untallied) {
        Circle(String sql, Object... values) {
            this(sql, List.of(values), false);
        }

        void addTo(Sql to) {
            to.add(sql, values.toArray());
        }
    }

    /**
     * Whose nodes the actor meets, as conditions of which no two hold for one row: each alone walks an index in the
     * board's order, which a single condition with "or" would not. Empty if the actor sees nothing.
     */
    static List<Circle> circles(NodeFilter filter) {
        List<Circle> circles = new ArrayList<>();
        Visibility seen = filter.seen();
        if (seen instanceof Visibility.Nothing) {
            return circles;
        }
        if (filter.mine()) {
            mine(filter, circles);
        } else if (seen instanceof Visibility.OneTeam own) {
            String team = own.team().name();
            circles.add(new Circle(" and n.case_team = ?", team));
            circles.add(new Circle(" and n.responsible_team = ? and n.case_team is distinct from ?", team, team));
        } else {
            circles.add(new Circle(""));
        }
        return circles;
    }

    private static void mine(NodeFilter filter, List<Circle> circles) {
        Object me = filter.actor().personId();
        String sight = "";
        List<Object> team = List.of();
        if (filter.seen() instanceof Visibility.OneTeam own) {
            sight = " and (n.case_team = ? or n.responsible_team = ?)";
            team = List.of(own.team().name(), own.team().name());
        }
        circles.add(new Circle(" and n.responsible_ids @> array[?]::uuid[]" + sight, all(List.of(me), team), true));
        Team own = filter.actor().team();
        if (own != null) {
            circles.add(new Circle(
                    " and n.responsible_team = ? and not n.responsible_ids @> array[?]::uuid[]" + sight,
                    all(List.of(own.name(), me), team),
                    false));
        }
        if (filter.actor().has(Role.FUNDS)) {
            circles.add(new Circle(" and n.responsible = 'FUNDS_DESK'", List.of(), true));
        }
    }

    private static List<Object> all(List<Object> first, List<Object> then) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
