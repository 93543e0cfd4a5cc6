package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Role;
import org.zhixing.cases.rules.LightestLoad.Candidate;
import org.zhixing.cases.rules.LightestLoad.Proposal;

class LightestLoadTest {

    private static final UUID A = UUID.fromString("01000000-0000-7000-8000-000000000001");
    private static final UUID B = UUID.fromString("02000000-0000-7000-8000-000000000002");
    private static final UUID C = UUID.fromString("f3000000-0000-7000-8000-000000000003");

    @Test
    void proposesTheLeastBurdenedOfEachRole() {
        assertThat(LightestLoad.propose(List.of(
                        new Candidate(A, Role.JUDGE, 5),
                        new Candidate(B, Role.JUDGE, 2),
                        new Candidate(C, Role.EXECUTOR, 9),
                        new Candidate(A, Role.CLERK, 0))))
                .isEqualTo(new Proposal(B, C));
    }

    @Test
    void equalLoadsGoByIdAsTextWhateverTheirOrder() {
        assertThat(LightestLoad.propose(List.of(new Candidate(C, Role.JUDGE, 1), new Candidate(A, Role.JUDGE, 1)))
                        .judgeId())
                .isEqualTo(A);
        assertThat(LightestLoad.propose(List.of(new Candidate(A, Role.JUDGE, 1), new Candidate(C, Role.JUDGE, 1)))
                        .judgeId())
                .isEqualTo(A);
    }

    @Test
    void handlersAreTwoPeople() {
        assertThat(LightestLoad.propose(List.of(
                        new Candidate(A, Role.JUDGE, 0),
                        new Candidate(A, Role.EXECUTOR, 0),
                        new Candidate(B, Role.EXECUTOR, 7))))
                .isEqualTo(new Proposal(A, B));
    }

    @Test
    void aTeamWithoutAnExecutorProposesNone() {
        assertThat(LightestLoad.propose(List.of(new Candidate(A, Role.JUDGE, 0))))
                .isEqualTo(new Proposal(A, null));
        assertThat(LightestLoad.propose(List.of())).isEqualTo(new Proposal(null, null));
    }

    @Test
    void eachKindOfCaseClosesInItsOwnManners() {
        assertThat(ClosureManner.COMPLETED.suits(CaseKind.FIRST)).isTrue();
        assertThat(ClosureManner.COMPLETED.suits(CaseKind.PRESERVATION)).isFalse();
        assertThat(ClosureManner.PRESERVED.suits(CaseKind.PRESERVATION)).isTrue();
        assertThat(ClosureManner.PRESERVED.suits(CaseKind.RESUMED)).isFalse();
    }
}
