package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Team;
import org.zhixing.notice.rules.Event.Circle;

class NoticeAudienceTest {
    private static final UUID EXECUTOR = new UUID(0, 7);
    private static final Set<NoticeTarget> FIRST_DAY = EnumSet.of(NoticeTarget.RESPONSIBLE, NoticeTarget.NODE_CONTROL);
    private static final Circle NODE_CONTROL = new Circle("node-control", null);

    @Test
    void handlersAreToldByNameAndNodeControlByItsDesk() {
        NoticeAudience told = NoticeAudience.of(node(Responsible.EXECUTOR, null, List.of(EXECUTOR)), FIRST_DAY);
        assertThat(told.people()).containsExactly(EXECUTOR);
        assertThat(told.circles()).containsExactly(NODE_CONTROL);
    }

    @Test
    void ofATeamThoseAreToldWhoDoItsOutsideWork() {
        NoticeAudience told = NoticeAudience.of(node(Responsible.AFFAIRS_TEAM, Team.AFFAIRS, List.of()), FIRST_DAY);
        assertThat(told.circles())
                .containsExactly(new Circle("executor", "AFFAIRS"), new Circle("police", "AFFAIRS"), NODE_CONTROL);
    }

    @Test
    void theLeadersOfTheCasesTeamAndOfTheTeamThatAnswersAreTold() {
        Node node = node(Responsible.AFFAIRS_TEAM, Team.AFFAIRS, List.of());
        assertThat(NoticeAudience.of(node, EnumSet.of(NoticeTarget.TEAM_LEADER)).circles())
                .containsExactly(new Circle("team-leader", "AFFAIRS"), new Circle("team-leader", "FAST"));
    }

    @Test
    void theFundsDeskAnswersForPayments() {
        assertThat(NoticeAudience.of(node(Responsible.FUNDS_DESK, null, List.of()), FIRST_DAY)
                        .circles())
                .containsExactly(new Circle("funds", null), NODE_CONTROL);
    }

    @Test
    void aNodeThatNobodyHandlesFallsToTheLeaderWhoMustNameSomebody() {
        assertThat(NoticeAudience.of(node(Responsible.EXECUTOR, null, List.of()), FIRST_DAY)
                        .circles())
                .containsExactly(new Circle("team-leader", "FAST"), NODE_CONTROL);
        assertThat(NoticeAudience.of(unsorted(), FIRST_DAY).circles())
                .containsExactly(new Circle("triage", null), NODE_CONTROL);
    }

    private static Node unsorted() {
        return node(null, Responsible.HANDLERS, null, List.of());
    }

    private static Node node(Responsible responsible, @Nullable Team team, List<UUID> people) {
        return node(Team.FAST, responsible, team, people);
    }

    private static Node node(@Nullable Team caseTeam, Responsible responsible, @Nullable Team team, List<UUID> people) {
        LocalDate day = LocalDate.of(2022, 11, 1);
        UUID id = new UUID(0, 1);
        return new Node(
                id,
                1,
                id,
                "(2022)豫0505执1号",
                caseTeam,
                NodeCode.FIRST_INTERVIEW,
                null,
                1,
                responsible,
                team,
                people,
                day,
                3,
                PeriodUnit.DAY,
                RollOver.NEXT,
                List.of(),
                0,
                0,
                day,
                day,
                false,
                null,
                Stop.CASE_CLOSED,
                "二(四)1",
                day,
                null,
                null,
                null,
                null,
                null,
                day,
                0,
                1);
    }
}
