package org.zhixing.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** Who lends what to whom, and what it is worth. */
class StandInPermitsTest {
    private static final UUID DIRECTOR = new UUID(0, 1);
    private static final UUID JUDGE = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);

    private static Actor director(Set<Role> lent) {
        return new Actor(DIRECTOR, 1, "d", "郑某某", Set.of(Role.DIRECTOR), null, Set.of(), lent);
    }

    private static Person person(UUID id, Role... roles) {
        return new Person(id, 1, "豫0505", "法院", "p", "王某", Team.FAST, Set.of(roles), 0);
    }

    private static String code(Actor absent, Role role, Person to) {
        return StandInPermits.deny(absent, role, to)
                .map(StandInPermits.Denial::code)
                .orElse("");
    }

    @Test
    void aLeaderLendsWhatIsTheirsAndNothingElse() {
        assertThat(code(director(Set.of()), Role.DIRECTOR, person(JUDGE, Role.JUDGE)))
                .isEmpty();
        assertThat(code(director(Set.of()), Role.PRESIDENT, person(JUDGE, Role.JUDGE)))
                .isEqualTo("stand-in-not-yours");
        assertThat(code(director(Set.of(Role.DIRECTOR)), Role.DIRECTOR, person(JUDGE, Role.JUDGE)))
                .isEqualTo("stand-in-not-yours");
        assertThat(code(director(Set.of()), Role.DIRECTOR, person(DIRECTOR, Role.DIRECTOR)))
                .isEqualTo("stand-in-self");
    }

    @Test
    void neverToWhoPaysWatchesOrCarriesOut() {
        for (Role role : new Role[] {Role.FUNDS, Role.AUDITOR, Role.ADMIN, Role.INTEGRATION}) {
            assertThat(StandInPermits.excluded(Role.DIRECTOR, Set.of(role, Role.JUDGE)))
                    .isTrue();
            assertThat(StandInPermits.excluded(Role.PRESIDENT, Set.of(role))).isTrue();
        }
        assertThat(StandInPermits.excluded(Role.PRESIDENT, Set.of(Role.TRIAGE))).isTrue();
        assertThat(StandInPermits.excluded(Role.DIRECTOR, Set.of(Role.TRIAGE))).isFalse();
    }

    @Test
    void itHoldsFromItsFirstDayToItsLastUnlessTakenBack() {
        StandIn lent = lent(DAY, DAY.plusDays(2));
        assertThat(lent.holds(DAY.minusDays(1))).isFalse();
        assertThat(lent.holds(DAY)).isTrue();
        assertThat(lent.holds(DAY.plusDays(2))).isTrue();
        assertThat(lent.holds(DAY.plusDays(3))).isFalse();
    }

    /** Two overlap if and only if they hold on one day. */
    @Test
    void overlappingMeansADayOfBoth() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            LocalDate from = DAY.plusDays(random.nextInt(10));
            LocalDate other = DAY.plusDays(random.nextInt(10));
            StandIn one = lent(from, from.plusDays(random.nextInt(5)));
            StandIn two = lent(other, other.plusDays(random.nextInt(5)));
            boolean both = DAY.datesUntil(DAY.plusDays(20)).anyMatch(day -> one.holds(day) && two.holds(day));
            assertThat(one.overlaps(two)).isEqualTo(both).isEqualTo(two.overlaps(one));
        }
    }

    @Test
    void itIsWorthNothingInACaseOfOnesOwn() {
        Actor judge = new Actor(
                JUDGE, 1, "j", "王某", Set.of(Role.JUDGE, Role.DIRECTOR), Team.FAST, Set.of(), Set.of(Role.DIRECTOR));
        assertThat(Seat.DIRECTOR.isTakenBy(judge, new OfCase(new UUID(0, 9), null, Team.FAST)))
                .isTrue();
        assertThat(Seat.DIRECTOR.isTakenBy(judge, new OfCase(JUDGE, null, Team.FAST)))
                .isFalse();
        assertThat(judge.unlent().roles()).containsExactly(Role.JUDGE);
        assertThat(Arrays.stream(Role.values()).filter(judge::borrows)).containsExactly(Role.DIRECTOR);
    }

    private static StandIn lent(LocalDate from, LocalDate to) {
        return new StandIn(new UUID(0, 5), 1, DIRECTOR, JUDGE, Role.DIRECTOR, from, to, "出差", from, null);
    }
}
