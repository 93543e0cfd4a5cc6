package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is kept of a month when it is closed: its days, and what each kind of account held by value at its end. */
public record MonthBooks(LocalDate month, List<Reconciliation.Day> days, Map<AccountKind, BigDecimal> balances) {
    public MonthBooks {
        days = List.copyOf(days);
        balances = Map.copyOf(balances);
    }
}
