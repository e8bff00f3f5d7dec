package io.goodput.netty.limit;

/**
 * Whether one direction of a connection is too slow: in a span of time throughout which bytes were waited for, fewer
 * came than the floor asks for. Spans follow each other, so that what was fast once cannot be slow for long. Looked at
 * from time to time; not thread-safe.
 */
public final class SpeedFloor {
    private static final double NANOS = 1e9;

    private final ListenerLimits limits;
    private final long span;
    private long begun = -1;
    private long bytesThen;

    /** Nothing is waited for so far. */
    public SpeedFloor(ListenerLimits limits) {
        this.limits = limits;
        this.span = limits.floorTime().toNanos();
    }

    /** Nothing is waited for. */
    public void rest() {
        begun = -1;
    }

    /**
     * Something is waited for.
     *
     * @param now in nanoseconds
     * @param bytes that have come so far, ever
     * @return whether a span is over, and too few have come in it
     */
    public boolean isBroken(long now, long bytes) {
        if (begun < 0) {
            begun = now;
            bytesThen = bytes;
            return false;
        }
        long passed = now - begun;
        if (passed < span) {
            return false;
        }
        boolean broken = bytes - bytesThen < limits.floor() * (passed / NANOS);
        begun = now;
        bytesThen = bytes;
        return broken;
    }
}
