package org.zhixing.ledger.rules;

import java.util.List;

/** What became of one line: what the bank says, or everything that is wrong with it. */
public sealed interface LineCheck {

    record Good(BankEntry entry) implements LineCheck {}

    record Bad(List<LineFault> faults) implements LineCheck {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
