package org.zhixing.audit.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a check.
 *
 * @param first the range asked for, as block numbers; {@code last} below {@code first} where no block is in it
 * @param through the last block of this step
 * @param unsigned blocks that nobody signed
 * @param head the hash of the last block of this step
 * @param next the block to go on with; null at the end
 */
public record TrailReport(
        long first,
        long last,
        long through,
        int blocks,
        long rows,
        long unsigned,
        @Nullable String head,
        @Nullable Long next,
        List<TrailFinding> findings) {}
