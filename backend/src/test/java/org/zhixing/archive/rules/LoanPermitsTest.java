package org.zhixing.archive.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/** The teams ask, the archive desk asks for whoever comes from outside, the director decides (domain 6). */
class LoanPermitsTest {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2022, 11, 8);
    private static final Actor JUDGE = person(Role.JUDGE);
    private static final Actor DIRECTOR = person(Role.DIRECTOR);
    private static final Actor DESK = person(Role.ARCHIVE);

    private static Actor person(Role... roles) {
        return new Actor(UUID.randomUUID(), 1, "x", "x", Set.of(roles), Team.FAST, Set.of());
    }

    /** A judge of the case who holds the director's role in the director's place. */
    private static Actor standIn(UUID id) {
        return new Actor(
                id, 1, "x", "x", Set.of(Role.JUDGE, Role.DIRECTOR), Team.FAST, Set.of(), Set.of(Role.DIRECTOR));
    }

    private static ArchiveLoan loan(Actor asker, LoanKind kind, @Nullable UUID judge) {
        return new ArchiveLoan(
                UUID.randomUUID(),
                1,
                new ArchiveLoan.Of(UUID.randomUUID(), "(2022)豫0505执1号", judge, null),
                kind,
                "办理关联案件",
                LAST,
                kind == LoanKind.INQUIRY ? new ArchiveLoan.Outside("公安局", "王某", "〔2022〕1号") : null,
                LoanStatus.ASKED,
                asker.personId(),
                DAY,
                null,
                null,
                1);
    }

    private static ArchiveLoan lent(Actor asker, LoanKind kind) {
        return loan(asker, kind, null)
                .decided(LoanStatus.APPROVED, new ArchiveLoan.Decision(DIRECTOR.personId(), DAY, null));
    }

    private static String asking(Actor actor, LoanKind kind) {
        return LoanPermits.denyAsking(actor, kind).map(LoanPermits.Denial::code).orElse("");
    }

    private static String code(LoanAct act, Actor actor, ArchiveLoan loan, LocalDate day) {
        return LoanPermits.deny(act, actor, loan, day)
                .map(LoanPermits.Denial::code)
                .orElse("");
    }

    @Test
    void theTeamsAskForThemselvesAndTheDeskForOutsiders() {
        for (Role role : List.of(Role.TEAM_LEADER, Role.JUDGE, Role.EXECUTOR, Role.JUDGE_ASSISTANT, Role.CLERK)) {
            assertThat(asking(person(role), LoanKind.CONSULT)).isEmpty();
            assertThat(asking(person(role), LoanKind.COPY)).isEmpty();
            assertThat(asking(person(role), LoanKind.INQUIRY)).isEqualTo("loan-not-desk");
        }
        assertThat(asking(DESK, LoanKind.INQUIRY)).isEmpty();
        assertThat(asking(DESK, LoanKind.CONSULT)).isEqualTo("loan-not-team");
        assertThat(asking(person(Role.POLICE), LoanKind.CONSULT)).isEqualTo("loan-not-team");
        assertThat(asking(DIRECTOR, LoanKind.COPY)).isEqualTo("loan-not-team");
    }

    @Test
    void theDirectorDecidesAndWhoAskedTakesBack() {
        ArchiveLoan asked = loan(JUDGE, LoanKind.CONSULT, null);
        assertThat(LoanPermits.allowed(DIRECTOR, asked, DAY)).containsExactly(LoanAct.APPROVE, LoanAct.REFUSE);
        assertThat(LoanPermits.allowed(JUDGE, asked, DAY)).containsExactly(LoanAct.WITHDRAW);
        assertThat(LoanPermits.allowed(DESK, asked, DAY)).isEmpty();
        assertThat(code(LoanAct.APPROVE, person(Role.PRESIDENT), asked, DAY)).isEqualTo("role");
        assertThat(code(LoanAct.WITHDRAW, DIRECTOR, asked, DAY)).isEqualTo("loan-not-asker");
    }

    @Test
    void nobodyDecidesWhatTheyAskedForNorOfTheirOwnCaseInAnothersPlace() {
        Actor both = person(Role.JUDGE, Role.DIRECTOR);
        assertThat(code(LoanAct.APPROVE, both, loan(both, LoanKind.COPY, null), DAY))
                .isEqualTo("loan-own");
        assertThat(code(LoanAct.REFUSE, both, loan(both, LoanKind.COPY, null), DAY))
                .isEqualTo("loan-own");
        Actor handler = standIn(UUID.randomUUID());
        assertThat(code(LoanAct.APPROVE, handler, loan(JUDGE, LoanKind.COPY, handler.personId()), DAY))
                .isEqualTo("stand-in-own-case");
        assertThat(code(LoanAct.APPROVE, handler, loan(JUDGE, LoanKind.COPY, JUDGE.personId()), DAY))
                .isEmpty();
        assertThat(code(LoanAct.APPROVE, handler, loan(handler, LoanKind.COPY, null), DAY))
                .isEqualTo("loan-own");
    }

    @Test
    void whatIsDecidedStaysSo() {
        ArchiveLoan lent = lent(JUDGE, LoanKind.CONSULT);
        ArchiveLoan back = loan(JUDGE, LoanKind.CONSULT, null)
                .ended(LoanStatus.WITHDRAWN, new ArchiveLoan.End(JUDGE.personId(), DAY));
        for (ArchiveLoan over : List.of(lent, back)) {
            assertThat(code(LoanAct.APPROVE, DIRECTOR, over, DAY)).isEqualTo("loan-decided");
            assertThat(code(LoanAct.REFUSE, DIRECTOR, over, DAY)).isEqualTo("loan-decided");
            assertThat(code(LoanAct.WITHDRAW, JUDGE, over, DAY)).isEqualTo("loan-decided");
        }
        assertThat(lent.version()).isEqualTo(2);
    }

    @Test
    void itRunsThroughItsLastDayUnlessItIsGivenBack() {
        ArchiveLoan lent = lent(JUDGE, LoanKind.CONSULT);
        assertThat(lent.opensTo(JUDGE.personId(), LAST)).isTrue();
        assertThat(lent.opensTo(JUDGE.personId(), LAST.plusDays(1))).isFalse();
        assertThat(lent.opensTo(DIRECTOR.personId(), LAST)).isFalse();
        assertThat(lent(DESK, LoanKind.INQUIRY).opensTo(DESK.personId(), DAY)).isFalse();
        assertThat(LoanPermits.allowed(JUDGE, lent, LAST)).containsExactly(LoanAct.RETURN);
        assertThat(LoanPermits.allowed(DESK, lent, LAST)).containsExactly(LoanAct.RETURN);
        assertThat(code(LoanAct.RETURN, person(Role.JUDGE), lent, DAY)).isEqualTo("loan-not-borrower");
        assertThat(code(LoanAct.RETURN, JUDGE, lent, LAST.plusDays(1))).isEqualTo("loan-not-running");
        ArchiveLoan back = lent.ended(LoanStatus.RETURNED, new ArchiveLoan.End(DESK.personId(), DAY));
        assertThat(back.opensTo(JUDGE.personId(), DAY)).isFalse();
        assertThat(back.decision()).isEqualTo(lent.decision());
        assertThat(code(LoanAct.RETURN, JUDGE, back, DAY)).isEqualTo("loan-not-running");
    }

    @Test
    void whatNobodyDecidedInTimeIsNotApprovedAnyMore() {
        ArchiveLoan asked = loan(JUDGE, LoanKind.CONSULT, null);
        assertThat(code(LoanAct.APPROVE, DIRECTOR, asked, LAST)).isEmpty();
        assertThat(code(LoanAct.APPROVE, DIRECTOR, asked, LAST.plusDays(1))).isEqualTo("loan-too-late");
        assertThat(code(LoanAct.REFUSE, DIRECTOR, asked, LAST.plusDays(1))).isEmpty();
        assertThat(code(LoanAct.WITHDRAW, JUDGE, asked, LAST.plusDays(1))).isEmpty();
    }

    @Test
    void leadersTheDeskAndTheAuditorSeeAllOthersTheirOwn() {
        ArchiveLoan asked = loan(JUDGE, LoanKind.CONSULT, null);
        for (Role role : List.of(Role.PRESIDENT, Role.DIRECTOR, Role.ARCHIVE, Role.AUDITOR)) {
            assertThat(LoanPermits.sees(person(role), asked)).isTrue();
        }
        assertThat(LoanPermits.sees(JUDGE, asked)).isTrue();
        assertThat(LoanPermits.sees(person(Role.JUDGE), asked)).isFalse();
        assertThat(LoanPermits.sees(person(Role.TEAM_LEADER), asked)).isFalse();
    }
}
