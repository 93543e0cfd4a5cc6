package org.zhixing.cases.rules;

import java.util.List;

/**
 * Why a value cannot be taken: a code whose sentence is in the catalogue {@code messages/register}, and the sentence's
 * parameters in order.
 */
public record Reason(ReasonCode code, List<String> params) {

    public Reason {
        params = List.copyOf(params);
    }

    public static Reason of(ReasonCode code, String... params) {
        return new Reason(code, List.of(params));
    }
}
