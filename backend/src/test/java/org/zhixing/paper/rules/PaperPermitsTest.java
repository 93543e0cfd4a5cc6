package org.zhixing.paper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.paper.rules.PaperPermits.Act;
import org.zhixing.signing.rules.OfCase;

/** Who may send a paper back: whoever is asked to sign it, while it waits for them, unless it is their own. */
class PaperPermitsTest {
    private static final UUID JUDGE = new UUID(0, 1);
    private static final UUID EXECUTOR = new UUID(0, 2);
    private static final UUID DIRECTOR = new UUID(0, 3);
    private static final PaperKinds.Kind DECISION = kind("");
    private static final PaperKinds.Kind MINUTES = kind("CASE_CLERK");

    private static PaperKinds.Kind kind(String recorder) {
        return new PaperKinds.Kind("DISHONESTY_DECISION", "失信决定书", "", "执失", "RULING", false, true, "", recorder);
    }

    private static Actor actor(UUID id, Role role, Team team) {
        return new Actor(id, 1, role.roleName(), "某", Set.of(role), team, Set.of());
    }

    private static Paper paper(PaperStatus status, UUID drafter, boolean open) {
        return new Paper(
                new UUID(0, 9),
                1,
                new Paper.Of(new UUID(0, 8), "(2022)豫0505执1号", Team.FAST, open, new OfCase(JUDGE, EXECUTOR, Team.FAST)),
                "DISHONESTY_DECISION",
                status,
                null,
                1,
                new Paper.Content(1, null, Map.of()),
                status == PaperStatus.DRAFT ? null : new Paper.Fixed(new UUID(0, 7), "ab", Instant.EPOCH, 1),
                drafter,
                LocalDate.EPOCH,
                null,
                null,
                false,
                1);
    }

    private static final Actor AS_DIRECTOR = actor(DIRECTOR, Role.DIRECTOR, null);
    private static final Actor AS_JUDGE = actor(JUDGE, Role.JUDGE, Team.FAST);

    @Test
    void whoeverIsAskedToSignMaySendItBackAndNobodyElse() {
        Paper waits = paper(PaperStatus.TO_SIGN, JUDGE, true);
        assertThat(PaperPermits.deny(Act.RETURN, AS_DIRECTOR, waits, DECISION, true))
                .isEmpty();
        assertThat(PaperPermits.deny(Act.RETURN, AS_DIRECTOR, waits, DECISION, false))
                .contains(new PaperPermits.Denial("paper-not-yours", true));
        assertThat(PaperPermits.allowedByHand(AS_DIRECTOR, waits, DECISION, true))
                .containsExactly(Act.RETURN);
        assertThat(PaperPermits.allowedByHand(AS_DIRECTOR, waits, DECISION, false))
                .isEmpty();
    }

    @Test
    void onesOwnPaperIsWrittenAnewInstead() {
        Paper own = paper(PaperStatus.TO_SIGN, JUDGE, true);
        assertThat(PaperPermits.allowedByHand(AS_JUDGE, own, DECISION, true))
                .contains(Act.REVISE)
                .doesNotContain(Act.RETURN);
        Paper others = paper(PaperStatus.TO_SIGN, EXECUTOR, true);
        assertThat(PaperPermits.allowedByHand(AS_JUDGE, others, DECISION, true)).contains(Act.REVISE, Act.RETURN);
    }

    @Test
    void onlyWhatWaitsIsSentBackAndOnlyWhileTheCaseIsOpen() {
        for (PaperStatus status : PaperStatus.values()) {
            assertThat(PaperPermits.deny(Act.RETURN, AS_DIRECTOR, paper(status, JUDGE, true), DECISION, true)
                            .isEmpty())
                    .as(status.name())
                    .isEqualTo(status == PaperStatus.TO_SIGN);
        }
        assertThat(PaperPermits.deny(Act.RETURN, AS_DIRECTOR, paper(PaperStatus.TO_SIGN, JUDGE, false), DECISION, true))
                .contains(new PaperPermits.Denial("case-closed", false));
    }

    /** Minutes are changed by their panel alone; but a member who is to sign them may say what is wrong. */
    @Test
    void minutesGoBackToTheirClerk() {
        Paper minutes = paper(PaperStatus.TO_SIGN, new UUID(0, 5), true);
        assertThat(PaperPermits.allowedByHand(AS_JUDGE, minutes, MINUTES, true))
                .contains(Act.RETURN)
                .doesNotContain(Act.REVISE);
    }
}
