package org.zhixing.notice.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people are told of; the sentence of each takes its parameters in this order. */
public enum Topic {
    /** {@code node} is a node's code, {@code due} a court date, {@code days} are calendar days late. */
    NODE_OVERDUE("node.overdue", "number", "node", "days", "clause", "due", "day"),
    CASE_ASSIGNED("case.assigned", "number", "team"),
    CASES_ASSIGNED("cases.assigned", "count"),
    CASES_REASSIGNED("cases.reassigned", "count", "by", "reason"),
    TRANSFER_ASKED("transfer.asked", "number", "reason"),
    TRANSFER_APPROVED("transfer.approved", "number", "reason"),
    TRANSFER_REFUSED("transfer.refused", "number", "reason"),
    TRANSFER_CARRIED_OUT("transfer.carried-out", "number", "reason"),
    IMPORT_DONE("import.done", "file", "committed", "bad"),
    POLICY_PUBLISHED("policy.published", "policy", "from", "reason"),
    /** The morning's summary, by channels outside only. */
    DIGEST("digest", "day"),
    /** A channel gave a delivery up. */
    LETTER_DEAD("letter.dead", "channel");

    /** What may leave the house; anything else, such as a reason that somebody typed, is read after signing in. */
    private static final Set<String> PLAIN = Set.of(
            "number",
            "node",
            "days",
            "clause",
            "due",
            "day",
            "team",
            "count",
            "committed",
            "bad",
            "channel",
            "policy",
            "from",
            "to");

    private final String key;
    private final List<String> params;

    Topic(String key, String... params) {
        this.key = key;
        this.params = List.of(params);
    }

    /** The name in events and in the API, e.g. {@code node.overdue}. */
    public String key() {
        return key;
    }

    public List<String> params() {
        return params;
    }

    /** The parameters as a channel outside may carry them: free text is replaced. */
    public static Map<String, String> outside(Map<String, String> params, String instead) {
        Map<String, String> plain = new HashMap<>(params);
        plain.replaceAll((name, value) -> PLAIN.contains(name) ? value : instead);
        return plain;
    }

    public static Optional<Topic> of(String key) {
        return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst();
    }
}
