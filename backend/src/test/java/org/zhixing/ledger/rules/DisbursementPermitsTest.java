package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

class DisbursementPermitsTest {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final UUID JUDGE = new UUID(0, 1);
    private static final UUID EXECUTOR = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final UUID FOURTH = new UUID(0, 4);
    private static final Disbursement.Case CASE = new Disbursement.Case(
            new UUID(0, 10), "(2022)豫0505执1号", Team.FAST, JUDGE, EXECUTOR, List.of("王某"), List.of("李某某"));

    private static Actor actor(UUID id, Role... roles) {
        return new Actor(id, 1, "x", "某", Set.of(roles), null, Set.of());
    }

    private static Payee payee(int id, boolean active, boolean confirmed) {
        return new Payee(
                new UUID(1, id),
                1,
                CASE.id(),
                PayeeKind.APPLICANT,
                null,
                "王某",
                "工行",
                "6222020200001230",
                EXECUTOR,
                DAY,
                confirmed ? JUDGE : null,
                confirmed ? DAY : null,
                active,
                1);
    }

    private static Disbursement disbursement(
            DisbursementStatus status, String amount, boolean payeeActive, Disbursement.Taken... steps) {
        Payment payment = new Payment(
                new UUID(2, 1),
                new UUID(3, 1),
                CASE.id(),
                "ZF2022-000001",
                payee(1, payeeActive, true),
                new BigDecimal(amount),
                PaymentStatus.APPLIED,
                null,
                null,
                null,
                null,
                1);
        return new Disbursement(
                new UUID(3, 1),
                1,
                "案款发〔2022〕1号",
                CASE,
                new BigDecimal(amount),
                "发放",
                status,
                new BigDecimal("500000.00"),
                1,
                EXECUTOR,
                DAY,
                List.of(steps),
                List.of(payment),
                1);
    }

    private static Disbursement.Taken taken(DisbursementStep step, UUID by) {
        return new Disbursement.Taken(step, by, DAY, false, null);
    }

    private static String deny(DisbursementAct act, Actor actor, Disbursement d, boolean stayed) {
        return DisbursementPermits.deny(new DisbursementPermits.Question(act, actor, d, stayed))
                .map(denial -> denial.code() + " " + denial.clause() + " " + denial.facts())
                .orElse("");
    }

    @Test
    void eachStepIsItsOfficesAndInOrder() {
        Disbursement applied =
                disbursement(DisbursementStatus.APPLIED, "100.00", true, taken(DisbursementStep.APPLY, EXECUTOR));
        assertThat(deny(DisbursementAct.APPROVE, actor(JUDGE, Role.JUDGE), applied, false))
                .isEmpty();
        assertThat(deny(DisbursementAct.APPROVE, actor(OTHER, Role.JUDGE), applied, false))
                .isEqualTo("disbursement-office 一(五)、二(二) [Word[key=step.JUDGE]]");
        assertThat(deny(DisbursementAct.APPROVE, actor(OTHER, Role.DIRECTOR), applied, false))
                .startsWith("disbursement-office");
        assertThat(deny(DisbursementAct.ORDER, actor(OTHER, Role.FUNDS), applied, false))
                .startsWith("disbursement-not-awaiting");
        Disbursement approved = disbursement(DisbursementStatus.APPROVED, "100.00", true);
        assertThat(deny(DisbursementAct.ORDER, actor(OTHER, Role.FUNDS), approved, false))
                .isEmpty();
        assertThat(deny(DisbursementAct.APPROVE, actor(OTHER, Role.DIRECTOR), approved, false))
                .startsWith("disbursement-not-awaiting");
        assertThat(deny(DisbursementAct.REFUSE, actor(OTHER, Role.FUNDS), approved, true))
                .isEmpty();
        assertThat(DisbursementPermits.allowed(actor(EXECUTOR, Role.EXECUTOR), approved, false))
                .containsExactly(DisbursementAct.WITHDRAW);
    }

    @Test
    void nobodyTakesTwoStepsWhateverOfficesTheyHold() {
        Disbursement d = disbursement(
                DisbursementStatus.JUDGE_APPROVED,
                "100.00",
                true,
                taken(DisbursementStep.APPLY, EXECUTOR),
                taken(DisbursementStep.JUDGE, JUDGE));
        assertThat(deny(DisbursementAct.APPROVE, actor(JUDGE, Role.JUDGE, Role.DIRECTOR), d, false))
                .isEqualTo("disbursement-twice 一(五)、二(二) [案款发〔2022〕1号, Word[key=step.JUDGE]]");
        assertThat(deny(DisbursementAct.APPROVE, actor(OTHER, Role.DIRECTOR), d, false))
                .isEmpty();
    }

    @Test
    void theSumThatNeedsThePresidentIsAboveTheThresholdAndNotAtIt() {
        assertThat(disbursement(DisbursementStatus.APPLIED, "500000.00", true).needsPresident())
                .isFalse();
        assertThat(disbursement(DisbursementStatus.APPLIED, "500000.01", true).needsPresident())
                .isTrue();
        assertThat(DisbursementStatus.JUDGE_APPROVED.approved(false)).isEqualTo(DisbursementStatus.APPROVED);
        assertThat(DisbursementStatus.JUDGE_APPROVED.approved(true)).isEqualTo(DisbursementStatus.DIRECTOR_APPROVED);
    }

    @Test
    void aStayedCaseAndAPayeeWhoMayNotBePaidStandAgainstIt() {
        Disbursement d = disbursement(DisbursementStatus.APPLIED, "100.00", true);
        assertThat(deny(DisbursementAct.APPROVE, actor(JUDGE, Role.JUDGE), d, true))
                .startsWith("disbursement-stayed 法发〔2017〕6号第10条");
        assertThat(deny(DisbursementAct.WITHDRAW, actor(EXECUTOR, Role.EXECUTOR), d, true))
                .isEmpty();
        Disbursement gone = disbursement(DisbursementStatus.APPROVED, "100.00", false);
        assertThat(deny(DisbursementAct.ORDER, actor(OTHER, Role.FUNDS), gone, false))
                .startsWith("payee-not-active");
        assertThat(deny(DisbursementAct.REFUSE, actor(OTHER, Role.FUNDS), gone, false))
                .isEmpty();
    }

    @Test
    void anApplicationIsTheCasesExecutorsToConfirmedPayeesAndWithinFreeMoney() {
        Actor executor = actor(EXECUTOR, Role.EXECUTOR);
        assertThat(applied(executor, "100.00", false, payee(1, true, true))).isEmpty();
        assertThat(applied(actor(OTHER, Role.EXECUTOR), "100.00", false, payee(1, true, true)))
                .isEqualTo("disbursement-not-executor");
        assertThat(applied(actor(EXECUTOR, Role.JUDGE), "100.00", false, payee(1, true, true)))
                .isEqualTo("disbursement-not-executor");
        assertThat(applied(executor, "100.00", true, payee(1, true, true))).isEqualTo("disbursement-stayed");
        assertThat(applied(executor, "100.00", false, payee(1, true, false))).isEqualTo("payee-unconfirmed");
        assertThat(applied(executor, "100.00", false, payee(1, false, true))).isEqualTo("payee-not-active");
        assertThat(applied(executor, "199.99", false, payee(1, true, true), payee(2, true, true)))
                .isEqualTo("disbursement-over-free");
        assertThat(applied(executor, "200.00", false, payee(1, true, true), payee(1, true, true)))
                .isEqualTo("payee-repeated");
    }

    /** Each payee gets 100.00. */
    private static String applied(Actor actor, String free, boolean stayed, Payee... payees) {
        List<DisbursementApplication.Line> lines = new ArrayList<>();
        for (Payee payee : payees) {
            lines.add(new DisbursementApplication.Line(payee, new BigDecimal("100.00")));
        }
        return new DisbursementApplication(actor, CASE, lines, new BigDecimal(free), stayed)
                .denied()
                .map(Denial::code)
                .orElse("");
    }

    /** Whoever clicks what, with whatever roles: every disbursement that is ordered had a person of its own a step. */
    @Test
    void whateverPeopleTryEveryOrderedOneHasADifferentPersonForEachStep() {
        Random random = new Random(6);
        List<UUID> people = List.of(JUDGE, EXECUTOR, OTHER, FOURTH, new UUID(0, 5));
        int ordered = 0;
        for (int round = 0; round < 3_000; round++) {
            String amount = random.nextBoolean() ? "100.00" : "600000.00";
            List<Disbursement.Taken> steps = new ArrayList<>(List.of(taken(DisbursementStep.APPLY, EXECUTOR)));
            DisbursementStatus status = DisbursementStatus.APPLIED;
            for (int click = 0; click < 60 && status.awaits().isPresent(); click++) {
                UUID who = people.get(random.nextInt(people.size()));
                Role[] roles = EnumSet.allOf(Role.class).stream()
                        .filter(role -> random.nextInt(3) > 0)
                        .toArray(Role[]::new);
                DisbursementAct act = random.nextBoolean() ? DisbursementAct.APPROVE : DisbursementAct.ORDER;
                Disbursement d = disbursement(status, amount, true, steps.toArray(Disbursement.Taken[]::new));
                if (DisbursementPermits.deny(new DisbursementPermits.Question(act, actor(who, roles), d, false))
                        .isPresent()) {
                    continue;
                }
                steps.add(taken(status.awaits().orElseThrow(), who));
                status =
                        act == DisbursementAct.ORDER ? DisbursementStatus.ORDERED : status.approved(d.needsPresident());
            }
            if (status == DisbursementStatus.ORDERED) {
                ordered++;
                assertThat(steps.stream().map(Disbursement.Taken::personId)).doesNotHaveDuplicates();
                assertThat(steps.stream().map(Disbursement.Taken::step))
                        .containsExactlyElementsOf(
                                amount.equals("100.00")
                                        ? List.of(
                                                DisbursementStep.APPLY,
                                                DisbursementStep.JUDGE,
                                                DisbursementStep.DIRECTOR,
                                                DisbursementStep.PAY)
                                        : List.of(DisbursementStep.values()));
            }
        }
        assertThat(ordered).isGreaterThan(500);
    }
}
