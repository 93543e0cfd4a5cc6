package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.clock.rules.ClockWarning.Code;
import org.zhixing.clock.rules.ClockWarning.Way;

class ClockWarningsTest {
    private static final NodePolicyDocument DOCUMENT = Policies.shipped("nodes-1", NodePolicyDocument.class);
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);
    private static final LocalDate TODAY = LocalDate.of(2022, 10, 12);

    private static List<Node> nodes(Team team) {
        var owner = new Node.Owner(1, new UUID(0, 1), "(2022)豫0505执1号", team, null, null);
        var subject = new NodeSubject(CaseKind.FIRST, team, false, FILED);
        return NodePolicies.open(DOCUMENT, subject, Calendars.COURT).stream()
                .map(plan -> Node.open(new UUID(0, plan.code().ordinal()), owner, plan, 1, TODAY, Calendars.COURT))
                .toList();
    }

    private static Node counted(Node node, List<Suspension> pauses, int extension) {
        var by = new Node.Inputs(node.startOn(), pauses, extension);
        return node.counted(by, new java.math.BigDecimal("0.30"), TODAY, Calendars.COURT);
    }

    private static List<ClockWarning> warnings(List<Node> nodes, LocalDate today) {
        return ClockWarnings.of(new ClockWarnings.Subject(FILED, true, nodes), today);
    }

    @Test
    void aFastCaseIsDueBeforeItMayLawfullyBeTerminatedAndTheLawfulWaysAreSaid() {
        ClockWarning warning = warnings(nodes(Team.FAST), TODAY).get(0);
        assertThat(warning.code()).isEqualTo(Code.TERMINATION_TOO_EARLY);
        assertThat(warning.clause()).isEqualTo("法〔2016〕373号第1条");
        assertThat(warning.params())
                .containsEntry("house", "2022-11-21")
                .containsEntry("lawfulFrom", "2023-01-11")
                .containsEntry("node", "CLOSE_FAST");
        assertThat(warning.ways()).containsExactly(Way.COMPLETE, Way.TERMINATE, Way.TRANSFER, Way.SUSPEND, Way.EXTEND);
    }

    @Test
    void moreThanThreeMonthsMeansTheDayAfterTheSameNumberedDay() {
        assertThat(ClockWarnings.terminationFrom(LocalDate.of(2022, 11, 30))).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(warnings(nodes(Team.FAST), LocalDate.of(2023, 1, 10)))
                .extracting(ClockWarning::code)
                .contains(Code.TERMINATION_TOO_EARLY);
        assertThat(warnings(nodes(Team.FAST), LocalDate.of(2023, 1, 11)))
                .extracting(ClockWarning::code)
                .doesNotContain(Code.TERMINATION_TOO_EARLY);
    }

    @Test
    void aHouseClockExtendedPastTheStatuteGivesWayToIt() {
        List<Node> pulled = nodes(Team.FAST).stream()
                .map(node -> node.code() == NodeCode.CLOSE_FAST ? counted(node, List.of(), 180) : node)
                .toList();
        assertThat(warnings(pulled, TODAY)).extracting(ClockWarning::code).containsExactly(Code.HOUSE_AFTER_STATUTE);
    }

    @Test
    void lateByTheHouseRuleWhileTheStatuteRuns() {
        assertThat(warnings(nodes(Team.FAST), LocalDate.of(2022, 12, 1)))
                .extracting(ClockWarning::code)
                .containsExactly(Code.HOUSE_LATE_STATUTE_RUNS, Code.TERMINATION_TOO_EARLY);
    }

    @Test
    void theLastDayToAskForMoreTimeIsAnnouncedAWeekAhead() {
        assertThat(warnings(nodes(Team.FAST), LocalDate.of(2022, 11, 8)))
                .extracting(ClockWarning::code)
                .doesNotContain(Code.EXTENSION_SOON_TOO_LATE);
        assertThat(warnings(nodes(Team.FAST), LocalDate.of(2022, 11, 9)))
                .filteredOn(each -> each.code() == Code.EXTENSION_SOON_TOO_LATE)
                .singleElement()
                .satisfies(each -> assertThat(each.params()).containsEntry("lastDay", "2022-11-16"));
        assertThat(warnings(nodes(Team.FAST), LocalDate.of(2022, 11, 17)))
                .extracting(ClockWarning::code)
                .doesNotContain(Code.EXTENSION_SOON_TOO_LATE);
    }

    @Test
    void nobodyKnowsWhenItGoesOn() {
        List<Suspension> open = List.of(new Suspension(LocalDate.of(2022, 10, 11), Due.NEVER));
        List<Node> waiting =
                nodes(Team.FAST).stream().map(node -> counted(node, open, 0)).toList();
        assertThat(warnings(waiting, TODAY)).hasSize(2).allSatisfy(each -> {
            assertThat(each.code()).isEqualTo(Code.NO_RESUMPTION);
            assertThat(each.params()).containsEntry("since", "2022-10-11");
            assertThat(each.ways()).containsExactly(Way.RESUME);
        });
    }

    @Test
    void anOrdinaryCaseInTimeAfterThreeMonthsHasNothingToBeWarnedOf() {
        List<Node> statuteOnly = nodes(Team.SPECIAL);
        assertThat(warnings(statuteOnly, LocalDate.of(2023, 1, 20))).isEmpty();
    }
}
