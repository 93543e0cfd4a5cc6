package org.zhixing.ledger.rules;

import java.util.List;
import java.util.Map;

/**
 * What a look at a court's books found.
 *
 * @param counts how many of each kind there are; kinds of which there are none are left out
 * @param findings the first of each kind
 */
public record BooksReport(
        long accounts, long transactions, long entries, Map<FindingKind, Long> counts, List<Finding> findings) {

    public BooksReport {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
