package org.zhixing.audit.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhixing.audit.rules.TrailFinding.Kind;

/** Sets blocks beside each other and beside the rows that are there. */
public final class TrailCheck {
    /** Longer than any act's transaction and any pause of the sealer that nobody noticed. */
    private static final Duration LATE = Duration.ofHours(1);

    private TrailCheck() {}

    /**
     * Blocks in the order of their numbers, as many as are there.
     *
     * @param before the block before the first one asked for
     * @param last the last number that must be there
     */
    public static List<TrailFinding> blocks(Seal.Head before, List<Seal> blocks, long last, SealKeys keys) {
        List<TrailFinding> found = new ArrayList<>();
        long number = before.number();
        String hash = before.hash();
        for (Seal block : blocks) {
            gap(found, number + 1, block.number());
            if (!block.holds(keys)) {
                found.add(TrailFinding.of(Kind.SEAL_CHANGED, block.number()));
            }
            if (block.number() == number + 1 && !block.previous().equals(hash)) {
                found.add(TrailFinding.of(Kind.SEAL_UNLINKED, block.number()));
            }
            number = block.number();
            hash = block.hash();
        }
        gap(found, number + 1, last + 1);
        return found;
    }

    private static void gap(List<TrailFinding> found, long from, long to) {
        for (long missing = from; missing < to; missing++) {
            found.add(TrailFinding.of(Kind.SEAL_REMOVED, missing));
        }
    }

    /** What the blocks say of their rows, beside the rows that are there. */
    public static List<TrailFinding> rows(List<Seal> blocks, Map<Long, AuditRow> there) {
        List<TrailFinding> found = new ArrayList<>();
        for (Seal block : blocks) {
            for (Leaf leaf : block.lines()) {
                AuditRow row = there.get(leaf.seq());
                if (row == null) {
                    found.add(TrailFinding.of(Kind.ROW_REMOVED, block.number(), leaf));
                } else if (!Leaf.of(row).hash().equals(leaf.hash()) || !row.holds()) {
                    found.add(TrailFinding.of(Kind.ROW_CHANGED, block.number(), leaf));
                } else if (row.hash() == null && leaf.at().plus(LATE).isBefore(block.sealedAt())) {
                    found.add(TrailFinding.of(Kind.ROW_BACKDATED, block.number(), leaf));
                }
            }
        }
        return found;
    }
}
