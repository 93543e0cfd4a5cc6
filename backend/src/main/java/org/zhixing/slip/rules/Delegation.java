package org.zhixing.slip.rules;

import org.jspecify.annotations.Nullable;

/**
 * The letters between two courts by which a delegation begins and ends (clause 一(四)5).
 *
 * @param letter the one that asks: null until ours is sent
 * @param reply the one that answers it; null while it is awaited
 */
public record Delegation(
        String otherCourt,
        @Nullable Letter letter,
        @Nullable Letter reply) {

    public Delegation sent(Letter by) {
        return new Delegation(otherCourt, by, reply);
    }

    public Delegation replied(@Nullable Letter by) {
        return new Delegation(otherCourt, letter, by);
    }
}
