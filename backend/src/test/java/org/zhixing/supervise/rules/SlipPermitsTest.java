package org.zhixing.supervise.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhixing.supervise.rules.SlipPermits.addressed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.clock.rules.Calendars;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodePolicies;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.clock.rules.Policies;

class SlipPermitsTest {
    private static final NodePolicyDocument DOCUMENT = Policies.shipped("nodes-1", NodePolicyDocument.class);
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final UUID JUDGE = new UUID(0, 1);
    private static final UUID EXECUTOR = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final UUID CONTROL = new UUID(0, 4);

    @Test
    void thePersonWhoAnswersForTheNodeAnswersTheSlip() {
        Node interview = node(NodeCode.FIRST_INTERVIEW, Team.FAST, EXECUTOR);
        assertThat(addressed(actor(EXECUTOR, Team.FAST, Role.EXECUTOR), interview))
                .isTrue();
        assertThat(addressed(actor(JUDGE, Team.FAST, Role.JUDGE), interview)).isFalse();
        assertThat(addressed(actor(OTHER, Team.FAST, Role.TEAM_LEADER), interview))
                .isFalse();
        Node closing = node(NodeCode.CLOSE_FAST, Team.FAST, EXECUTOR);
        assertThat(addressed(actor(JUDGE, Team.FAST, Role.JUDGE), closing)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"EXECUTOR", "POLICE", "JUDGE", "TEAM_LEADER"})
    void aTeamsNodeIsAnsweredByItsMembersAndItsLeader(Role role) {
        Node query = node(NodeCode.OFFLINE_ASSET_QUERY, Team.FAST, EXECUTOR);
        assertThat(addressed(actor(OTHER, Team.AFFAIRS, role), query)).isTrue();
        assertThat(addressed(actor(OTHER, Team.FAST, role), query)).isFalse();
    }

    @Test
    void whereNobodyIsNamedYetItFallsToWhoeverMustNameThem() {
        Node unnamed = node(NodeCode.FIRST_INTERVIEW, Team.FAST, null);
        assertThat(addressed(actor(OTHER, Team.FAST, Role.TEAM_LEADER), unnamed))
                .isTrue();
        assertThat(addressed(actor(OTHER, Team.ORDINARY, Role.TEAM_LEADER), unnamed))
                .isFalse();
        Node unsorted = node(NodeCode.FIRST_INTERVIEW, null, null);
        assertThat(addressed(actor(OTHER, null, Role.TRIAGE), unsorted)).isTrue();
        assertThat(addressed(actor(OTHER, Team.FAST, Role.TEAM_LEADER), unsorted))
                .isFalse();
    }

    @Test
    void theAddresseeAnswersWhileAnAnswerIsOwed() {
        Node interview = node(NodeCode.FIRST_INTERVIEW, Team.FAST, EXECUTOR);
        Actor executor = actor(EXECUTOR, Team.FAST, Role.EXECUTOR);
        assertThat(SlipPermits.allowed(executor, slip(SlipStatus.ISSUED), interview))
                .containsExactly(SlipAct.ANSWER);
        assertThat(SlipPermits.allowed(executor, slip(SlipStatus.RETURNED), interview))
                .containsExactly(SlipAct.ANSWER);
        assertThat(SlipPermits.allowed(executor, slip(SlipStatus.ANSWERED), interview))
                .isEmpty();
        assertThat(SlipPermits.allowed(executor, slip(SlipStatus.CONFIRMED), interview))
                .isEmpty();
    }

    @Test
    void nodeControlDecidesOnAnswersAndWithdrawsWhatIsNotSettled() {
        Node interview = node(NodeCode.FIRST_INTERVIEW, Team.FAST, EXECUTOR);
        Actor control = actor(CONTROL, null, Role.NODE_CONTROL);
        assertThat(SlipPermits.allowed(control, slip(SlipStatus.ISSUED), interview))
                .containsExactly(SlipAct.WITHDRAW);
        assertThat(SlipPermits.allowed(control, slip(SlipStatus.ANSWERED), interview))
                .containsExactlyInAnyOrder(SlipAct.CONFIRM, SlipAct.RETURN, SlipAct.WITHDRAW);
        assertThat(SlipPermits.allowed(control, slip(SlipStatus.CONFIRMED), interview))
                .isEmpty();
        assertThat(SlipPermits.allowed(control, slip(SlipStatus.WITHDRAWN), interview))
                .isEmpty();
    }

    @Test
    void nobodyDecidesOnAnAnswerOfTheirOwn() {
        Node interview = node(NodeCode.FIRST_INTERVIEW, Team.FAST, EXECUTOR);
        Actor both = actor(EXECUTOR, Team.FAST, Role.EXECUTOR, Role.NODE_CONTROL);
        assertThat(SlipPermits.allowed(both, slip(SlipStatus.ANSWERED), interview))
                .containsExactly(SlipAct.WITHDRAW);
    }

    private static Actor actor(UUID id, @Nullable Team team, Role... roles) {
        return new Actor(id, 1, "somebody", "王某", Set.of(roles), team, Set.of());
    }

    private static Node node(NodeCode code, @Nullable Team team, @Nullable UUID executor) {
        var owner =
                new Node.Owner(1, new UUID(0, 5), "(2022)豫0505执1号", team, executor == null ? null : JUDGE, executor);
        var subject = new NodeSubject(CaseKind.FIRST, team, false, DAY);
        return NodePolicies.open(DOCUMENT, subject, Calendars.COURT).stream()
                .filter(plan -> plan.code() == code)
                .map(plan -> Node.open(new UUID(0, 6), owner, plan, 1, DAY, Calendars.COURT))
                .findFirst()
                .orElseThrow();
    }

    private static Slip slip(SlipStatus status) {
        List<SlipAnswer> answers = status == SlipStatus.ISSUED
                ? List.of()
                : List.of(new SlipAnswer(
                        new UUID(0, 9), new UUID(0, 8), 1, "已约谈", null, DAY, EXECUTOR, DAY, null, null, null, null));
        return new Slip(
                new UUID(0, 8),
                1,
                new SlipNumber(2022, 1),
                new UUID(0, 5),
                "(2022)豫0505执1号",
                Team.FAST,
                new UUID(0, 6),
                "超期",
                CONTROL,
                DAY,
                DAY,
                status,
                null,
                DAY.plusDays(1),
                0,
                answers,
                1);
    }
}
