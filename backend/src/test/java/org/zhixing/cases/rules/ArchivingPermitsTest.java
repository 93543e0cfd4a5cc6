package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/** Who takes a case into the archive, and when: the archive desk alone, once it is closed, and once. */
class ArchivingPermitsTest {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final Actor DESK = person(Role.ARCHIVE);
    private static final EnforcementCase OPEN = new EnforcementCase(
            UUID.randomUUID(),
            1,
            new RegisterRow(
                    CaseNumber.parse("(2022)豫0505执123号"),
                    CaseKind.FIRST,
                    LocalDate.of(2022, 10, 10),
                    "民间借贷纠纷",
                    new BigDecimal("100.00"),
                    Matter.MONEY,
                    List.of(),
                    false,
                    false,
                    false,
                    false,
                    null,
                    null,
                    null),
            Team.FAST,
            UUID.randomUUID(),
            UUID.randomUUID(),
            CaseStatus.OPEN,
            null,
            null,
            null,
            1);
    private static final EnforcementCase CLOSED =
            OPEN.closed(new EnforcementCase.Closure(ClosureManner.WITHDRAWN, DAY, null));
    private static final EnforcementCase ARCHIVED =
            CLOSED.archived(new EnforcementCase.Archiving(DAY, DESK.personId()));

    private static Actor person(Role... roles) {
        return new Actor(UUID.randomUUID(), 1, "x", "x", Set.of(roles), null, Set.of());
    }

    private static CasePermits.Situation of(EnforcementCase subject) {
        return new CasePermits.Situation(subject, null, Team.FAST, DAY, "一(一)", DAY);
    }

    private static Optional<CasePermits.Denial> deny(Actor actor, EnforcementCase subject) {
        return CasePermits.deny(CaseAct.ARCHIVE, actor, of(subject));
    }

    @Test
    void theDeskTakesInAClosedCaseOnce() {
        assertThat(deny(DESK, CLOSED)).isEmpty();
        assertThat(deny(DESK, OPEN))
                .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo("case-not-closed"));
        assertThat(deny(DESK, ARCHIVED)).hasValueSatisfying(no -> {
            assertThat(no.code()).isEqualTo("archived-already");
            assertThat(no.clause()).isEqualTo("二(五)2");
            assertThat(no.kind()).isEqualTo(CasePermits.Kind.RULE);
            assertThat(no.facts()).containsExactly("(2022)豫0505执123号", "2022-11-01");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ARCHIVE", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseMayWhateverTheCaseIs(Role role) {
        for (EnforcementCase subject : List.of(OPEN, CLOSED, ARCHIVED)) {
            assertThat(deny(person(role), subject)).hasValueSatisfying(no -> {
                assertThat(no.code()).isEqualTo("role");
                assertThat(no.kind()).isEqualTo(CasePermits.Kind.PERSON);
            });
        }
    }

    @Test
    void nothingElseIsDoneToACaseInTheArchive() {
        Actor everybody = new Actor(
                UUID.randomUUID(), 1, "x", "x", Set.copyOf(Arrays.asList(Role.values())), Team.FAST, Set.of());
        assertThat(CasePermits.allowed(everybody, of(ARCHIVED))).isEmpty();
        assertThat(CasePermits.allowed(everybody, of(CLOSED))).containsExactly(CaseAct.ARCHIVE);
        assertThat(ARCHIVED.closure()).isEqualTo(CLOSED.closure());
        assertThat(ARCHIVED.nextDueOn()).isEqualTo(CLOSED.nextDueOn());
    }
}
