package org.zhixing.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What every account of a court must hold by what its people were told: books on paper, which know nothing of the database. */
final class Paper {
    static final String BANK = "BANK";
    static final String SUSPENSE = "SUSPENSE";
    static final String FEE = "FEE";
    static final String PAYING = "PAYING";

    private final Map<String, BigDecimal> held = new HashMap<>();
    /** In the statement, whether or not the ledger has it. */
    private BigDecimal lines = BigDecimal.ZERO;

    /** From an account to another; the bank gains what comes from it and loses what goes to it. */
    void move(String from, String to, BigDecimal amount) {
        held.merge(from, from.equals(BANK) ? amount : amount.negate(), BigDecimal::add);
        held.merge(to, to.equals(BANK) ? amount.negate() : amount, BigDecimal::add);
    }

    void line(BigDecimal signed) {
        lines = lines.add(signed);
    }

    BigDecimal of(String account) {
        return held.getOrDefault(account, BigDecimal.ZERO);
    }

    /** The statement's less the ledger's. */
    BigDecimal difference() {
        return lines.subtract(of(BANK));
    }

    Map<String, BigDecimal> held() {
        Map<String, BigDecimal> all = new HashMap<>();
        held.forEach((account, balance) -> {
            if (balance.signum() != 0) {
                all.put(account, balance.setScale(2, RoundingMode.UNNECESSARY));
            }
        });
        return all;
    }
}
