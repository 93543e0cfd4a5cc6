package org.zhixing.ledger;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhixing.ledger.rules.AccountKind;

/** The accounts that a court has one of each: bank, suspense, fees, and what is on its way out. */
public record CourtAccounts(Map<AccountKind, UUID> ids) {
    public UUID bank() {
        return id(AccountKind.BANK);
    }

    public UUID suspense() {
        return id(AccountKind.SUSPENSE);
    }

    public UUID fee() {
        return id(AccountKind.FEE);
    }

    public UUID paying() {
        return id(AccountKind.PAYING);
    }

    private UUID id(AccountKind kind) {
        return Objects.requireNonNull(ids.get(kind), () -> "No account " + kind);
    }
}
