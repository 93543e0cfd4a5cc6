package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhixing.ledger.rules.RunningBalance.Gap;
import org.zhixing.ledger.rules.RunningBalance.Last;

/** Whether a statement goes on where those before it ended, or something between them is missing. */
public final class StatementSeam {
    private StatementSeam() {}

    /**
     * The gap before the statement's first line; empty where it follows, and where nothing is known to follow from.
     *
     * @param before what the account held before it by the lines that the court has, the likeliest first: several where
     *     lines of one moment have no order
     */
    public static Optional<Gap> gap(List<BigDecimal> before, Last opening) {
        BigDecimal held = opening.balance().subtract(opening.change());
        if (before.isEmpty() || before.stream().anyMatch(known -> known.compareTo(held) == 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Gap(opening.row(), opening.line(), before.get(0).add(opening.change()), opening.balance()));
    }
}
