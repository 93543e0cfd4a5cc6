package org.zhixing.supervise.store;

import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Sql;
import org.zhixing.supervise.rules.SlipStatus;

/** Whose slips the caller meets, and which of them are addressed to them: {@code SlipPermits} in SQL; a test compares. */
final class SlipSql {
    private SlipSql() {}

    /** A team meets the slips on its cases, and on other teams' cases those about nodes for which it answers. */
    static void sight(Sql sql, Actor actor) {
        Visibility seen = Visibility.ofNodes(actor);
        if (seen instanceof Visibility.OneTeam own) {
            sql.add(
                    " and (c.team = ? or n.responsible_team = ?)",
                    own.team().name(),
                    own.team().name());
        } else if (seen instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
    }

    static void narrow(Sql sql, SlipFilter filter) {
        if (!filter.statuses().isEmpty()) {
            sql.add(" and s.status = any (?)", (Object)
                    filter.statuses().stream().map(SlipStatus::name).toArray(String[]::new));
        }
        if (filter.late()) {
            sql.add(" and s.status in ('ISSUED', 'RETURNED') and s.answer_due < ?", filter.today());
        }
        Team team = filter.team();
        sql.addIf(filter.caseId(), " and s.case_id = ?").addIf(team == null ? null : team.name(), " and c.team = ?");
        if (filter.mine()) {
            addressed(sql, filter.actor());
        }
    }

    static void addressed(Sql sql, Actor actor) {
        sql.add(" and (n.responsible_ids @> array[?]::uuid[]", actor.personId());
        Team team = actor.team();
        if (team != null && actor.roles().stream().anyMatch(Visibility.TEAM_READERS::contains)) {
            sql.add(" or n.responsible_team = ?", team.name());
        }
        if (actor.has(Role.FUNDS)) {
            sql.add(" or n.responsible = 'FUNDS_DESK' and n.responsible_team is null");
        }
        String unnamed = " or n.responsible_ids = '{}' and n.responsible_team is null"
                + " and n.responsible <> 'FUNDS_DESK' and n.case_team";
        if (team != null && actor.has(Role.TEAM_LEADER)) {
            sql.add(unnamed + " = ?", team.name());
        }
        if (actor.has(Role.TRIAGE)) {
            sql.add(unnamed + " is null");
        }
        sql.add(")");
    }
}
