package org.zhixing.slip.store;

import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Sql;
import org.zhixing.slip.rules.TaskSlipPermits;
import org.zhixing.slip.rules.TaskSlipState;

/** Whose slips the caller meets, and which of them wait for them: {@code TaskSlipPermits} in SQL; a test compares. */
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
            sql.add(" and (c.team = 'AFFAIRS' or s.signed_by is not null)");
        }
    }

    static void narrow(Sql sql, TaskSlipFilter filter) {
        if (!filter.states().isEmpty()) {
            sql.add(" and s.state = any (?)", (Object)
                    filter.states().stream().map(TaskSlipState::name).toArray(String[]::new));
        }
        sql.addIf(filter.caseId(), " and s.case_id = ?").addIf(filter.kind(), " and s.kind = ?");
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
                    " or s.state = 'RESULT_IN' and ? in (c.judge_id, c.executor_id) and not s.officers @> array[?]::uuid[]",
                    actor.personId(),
                    actor.personId());
        }
        if (TaskSlipPermits.affairsDesk(actor)) {
            sql.add(" or s.state = 'SIGNED' and (c.status = 'OPEN' or s.automatic) or s.state = 'RECEIVED'");
        }
        sql.add(")");
    }
}
