package org.zhixing.ledger.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;

/** Who writes down whom money may go to, and who confirms it: two people, always (domain.md §4). */
public final class PayeePermits {
    private static final String CLAUSE = "法发〔2017〕6号第12条";

    private PayeePermits() {}

    public static List<PayeeAct> allowed(Actor actor, Payee payee, boolean handles) {
        return Arrays.stream(PayeeAct.values())
                .filter(act -> deny(act, actor, payee, handles).isEmpty())
                .toList();
    }

    /** The case's handlers and the funds desk write payees down. */
    public static Optional<Denial> denyWriting(Actor actor, boolean handles) {
        return handles || actor.has(Role.FUNDS)
                ? Optional.empty()
                : Optional.of(Denial.person("payee-not-yours", CLAUSE));
    }

    public static Optional<Denial> deny(PayeeAct act, Actor actor, Payee payee, boolean handles) {
        Optional<Denial> office = denyWriting(actor, handles);
        if (office.isPresent()) {
            return office;
        }
        if (!payee.active()) {
            return Optional.of(Denial.done("payee-inactive", CLAUSE, payee.name()));
        }
        if (act == PayeeAct.DEACTIVATE) {
            return Optional.empty();
        }
        if (payee.confirmed()) {
            return Optional.of(Denial.done("payee-confirmed", CLAUSE, payee.name()));
        }
        return payee.writtenBy().equals(actor.personId())
                ? Optional.of(Denial.person("payee-own", CLAUSE, payee.name()))
                : Optional.empty();
    }
}
