package org.zhixing.ledger;

import org.zhixing.ledger.rules.Denial;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/** A rule's no as the API says it: 403 to the wrong person, 409 for what was done already, else 422. */
public final class Denied {
    private Denied() {}

    public static Refusal of(Denial denial) {
        Object[] facts = denial.facts().stream()
                .map(fact -> fact instanceof Denial.Word word ? new Messages.Term(word.key()) : fact)
                .toArray();
        return switch (denial.kind()) {
            case PERSON -> Refusal.forbidden(denial.code(), denial.clause(), facts);
            case DONE_ALREADY -> Refusal.conflict(denial.code(), facts).under(denial.clause());
            case RULE -> Refusal.rule(denial.code(), denial.clause(), facts);
        };
    }
}
