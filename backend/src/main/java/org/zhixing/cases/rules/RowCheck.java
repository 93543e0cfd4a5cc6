package org.zhixing.cases.rules;

import java.util.List;

/** What became of one row: a case to be, or everything that is wrong with it. */
public sealed interface RowCheck {

    record Good(RegisterRow row) implements RowCheck {}

    record Bad(List<RowError> errors) implements RowCheck {
        public Bad {
            errors = List.copyOf(errors);
        }
    }
}
