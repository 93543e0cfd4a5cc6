package org.zhixing.notice.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people are told of; the sentence of each takes its parameters in this order. */
public enum Topic {
    /** {@code node} is a node's code, {@code due} a court date, {@code days} are calendar days late. */
    NODE_OVERDUE("node.overdue", "number", "node", "days", "clause", "due", "day"),
    CASE_ASSIGNED("case.assigned", "number", "team"),
    CASES_ASSIGNED("cases.assigned", "count"),
    TRANSFER_ASKED("transfer.asked", "number", "reason"),
    TRANSFER_APPROVED("transfer.approved", "number", "reason"),
    TRANSFER_REFUSED("transfer.refused", "number", "reason"),
    TRANSFER_CARRIED_OUT("transfer.carried-out", "number", "reason"),
    IMPORT_DONE("import.done", "file", "committed", "bad");

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

    public static Optional<Topic> of(String key) {
        return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst();
    }
}
