package io.goodput.logs.timeline;

import org.jspecify.annotations.Nullable;

/**
 * By how much one clock is ahead of another, told from who asked whom. With an attempt from a0 to a1 on the one clock,
 * and what it caused from c0 to c1 on the other, the difference lies between c1 − a1 and c0 − a0: the four instants of
 * an exchange of NTP, whose offset is the middle of the two (RFC 5905, section 8). Many exchanges narrow it.
 */
final class SkewBounds {
    private static final long UNBOUNDED = Long.MAX_VALUE;

    /** From beginnings: a cause comes before what it causes. */
    private long mostByBegin = UNBOUNDED;

    private long leastByBegin = -UNBOUNDED;

    /** From ends: an answer leaves before it arrives. */
    private long mostByEnd = UNBOUNDED;

    private long leastByEnd = -UNBOUNDED;

    /** The other was asked by the one: it began so much later, each on its own clock. */
    void otherBegan(long later) {
        mostByBegin = Math.min(mostByBegin, later);
    }

    /** The other had answered the one when the one's attempt ended: it ended so much later. */
    void otherEnded(long later) {
        leastByEnd = Math.max(leastByEnd, later);
    }

    /** The same the other way round: the one was asked by the other. */
    void oneBegan(long later) {
        leastByBegin = Math.max(leastByBegin, -later);
    }

    /** The one had answered the other. */
    void oneEnded(long later) {
        mostByEnd = Math.min(mostByEnd, -later);
    }

    /** Whether some difference explains all of it. */
    boolean agree() {
        return Math.max(leastByBegin, leastByEnd) <= Math.min(mostByBegin, mostByEnd);
    }

    /**
     * What is sure; where ends contradict beginnings, as of work that goes on after its answer, by beginnings alone.
     */
    @Nullable Long least() {
        long least = agree() ? Math.max(leastByBegin, leastByEnd) : leastByBegin;
        return least == -UNBOUNDED ? null : (Long) least;
    }

    @Nullable Long most() {
        long most = agree() ? Math.min(mostByBegin, mostByEnd) : mostByBegin;
        return most == UNBOUNDED ? null : (Long) most;
    }

    /** 0 where that can be; else the middle of the bounds, or the one that there is. */
    long ahead() {
        Long least = least();
        Long most = most();
        if ((least == null || least <= 0) && (most == null || most >= 0)) {
            return 0;
        }
        if (least != null && most != null) {
            return least > most ? 0 : least + (most - least) / 2;
        }
        return least == null ? most == null ? 0 : most : least;
    }

    /** The same seen from the other side. */
    SkewBounds reversed() {
        var reversed = new SkewBounds();
        reversed.mostByBegin = -leastByBegin;
        reversed.leastByBegin = -mostByBegin;
        reversed.mostByEnd = -leastByEnd;
        reversed.leastByEnd = -mostByEnd;
        return reversed;
    }
}
