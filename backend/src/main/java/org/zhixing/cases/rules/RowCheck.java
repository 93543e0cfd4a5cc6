package org.zhixing.cases.rules;

import java.util.List;

/** What became of one row: a case to be, or everything that is wrong with it. */
public sealed interface RowCheck {

    /** @param contacts where the parties are found, by their position */
    record Good(RegisterRow row, List<Contact> contacts) implements RowCheck {
        public Good {
            contacts = List.copyOf(contacts);
        }
    }

    record Bad(List<RowError> errors) implements RowCheck {
        public Bad {
            errors = List.copyOf(errors);
        }
    }
}
