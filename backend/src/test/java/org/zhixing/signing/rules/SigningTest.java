package org.zhixing.signing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/** Who signs, in whose turn, by which login (domain 4). */
class SigningTest {
    private static final Instant NOW = Instant.parse("2022-11-01T01:00:00Z");
    private static final StepUp FRESH = new StepUp(Duration.ofMinutes(5));
    private static final Actor JUDGE = person(Role.JUDGE);
    private static final Actor OTHER_JUDGE = person(Role.JUDGE);
    private static final Actor EXECUTOR = person(Role.EXECUTOR);
    private static final Actor CLERK = person(Role.CLERK);
    private static final Actor DIRECTOR = person(Role.DIRECTOR);
    private static final OfCase OF = new OfCase(JUDGE.personId(), EXECUTOR.personId(), Team.FAST);

    private static Actor person(Role role) {
        return new Actor(UUID.randomUUID(), 1, role.roleName(), role.roleName(), Set.of(role), Team.FAST, Set.of());
    }

    private static SigningRule rule(boolean inOrder, boolean stepUp, Seat... seats) {
        return new SigningRule(
                "X",
                "一(五)",
                List.of(seats).stream()
                        .map(s -> new SigningRule.SeatLine(s, s == Seat.PRESIDENT))
                        .toList(),
                inOrder,
                stepUp,
                List.of(new SigningRule.Requirement(SigningRule.Fact.NOTICE_SERVED, "法释〔2017〕7号第1条")));
    }

    private static Signing signing(SigningRule rule, Signature... given) {
        return new Signing(rule, OF, false, List.of(given), Set.of());
    }

    private static Signature by(Actor actor, Seat seat) {
        return new Signature(
                seat, actor.personId(), actor.name(), "0".repeat(64), NOW, new Signature.Login(NOW, null, null));
    }

    private static String code(Signing signing, Actor actor) {
        return signing.deny(actor).map(Signing.Denial::code).orElse("");
    }

    @Test
    void theRoleAloneDoesNotDoItIsTheHandlerOfThatCase() {
        Signing one = signing(rule(true, false, Seat.CASE_JUDGE));
        assertThat(code(one, JUDGE)).isEmpty();
        assertThat(code(one, OTHER_JUDGE)).isEqualTo("signing-not-yours");
        assertThat(code(one, EXECUTOR)).isEqualTo("signing-not-yours");
        assertThat(one.deny(OTHER_JUDGE).orElseThrow().clause()).isEqualTo("一(五)");
        Signing moved = new Signing(
                one.rule(), new OfCase(OTHER_JUDGE.personId(), null, Team.FAST), false, List.of(), Set.of());
        assertThat(code(moved, OTHER_JUDGE)).isEmpty();
        assertThat(code(moved, JUDGE)).isEqualTo("signing-not-yours");
    }

    @Test
    void theSecondWaitsForTheFirst() {
        SigningRule rule = rule(true, false, Seat.CASE_JUDGE, Seat.DIRECTOR);
        assertThat(code(signing(rule), DIRECTOR)).isEqualTo("signing-order");
        assertThat(code(signing(rule, by(JUDGE, Seat.CASE_JUDGE)), DIRECTOR)).isEmpty();
        assertThat(code(signing(rule, by(JUDGE, Seat.CASE_JUDGE)), JUDGE)).isEqualTo("signing-yours-given");
        assertThat(code(signing(rule, by(JUDGE, Seat.CASE_JUDGE), by(DIRECTOR, Seat.DIRECTOR)), DIRECTOR))
                .isEqualTo("signing-complete");
    }

    /** Judge, executor and clerk in any order; nobody's second signature counts, and only the third ends it. */
    @Test
    void minutesAreSignedInAnyOrder() {
        SigningRule rule = rule(false, false, Seat.CASE_JUDGE, Seat.CASE_EXECUTOR, Seat.CASE_CLERK);
        for (long seed = 0; seed < 50; seed++) {
            List<Actor> order = new ArrayList<>(List.of(JUDGE, EXECUTOR, CLERK));
            Collections.shuffle(order, new Random(seed));
            Signing signing = signing(rule);
            for (Actor actor : order) {
                assertThat(signing.complete()).isFalse();
                assertThat(code(signing, actor)).as("seed %d", seed).isEmpty();
                signing = signing.with(by(actor, signing.seatOf(actor).orElseThrow()));
                assertThat(signing.seatOf(actor)).isEmpty();
                assertThat(code(signing, actor)).isIn("signing-yours-given", "signing-complete");
            }
            assertThat(signing.complete()).isTrue();
        }
    }

    /** Somebody who is director and the case's judge signs once, and another director the other time. */
    @Test
    void noOnePersonTakesTwoSteps() {
        Actor both = new Actor(JUDGE.personId(), 1, "b", "b", Set.of(Role.JUDGE, Role.DIRECTOR), Team.FAST, Set.of());
        SigningRule rule = rule(true, false, Seat.CASE_JUDGE, Seat.DIRECTOR);
        assertThat(code(signing(rule, by(both, Seat.CASE_JUDGE)), both)).isEqualTo("signing-yours-given");
    }

    @Test
    void thePresidentSignsLargePaymentsAlone() {
        SigningRule rule = rule(true, false, Seat.DIRECTOR, Seat.PRESIDENT);
        assertThat(signing(rule, by(DIRECTOR, Seat.DIRECTOR)).complete()).isTrue();
        assertThat(new Signing(rule, OF, true, List.of(by(DIRECTOR, Seat.DIRECTOR)), Set.of()).turn())
                .containsExactly(Seat.PRESIDENT);
    }

    @Test
    void whatIsRequiredIsAskedOfTheSignerUnderItsOwnClause() {
        Signing unmet = new Signing(
                rule(true, false, Seat.CASE_JUDGE), OF, false, List.of(), Set.of(SigningRule.Fact.NOTICE_SERVED));
        Signing.Denial denial = unmet.deny(JUDGE).orElseThrow();
        assertThat(denial.code()).isEqualTo("signing-requires-notice-served");
        assertThat(denial.clause()).isEqualTo("法释〔2017〕7号第1条");
    }

    @Test
    void aLoginMayBeFiveMinutesOldToTheSecond() {
        Signing signing = signing(rule(true, true, Seat.CASE_JUDGE));
        assertThat(signing.deny(login(300), FRESH, NOW)).isEmpty();
        assertThat(signing.deny(login(301), FRESH, NOW).orElseThrow().kind()).isEqualTo(Signing.Kind.STEP_UP);
        assertThat(signing.deny(new Signature.Login(null, null, null), FRESH, NOW))
                .isPresent();
        assertThat(signing(rule(true, false, Seat.CASE_JUDGE)).deny(login(9000), FRESH, NOW))
                .isEmpty();
    }

    @Test
    void aCourtsSettingMakesTheLoginYoungerNeverOlder() {
        StepUpLimit limit = new StepUpLimit(5);
        assertThat(limit.with(Optional.empty())).isEqualTo(FRESH);
        assertThat(limit.with(Optional.of(Duration.ofSeconds(30)))).isEqualTo(new StepUp(Duration.ofSeconds(30)));
        assertThat(limit.with(Optional.of(Duration.ofHours(1)))).isEqualTo(FRESH);
    }

    private static Signature.Login login(long secondsOld) {
        return new Signature.Login(NOW.minusSeconds(secondsOld), "s", "1");
    }

    @Test
    void aRuleWithoutSeatsOrWithOneTwiceIsNone() {
        assertThatThrownBy(() -> rule(true, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule(true, false, Seat.FUNDS, Seat.FUNDS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
