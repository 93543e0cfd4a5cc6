package org.zhixing.policy.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a court may draft and publish. */
public enum PolicyKind {
    /** The node table and the escalation ladder. */
    NODES,
    TRIAGE,
    /** One year's holidays and adjusted working days. */
    CALENDAR,
    /** The catalogue of volumes and what each way of closing wants of them. */
    DOSSIER,
    /** Who signs what. */
    SIGNING;

    /** Whether it bears on the team of a case or a due date, so that there is something to simulate. */
    public boolean moves() {
        return this != DOSSIER && this != SIGNING;
    }

    /** As it stands in addresses, e.g. {@code nodes}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PolicyKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
