package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The ledger card of a case's account (案款明细账), as it was at a moment and for whom it was made. */
public record AccountCard(Heading heading, CaseAccount account, List<CardLine> lines, String madeBy, Instant madeAt) {

    /** Whose card it is. */
    public record Heading(String court, String caseNumber, String cause, String applicants, String respondents) {}

    public AccountCard {
        lines = List.copyOf(lines);
    }

    public BigDecimal totalIn() {
        return total(1);
    }

    public BigDecimal totalOut() {
        return total(-1).negate();
    }

    private BigDecimal total(int sign) {
        return lines.stream()
                .map(CardLine::amount)
                .filter(amount -> amount.signum() == sign)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
