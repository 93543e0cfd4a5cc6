package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;

/**
 * An application to pay money of a case out, before it is taken down.
 *
 * @param free what has come in for the case and is neither paid nor applied for
 * @param stayed whether the case is stayed or suspended today
 */
public record DisbursementApplication(
        Actor actor, Disbursement.Case ofCase, List<Line> lines, BigDecimal free, boolean stayed) {
    static final String PAYEES = "法发〔2017〕6号第12条";
    /** More payees than any case has; a batch stays readable. */
    public static final int MOST_LINES = 200;

    /** Who gets how much. */
    public record Line(Payee payee, BigDecimal amount) {}

    interface Policy {
        Optional<Denial> against(DisbursementApplication asked);
    }

    /** The case's executor applies. */
    static final Policy CASES_EXECUTOR =
            asked -> asked.actor.has(Role.EXECUTOR) && asked.actor.personId().equals(asked.ofCase.executorId())
                    ? Optional.empty()
                    : Optional.of(Denial.person(
                            "disbursement-not-executor", DisbursementPermits.OFFICES, asked.ofCase.number()));

    static final Policy NOT_STAYED = asked -> asked.stayed
            ? Optional.of(Denial.rule("disbursement-stayed", DisbursementPermits.STAY, asked.ofCase.number()))
            : Optional.empty();

    /** Each payee once, of this case, active, and its account confirmed. */
    static final Policy PAYEES_STAND = asked -> {
        Set<UUID> once = new HashSet<>();
        return asked.lines.stream()
                .map(Line::payee)
                .flatMap(payee -> once.add(payee.id())
                        ? stands(payee).stream()
                        : Optional.of(Denial.rule("payee-repeated", PAYEES, payee.name())).stream())
                .findFirst();
    };

    /** Not more than is free. */
    static final Policy WITHIN_FREE_MONEY = asked -> asked.amount().compareTo(asked.free) <= 0
            ? Optional.empty()
            : Optional.of(Denial.rule(
                    "disbursement-over-free",
                    DisbursementPermits.FUNDS,
                    asked.amount().toPlainString(),
                    asked.free.setScale(2).toPlainString()));

    private static final List<Policy> POLICIES = List.of(CASES_EXECUTOR, NOT_STAYED, PAYEES_STAND, WITHIN_FREE_MONEY);

    public BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Why it is refused; empty if nothing stands against it. */
    public Optional<Denial> denied() {
        return POLICIES.stream()
                .flatMap(policy -> policy.against(this).stream())
                .findFirst();
    }

    static Optional<Denial> stands(Payee payee) {
        if (!payee.active()) {
            return Optional.of(Denial.rule("payee-not-active", PAYEES, payee.name()));
        }
        return payee.confirmed()
                ? Optional.empty()
                : Optional.of(Denial.rule("payee-unconfirmed", PAYEES, payee.name()));
    }
}
