package org.zhixing.ledger.rules;

import java.util.List;

/** Why something of a statement cannot be taken: a code with its sentence, and the sentence's parameters in order. */
public record Fault(FaultCode code, List<String> params) {

    public Fault {
        params = List.copyOf(params);
    }

    public static Fault of(FaultCode code, String... params) {
        return new Fault(code, List.of(params));
    }
}
