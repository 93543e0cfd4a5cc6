package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhixing.clock.rules.NodeCode.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;

class NodePoliciesTest {

    private static final NodePolicyDocument DOCUMENT = Policies.shipped("nodes-1", NodePolicyDocument.class);
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);

    private static List<PlannedNode> open(CaseKind kind, Team team, boolean auction) {
        return NodePolicies.open(DOCUMENT, new NodeSubject(kind, team, auction, FILED), Calendars.COURT);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(
                        CaseKind.FIRST,
                        Team.FAST,
                        false,
                        List.of(FIRST_INTERVIEW, OFFLINE_ASSET_QUERY, CLOSE_FAST, CLOSE_STATUTORY)),
                Arguments.of(
                        CaseKind.RESUMED,
                        Team.ORDINARY,
                        false,
                        List.of(FIRST_INTERVIEW, OFFLINE_ASSET_QUERY, CLOSE_ORDINARY, CLOSE_STATUTORY)),
                Arguments.of(
                        CaseKind.FIRST,
                        Team.ORDINARY,
                        true,
                        List.of(FIRST_INTERVIEW, OFFLINE_ASSET_QUERY, CLOSE_STATUTORY)),
                Arguments.of(
                        CaseKind.FIRST,
                        Team.SPECIAL,
                        false,
                        List.of(FIRST_INTERVIEW, OFFLINE_ASSET_QUERY, CLOSE_STATUTORY)),
                Arguments.of(CaseKind.PRESERVATION, Team.AFFAIRS, false, List.of(PRESERVATION)),
                Arguments.of(
                        CaseKind.OTHER, Team.FAST, false, List.of(FIRST_INTERVIEW, OFFLINE_ASSET_QUERY, CLOSE_FAST)),
                Arguments.of(
                        CaseKind.FIRST, null, false, List.of(FIRST_INTERVIEW, OFFLINE_ASSET_QUERY, CLOSE_STATUTORY)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void filingOpensTheNodesThatApply(CaseKind kind, Team team, boolean auction, List<NodeCode> codes) {
        assertThat(open(kind, team, auction)).extracting(PlannedNode::code).isEqualTo(codes);
    }

    @Test
    void aNodeHasItsDatesAndItsPeople() {
        assertThat(open(CaseKind.FIRST, Team.FAST, false).get(2))
                .isEqualTo(new PlannedNode(
                        CLOSE_FAST,
                        null,
                        FILED,
                        40,
                        PeriodUnit.DAY,
                        RollOver.NEXT,
                        LocalDate.of(2022, 11, 21),
                        LocalDate.of(2022, 11, 8),
                        false,
                        LocalDate.of(2022, 11, 22),
                        Responsible.HANDLERS,
                        null,
                        Stop.CASE_CLOSED,
                        "一(一)",
                        0));
    }

    @Test
    void everyCodeOfTheRegulationHasItsPolicy() {
        assertThat(DOCUMENT.policies()).extracting(NodePolicy::code).containsExactly(NodeCode.values());
        assertThat(DOCUMENT.policies())
                .allSatisfy(policy -> assertThat(policy.clause()).isNotBlank());
        assertThat(DOCUMENT.seizureTerms()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(NodeCode.class)
    void theStoredDateIsWhatAPreviewOfTheSameInputsSays(NodeCode code) {
        NodePolicy policy = DOCUMENT.policy(code).orElseThrow();
        for (LocalDate start = LocalDate.of(2021, 1, 1); start.getYear() < 2027; start = start.plusDays(5)) {
            PlannedNode node = NodePolicies.plan(policy, start, Calendars.COURT);
            DueDate preview = new Deadline(node.startOn(), node.period(), node.unit(), List.of(), node.rollOver())
                    .compute(Calendars.COURT);
            assertThat(preview.due()).isEqualTo(node.dueOn());
            assertThat(preview.provisional()).isEqualTo(node.provisional());
            assertThat(node.dueSoonOn()).isBefore(node.dueOn());
            assertThat(node.firstNoticeOn()).isAfter(node.dueOn());
        }
    }

    @Test
    void whatMustActBeforeAHardEndIsDueBeforeIt() {
        PlannedNode renewal = NodePolicies.plan(
                DOCUMENT.policy(SEIZURE_EXPIRY).orElseThrow(), LocalDate.of(2022, 10, 14), Calendars.COURT);
        PlannedNode detainee = NodePolicies.plan(
                DOCUMENT.policy(DETAINEE_QUERY).orElseThrow(), LocalDate.of(2022, 10, 16), Calendars.COURT);

        assertThat(renewal.dueOn()).isEqualTo("2022-09-30");
        assertThat(detainee.dueOn()).isEqualTo("2022-10-14");
    }

    /** Whole days at the end of the period: 30 % rounded up, and at least one before the due date. */
    @ParameterizedTest
    @CsvSource({"3, 2022-10-12", "7, 2022-10-14", "15, 2022-10-20", "40, 2022-11-08"})
    void dueSoonIsTheLastPartOfThePeriod(int days, LocalDate dueSoonOn) {
        Deadline deadline = new Deadline(FILED, days, PeriodUnit.DAY, List.of(), RollOver.NEXT);

        assertThat(NodeDates.of(deadline, new BigDecimal("0.30"), Calendars.COURT)
                        .dueSoonOn())
                .isEqualTo(dueSoonOn);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-11-07,,, false, PENDING",
        "2022-11-08,,, false, DUE_SOON",
        "2022-11-21,,, false, DUE_SOON",
        "2022-11-22,,, false, OVERDUE",
        "2022-11-10,,, true, SUSPENDED",
        "2022-11-22,,, true, OVERDUE",
        "2022-12-31, 2022-11-21,, false, DONE",
        "2022-12-31, 2022-11-22,, false, DONE_LATE",
        "2022-12-31,, 2022-11-01, false, CANCELLED",
        "2022-12-31, 2022-11-22, 2022-11-23, false, DONE_LATE"
    })
    void theStateIsDerived(
            LocalDate today, LocalDate doneOn, LocalDate cancelledOn, boolean suspended, NodeState state) {
        assertThat(NodeStates.derive(
                        today, LocalDate.of(2022, 11, 21), LocalDate.of(2022, 11, 8), doneOn, cancelledOn, suspended))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-09-30, 0, ''",
        "2022-10-07, 0, ''",
        "2022-10-08, 1, RESPONSIBLE NODE_CONTROL",
        "2022-10-09, 2, RESPONSIBLE NODE_CONTROL",
        "2022-10-10, 3, RESPONSIBLE NODE_CONTROL TEAM_LEADER",
        "2022-10-14, 7, RESPONSIBLE NODE_CONTROL TEAM_LEADER DIRECTOR",
        "2022-10-26, 15, RESPONSIBLE NODE_CONTROL TEAM_LEADER DIRECTOR PRESIDENT"
    })
    void theCircleWidensByWorkingDays(LocalDate day, int lateness, String audience) {
        int late = Escalation.dayOfLateness(LocalDate.of(2022, 9, 30), day, Calendars.COURT);

        assertThat(late).isEqualTo(lateness);
        assertThat(Escalation.audience(DOCUMENT.escalation(), late).stream()
                        .map(Enum::name)
                        .toList())
                .isEqualTo(audience.isEmpty() ? List.of() : List.of(audience.split(" ")));
    }

    @Test
    void theDocumentSurvivesAJourneyThroughJson() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.readValue(mapper.writeValueAsString(DOCUMENT), NodePolicyDocument.class))
                .isEqualTo(DOCUMENT);
    }

    @Test
    void aContradictoryDocumentIsRefused() {
        NodePolicy policy = DOCUMENT.policies().get(0);
        assertThatThrownBy(() -> new NodePolicyDocument(List.of(policy, policy), DOCUMENT.escalation(), List.of()))
                .hasMessageContaining("FIRST_INTERVIEW stands twice");
        assertThatThrownBy(() -> new NodePolicyDocument(List.of(policy), List.of(), List.of()))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> new EscalationStep(0, List.of(NoticeTarget.DIRECTOR)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
