package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What came into an account and went out of it on a day, and what it held in the evening. */
public record MoneyDay(LocalDate day, BigDecimal in, BigDecimal out, BigDecimal balance) {}
