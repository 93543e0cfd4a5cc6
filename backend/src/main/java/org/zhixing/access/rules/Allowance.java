package org.zhixing.access.rules;

/**
 * How much somebody may still ask: a few requests at once, as a screen sends them, and so many a second in the long run.
 *
 * @param left requests that are left, in parts
 * @param at the millisecond up to which what comes back is counted in
 * @param granted whether the last one was
 */
public record Allowance(double left, long at, boolean granted) {
    private static final double MILLIS = 1000.0;

    /** So many at once, and so many that come back each second; none at all is no limit. */
    public record Limit(int burst, int perSecond) {
        public boolean unlimited() {
            return perSecond <= 0;
        }
    }

    /** Of somebody who has asked nothing for a while. */
    public static Allowance full(Limit limit, long now) {
        return new Allowance(limit.burst(), now, true);
    }

    /** After one more request. What is refused costs nothing: the next one is let in as soon as anybody's. */
    public Allowance after(Limit limit, long now) {
        double back = Math.max(0, now - at) / MILLIS * limit.perSecond();
        double grown = Math.min(limit.burst(), left + back);
        return grown < 1 ? new Allowance(grown, now, false) : new Allowance(grown - 1, now, true);
    }

    /** Whole seconds until the next one is let in. */
    public long secondsToWait(Limit limit) {
        return Math.max(1, (long) Math.ceil((1 - left) / limit.perSecond()));
    }

    /** Whether nothing is missing, so that nobody need remember it. */
    public boolean isFull(Limit limit, long now) {
        return left + Math.max(0, now - at) / MILLIS * limit.perSecond() >= limit.burst();
    }
}
