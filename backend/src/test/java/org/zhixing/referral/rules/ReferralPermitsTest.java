package org.zhixing.referral.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.signing.rules.OfCase;

/** The executor raises, the judge decides, and never the same person (domain 4). */
class ReferralPermitsTest {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final Actor JUDGE = person(Role.JUDGE);
    private static final Actor EXECUTOR = person(Role.EXECUTOR);
    private static final Actor BOTH = person(Role.JUDGE, Role.EXECUTOR);
    private static final OfCase OF = new OfCase(JUDGE.personId(), EXECUTOR.personId(), Team.FAST);

    private static Actor person(Role... roles) {
        return new Actor(UUID.randomUUID(), 1, "x", "x", Set.of(roles), Team.FAST, Set.of());
    }

    private static Referral referral(OfCase of, UUID askedBy, ReferralStatus status) {
        var end = status == ReferralStatus.OPEN ? null : new Referral.End(JUDGE.personId(), DAY, "理由");
        return new Referral(
                UUID.randomUUID(),
                1,
                new Referral.Of(UUID.randomUUID(), "(2022)豫0505执1号", Team.FAST, true, of),
                "变更被执行人",
                "请审查",
                status,
                askedBy,
                DAY,
                null,
                end,
                1);
    }

    private static String asking(Actor actor, OfCase of, boolean open) {
        return ReferralPermits.denyAsking(actor, of, open)
                .map(ReferralPermits.Denial::code)
                .orElse("");
    }

    private static String code(ReferralAct act, Actor actor, Referral referral) {
        return ReferralPermits.deny(act, actor, referral)
                .map(ReferralPermits.Denial::code)
                .orElse("");
    }

    @Test
    void theExecutorOfThatCaseRaises() {
        assertThat(asking(EXECUTOR, OF, true)).isEmpty();
        assertThat(asking(JUDGE, OF, true)).isEqualTo("referral-not-executor");
        assertThat(asking(person(Role.EXECUTOR), OF, true)).isEqualTo("referral-not-executor");
        assertThat(asking(EXECUTOR, OF, false)).isEqualTo("case-closed");
    }

    @Test
    void nothingIsRaisedThatNobodyCouldDecide() {
        OfCase alone = new OfCase(null, EXECUTOR.personId(), Team.FAST);
        OfCase same = new OfCase(BOTH.personId(), BOTH.personId(), Team.FAST);
        assertThat(asking(EXECUTOR, alone, true)).isEqualTo("referral-no-judge");
        assertThat(asking(BOTH, same, true)).isEqualTo("referral-no-judge");
    }

    @Test
    void theJudgeOfTodayDecidesAndWhoAskedTakesBack() {
        Referral open = referral(OF, EXECUTOR.personId(), ReferralStatus.OPEN);
        assertThat(ReferralPermits.allowed(JUDGE, open)).containsExactly(ReferralAct.APPROVE, ReferralAct.REFUSE);
        assertThat(ReferralPermits.allowed(EXECUTOR, open)).containsExactly(ReferralAct.WITHDRAW);
        assertThat(code(ReferralAct.APPROVE, person(Role.JUDGE), open)).isEqualTo("referral-not-judge");
        assertThat(code(ReferralAct.WITHDRAW, JUDGE, open)).isEqualTo("referral-not-asker");
    }

    @Test
    void whoAskedIsNotTheOneToDecideEvenAsTheNewJudge() {
        OfCase moved = new OfCase(BOTH.personId(), EXECUTOR.personId(), Team.FAST);
        Referral own = referral(moved, BOTH.personId(), ReferralStatus.OPEN);
        assertThat(code(ReferralAct.APPROVE, BOTH, own)).isEqualTo("referral-own");
        assertThat(code(ReferralAct.REFUSE, BOTH, own)).isEqualTo("referral-own");
    }

    @Test
    void whatHasEndedStaysSo() {
        for (ReferralStatus status : ReferralStatus.values()) {
            if (status != ReferralStatus.OPEN) {
                Referral ended = referral(OF, EXECUTOR.personId(), status);
                assertThat(code(ReferralAct.APPROVE, JUDGE, ended)).isEqualTo("referral-decided");
                assertThat(code(ReferralAct.WITHDRAW, EXECUTOR, ended)).isEqualTo("referral-decided");
            }
        }
    }

    /** However the people of a case are mixed, nobody may both raise a matter and decide it. */
    @Test
    void noOnePersonTakesBothSteps() {
        Random random = new Random(7);
        List<Actor> people = List.of(JUDGE, EXECUTOR, BOTH, person(Role.JUDGE), person(Role.JUDGE, Role.EXECUTOR));
        for (int i = 0; i < 500; i++) {
            Actor judge = people.get(random.nextInt(people.size()));
            Actor executor = people.get(random.nextInt(people.size()));
            Actor asker = people.get(random.nextInt(people.size()));
            OfCase of = new OfCase(judge.personId(), executor.personId(), Team.FAST);
            Referral open = referral(of, asker.personId(), ReferralStatus.OPEN);
            for (Actor actor : people) {
                if (ReferralPermits.allowed(actor, open).contains(ReferralAct.APPROVE)) {
                    assertThat(actor.personId()).isNotEqualTo(asker.personId()).isEqualTo(judge.personId());
                }
            }
        }
    }
}
