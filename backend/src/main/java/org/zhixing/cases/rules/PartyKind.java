package org.zhixing.cases.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a party is. Only an enterprise makes a case 涉企 (clause 一(一)3); a village committee, say, does not. */
public enum PartyKind {
    NATURAL_PERSON("自然人", "个人"),
    ENTERPRISE("企业", "企业法人"),
    ORGANISATION("其他组织", "非法人组织");

    private final String label;
    private final Set<String> labels;

    PartyKind(String label, String other) {
        this.label = label;
        this.labels = Set.of(label, other);
    }

    public String label() {
        return label;
    }

    public static Optional<PartyKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.labels.contains(label))
                .findFirst();
    }
}
