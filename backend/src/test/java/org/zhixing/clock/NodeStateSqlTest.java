package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.clock.rules.NodeStates;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.clock.store.NodeBoard;
import org.zhixing.clock.store.NodeFilter;
import org.zhixing.clock.store.NodeTallies;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;

/** The board's SQL derives the state that the rule derives, on a grid of dates around today. */
@QuarkusTest
class NodeStateSqlTest extends CourtTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);
    /** Over, just ended, running without an end and with one, and still to come. */
    private static final List<Suspension> PAUSES = List.of(
            new Suspension(TODAY.minusDays(9), TODAY.minusDays(7)),
            new Suspension(TODAY.minusDays(4), TODAY),
            new Suspension(TODAY, Due.NEVER),
            new Suspension(TODAY.minusDays(1), TODAY.plusDays(1)),
            new Suspension(TODAY.plusDays(1), TODAY.plusDays(3)));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Docket docket;

    @Inject
    NodeBoard board;

    @Inject
    NodeTallies tallies;

    @Inject
    Database database;

    @Test
    void listAndCountsAgreeWithTheRule() {
        String like = docket.fileOne(Docket.fast(TODAY)).nodes().get(0).id().toString();
        Map<NodeState, Long> expected = grid(like);

        for (NodeState state : NodeState.values()) {
            long n = expected.getOrDefault(state, 0L);
            assertThat(walk(state)).as(state + " by list").isEqualTo(n);
            assertThat(count(state)).as(state + " by count").isEqualTo(n);
        }
        assertThat(expected.keySet()).hasSize(7);
    }

    /** Every combination of due, due soon, done and cancelled dates around today, each a copy of one node. */
    private Map<NodeState, Long> grid(String like) {
        Map<NodeState, Long> expected = new EnumMap<>(NodeState.class);
        List<String> rows = new ArrayList<>();
        for (int due = -3; due <= 5; due++) {
            for (int soon = 1; soon <= 4; soon++) {
                for (Integer done : new Integer[] {null, -4, -3, -1, 0}) {
                    for (Integer cancelled : new Integer[] {null, -1, 0}) {
                        for (Suspension pause : PAUSES) {
                            LocalDate dueOn = TODAY.plusDays(due);
                            LocalDate doneOn = day(done);
                            LocalDate cancelledOn = day(cancelled);
                            rows.add("(%s, %s, %s, %s, datemultirange(daterange(%s, %s)))"
                                    .formatted(
                                            date(dueOn),
                                            date(dueOn.minusDays(soon)),
                                            date(doneOn),
                                            date(cancelledOn),
                                            date(pause.from()),
                                            pause.endless() ? "null" : date(pause.resume())));
                            expected.merge(
                                    NodeStates.derive(
                                            TODAY,
                                            dueOn,
                                            dueOn.minusDays(soon),
                                            doneOn,
                                            cancelledOn,
                                            pause.covers(TODAY)),
                                    1L,
                                    Long::sum);
                        }
                    }
                }
            }
        }
        // One open node a case and code: the copies stand on cases of their own, in a court without other nodes.
        data.run("create temporary table grid as select row_number() over () as no, g.* from (values "
                + String.join(", ", rows) + ") g (due_on, due_soon_on, done_on, cancelled_on, pauses);"
                + " insert into enforcement_case (id, court_id, number, year, court_code, word, serial, kind, cause,"
                + " filed_on, search) select md5('grid' || no)::uuid, 2, 'grid' || no, 2022, '豫0502', '执', 1, 'FIRST',"
                + " '', date '2022-10-01', '' from grid;"
                + " insert into node (id, court_id, case_id, case_number, case_team, code, policy_version, responsible,"
                + " start_on, period, unit, roll_over, due_on, due_soon_on, provisional, stop, clause, opened_on,"
                + " next_notice_on, done_on, cancelled_on, pauses) select md5('node' || no)::uuid, 2, md5('grid' || no)::uuid,"
                + " 'grid' || no, 'FAST', n.code, 1, n.responsible, n.start_on, n.period, n.unit, n.roll_over,"
                + " g.due_on, g.due_soon_on, false, n.stop, n.clause, n.opened_on, g.due_on, g.done_on, g.cancelled_on, g.pauses"
                + " from grid g, node n where n.id = '" + like + "'; drop table grid");
        return expected;
    }

    private long walk(NodeState state) {
        Page<?> page = board.list(database.reading(), filter(state), null, Page.MAX_LIMIT * 10)
                .await()
                .atMost(PATIENCE);
        return page.items().size();
    }

    private long count(NodeState state) {
        return tallies.cells(database.reading(), filter(null)).await().atMost(PATIENCE).stream()
                .filter(cell -> cell.state() == state)
                .mapToLong(NodeTallies.Cell::count)
                .sum();
    }

    private static NodeFilter filter(@Nullable NodeState state) {
        Actor president =
                new Actor(new UUID(0, 1), 2, "wenfeng-president", "戚某", Set.of(Role.PRESIDENT), null, Set.of());
        return new NodeFilter(
                president, TODAY, state == null ? Set.of() : Set.of(state), null, null, null, false, null, null, null);
    }

    private static @Nullable LocalDate day(@Nullable Integer offset) {
        return offset == null ? null : TODAY.plusDays(offset);
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "null::date" : "date '" + date + "'";
    }
}
