package org.zhixing.clock.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.notice.rules.Event.Circle;

/** Whom the targets of the escalation ladder mean for one node: people by id, and circles by role and team. */
public record NoticeAudience(List<UUID> people, List<Circle> circles) {

    public NoticeAudience {
        people = List.copyOf(people);
        circles = List.copyOf(circles);
    }

    public static NoticeAudience of(Node node, Set<NoticeTarget> targets) {
        List<UUID> people = new ArrayList<>();
        Set<Circle> circles = new LinkedHashSet<>();
        for (NoticeTarget target : targets) {
            switch (target) {
                case RESPONSIBLE -> {
                    people.addAll(node.responsibleIds());
                    circles.addAll(responsible(node));
                }
                case NODE_CONTROL -> circles.add(circle(Role.NODE_CONTROL, null));
                case TEAM_LEADER -> circles.addAll(leaders(node));
                case DIRECTOR -> circles.add(circle(Role.DIRECTOR, null));
                case PRESIDENT -> circles.add(circle(Role.PRESIDENT, null));
            }
        }
        return new NoticeAudience(people, List.copyOf(circles));
    }

    /** Of a team those who do its outside work; a node without people falls to whoever must name them. */
    private static List<Circle> responsible(Node node) {
        Team team = node.responsibleTeam();
        if (team != null) {
            return List.of(circle(Role.EXECUTOR, team), circle(Role.POLICE, team));
        }
        if (node.responsible() == Responsible.FUNDS_DESK) {
            return List.of(circle(Role.FUNDS, null));
        }
        if (!node.responsibleIds().isEmpty()) {
            return List.of();
        }
        Team caseTeam = node.caseTeam();
        return List.of(caseTeam == null ? circle(Role.TRIAGE, null) : circle(Role.TEAM_LEADER, caseTeam));
    }

    /** The leader of the case's team, and of the team that answers for the node where that is another. */
    private static List<Circle> leaders(Node node) {
        List<Circle> leaders = new ArrayList<>();
        for (Team team : new Team[] {node.responsibleTeam(), node.caseTeam()}) {
            if (team != null) {
                leaders.add(circle(Role.TEAM_LEADER, team));
            }
        }
        return leaders;
    }

    private static Circle circle(Role role, @Nullable Team team) {
        return new Circle(role.roleName(), team == null ? null : team.name());
    }
}
