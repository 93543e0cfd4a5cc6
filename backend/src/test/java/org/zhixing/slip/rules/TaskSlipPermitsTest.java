package org.zhixing.slip.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

class TaskSlipPermitsTest {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final UUID JUDGE = new UUID(0, 1);
    private static final UUID EXECUTOR = new UUID(0, 2);
    private static final UUID OFFICER = new UUID(0, 3);
    private static final UUID LEADER = new UUID(0, 4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASKED     | SIGN CANCEL           | CANCEL                | -       | -",
                "SIGNED    | CANCEL                | CANCEL                | RECEIVE | -",
                "RECEIVED  | CANCEL                | CANCEL                | ASSIGN  | -",
                "ASSIGNED  | CANCEL                | CANCEL                | ASSIGN  | HAND_IN",
                "RESULT_IN | ACCEPT RETURN         | ACCEPT RETURN         | -       | -",
                "RETURNED  | CANCEL                | CANCEL                | ASSIGN  | HAND_IN",
                "ACCEPTED  | -                     | -                     | -       | -",
                "CANCELLED | -                     | -                     | -       | -",
            })
    void eachStepIsOneOfTheirs(TaskSlipState state, String judge, String executor, String desk, String officer) {
        TaskSlip slip = slip(state, true, false, List.of(OFFICER));
        assertThat(allowed(JUDGE, Team.FAST, Role.JUDGE, slip)).isEqualTo(acts(judge));
        assertThat(allowed(EXECUTOR, Team.FAST, Role.EXECUTOR, slip)).isEqualTo(acts(executor));
        assertThat(allowed(LEADER, Team.AFFAIRS, Role.TEAM_LEADER, slip)).isEqualTo(acts(desk));
        assertThat(allowed(OFFICER, Team.AFFAIRS, Role.POLICE, slip)).isEqualTo(acts(officer));
        assertThat(allowed(LEADER, Team.FAST, Role.TEAM_LEADER, slip)).isEmpty();
        assertThat(allowed(new UUID(0, 9), Team.FAST, Role.JUDGE, slip)).isEmpty();
    }

    @Test
    void aClosedCaseIsNeitherDispatchedNorSentBack() {
        assertThat(allowed(JUDGE, Team.FAST, Role.JUDGE, slip(TaskSlipState.ASKED, false, false, List.of())))
                .containsExactly(TaskSlipAct.CANCEL);
        assertThat(allowed(LEADER, Team.AFFAIRS, Role.CLERK, slip(TaskSlipState.SIGNED, false, false, List.of())))
                .isEmpty();
        assertThat(allowed(JUDGE, Team.FAST, Role.JUDGE, slip(TaskSlipState.RESULT_IN, false, false, List.of())))
                .containsExactly(TaskSlipAct.ACCEPT);
        assertThat(allowed(JUDGE, Team.FAST, Role.JUDGE, slip(TaskSlipState.ASKED, false, true, List.of())))
                .containsExactly(TaskSlipAct.SIGN);
    }

    @Test
    void whatTheRegulationDemandsIsNotCancelled() {
        assertThat(allowed(JUDGE, Team.FAST, Role.JUDGE, slip(TaskSlipState.SIGNED, true, true, List.of())))
                .isEmpty();
    }

    @Test
    void nobodyAcceptsTheirOwnWork() {
        TaskSlip own = slip(TaskSlipState.RESULT_IN, true, false, List.of(EXECUTOR));
        assertThat(allowed(EXECUTOR, Team.AFFAIRS, Role.EXECUTOR, own)).isEmpty();
        assertThat(allowed(JUDGE, Team.AFFAIRS, Role.JUDGE, own)).contains(TaskSlipAct.ACCEPT);
    }

    @Test
    void whoGoesAgainLeavesItSentBack() {
        TaskSlip.Course course =
                slip(TaskSlipState.RETURNED, true, false, List.of(OFFICER)).course();
        assertThat(course.assigned(EXECUTOR, List.of(EXECUTOR)).state()).isEqualTo(TaskSlipState.RETURNED);
        assertThat(slip(TaskSlipState.RECEIVED, true, false, List.of())
                        .course()
                        .assigned(EXECUTOR, List.of(EXECUTOR))
                        .state())
                .isEqualTo(TaskSlipState.ASSIGNED);
    }

    private static Set<TaskSlipAct> allowed(UUID person, Team team, Role role, TaskSlip slip) {
        return TaskSlipPermits.allowed(new Actor(person, 1, "somebody", "王某", Set.of(role), team, Set.of()), slip);
    }

    private static Set<TaskSlipAct> acts(String cell) {
        return cell.equals("-")
                ? Set.of()
                : Arrays.stream(cell.split(" ")).map(TaskSlipAct::valueOf).collect(Collectors.toSet());
    }

    private static TaskSlip slip(TaskSlipState state, boolean open, boolean automatic, List<UUID> officers) {
        return new TaskSlip(
                new UUID(1, 1),
                1,
                new TaskSlipNumber(2022, 1),
                new TaskSlip.OfCase(new UUID(2, 1), "(2022)豫0505执1号", Team.FAST, JUDGE, EXECUTOR, open),
                new SlipKind("SEIZURE", "查封", "Seizure", "一(四)4", automatic, SlipWay.HERE),
                new SlipTask("SEIZURE", "房产", null, null, null),
                EXECUTOR,
                DAY,
                new TaskSlip.Course(state, null, null, null, null, null, officers, null, null, null, null, null),
                null,
                null,
                1);
    }
}
