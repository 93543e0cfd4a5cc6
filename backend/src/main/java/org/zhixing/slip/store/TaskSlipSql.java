package org.zhixing.slip.store;

import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Sql;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlipPermits;
import org.zhixing.slip.rules.TaskSlipState;

/** Whose slips {@code s} (of case {@code c}, kind {@code k}, on node {@code n}) the caller meets, and which of them wait for them: {@code TaskSlipPermits} in SQL; a test compares. */
final class TaskSlipSql {
    private TaskSlipSql() {}

    /** A team meets the slips of its cases; the affairs team, of every other team's, those that are signed; an officer those of theirs. */
    static void sight(Sql sql, Actor actor) {
        Visibility seen = Visibility.ofCases(actor);
        boolean affairs =
                actor.team() == Team.AFFAIRS && actor.roles().stream().noneMatch(Visibility.COURT_READERS::contains);
        if (seen instanceof Visibility.OneTeam own) {
            sql.add(
                    " and (c.team = ? or s.officers @> array[?]::uuid[])",
                    own.team().name(),
                    actor.personId());
        } else if (seen instanceof Visibility.Nothing) {
            sql.add(" and false");
        } else if (affairs) {
            sql.add(" and (c.team = 'AFFAIRS' or s.signed_by is not null or k.way = 'IN')");
        }
    }

    static void narrow(Sql sql, TaskSlipFilter filter) {
        if (!filter.states().isEmpty()) {
            sql.add(" and s.state = any (?)", (Object)
                    filter.states().stream().map(TaskSlipState::name).toArray(String[]::new));
        }
        SlipWay way = filter.way();
        Team team = filter.team();
        sql.addIf(filter.caseId(), " and s.case_id = ?")
                .addIf(filter.kind(), " and s.kind = ?")
                .addIf(way == null ? null : way.name(), " and k.way = ?")
                .addIf(team == null ? null : team.name(), " and c.team = ?")
                .addIf(filter.officer(), " and s.officers @> array[?]::uuid[]")
                .addIf(filter.dueFrom(), " and n.due_on >= ?")
                .addIf(filter.dueTo(), " and n.due_on <= ?");
        if (filter.late()) {
            sql.add(" and n.open and n.due_on < ?", filter.today());
        }
        if (filter.mine()) {
            waiting(sql, filter.actor());
        }
    }

    private static void waiting(Sql sql, Actor actor) {
        sql.add(" and (s.state in ('ASSIGNED', 'RETURNED') and s.officers @> array[?]::uuid[]", actor.personId());
        if (actor.has(Role.JUDGE)) {
            sql.add(
                    " or s.state = 'ASKED' and (c.status = 'OPEN' or s.automatic) and c.judge_id = ?",
                    actor.personId());
        }
        if (actor.hasAny(Role.JUDGE, Role.EXECUTOR)) {
            sql.add(
                    " or s.state = 'RESULT_IN' and k.way <> 'IN' and ? in (c.judge_id, c.executor_id) and not s.officers @> array[?]::uuid[]",
                    actor.personId(),
                    actor.personId());
        }
        if (TaskSlipPermits.affairsDesk(actor)) {
            sql.add(
                    " or s.state = 'SIGNED' and (c.status = 'OPEN' or s.automatic) or s.state = 'RECEIVED'"
                            + " or k.way = 'OUT' and s.state = 'RETURNED'"
                            + " or k.way = 'IN' and s.state = 'RESULT_IN' and not s.officers @> array[?]::uuid[]",
                    actor.personId());
        }
        sql.add(")");
    }
}
