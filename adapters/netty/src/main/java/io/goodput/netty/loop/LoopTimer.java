package io.goodput.netty.loop;

/**
 * Something that may fall due on a loop. It is its own place among the {@link LoopTimers}, so to set it allocates
 * nothing: most timers of a call are taken back long before they are due.
 */
public abstract class LoopTimer {
    static final int NOWHERE = -1;

    long at = Long.MAX_VALUE;

    /** Tells apart what is due at the same instant: who was set first is first. */
    long number;

    int index = NOWHERE;

    /** Not set. */
    protected LoopTimer() {}

    /** It is due, and no longer set. */
    protected abstract void fired(long now);

    /** Whether it is set. */
    public final boolean isSet() {
        return index != NOWHERE;
    }

    /** When it is due; {@link Long#MAX_VALUE} if it is not set. */
    public final long at() {
        return at;
    }

    final boolean isBefore(LoopTimer other) {
        return at < other.at || (at == other.at && number < other.number);
    }
}
