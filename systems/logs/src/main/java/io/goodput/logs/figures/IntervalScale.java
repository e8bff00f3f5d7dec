package io.goodput.logs.figures;

/**
 * Into which intervals time is cut. The width is the one asked for until there would be more than {@value #MOST}
 * intervals; then it is the next that is enough, and whatever was counted so far is put together.
 */
public final class IntervalScale {
    /** More would not be seen on any screen. */
    public static final int MOST = 720;

    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final long[] WIDTHS = {
        SECOND,
        10 * SECOND,
        60 * SECOND,
        600 * SECOND,
        3600 * SECOND,
        6 * 3600 * SECOND,
        DAY,
        7 * DAY,
        28 * DAY,
        364 * DAY
    };

    private long width;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * Intervals of this width.
     *
     * @param width in microseconds: at least a second
     */
    public IntervalScale(long width) {
        if (width < SECOND) {
            throw new IllegalArgumentException("width: " + width + " (expected: >= " + SECOND + ")");
        }
        this.width = width;
    }

    /** Something happened then, in microseconds since 1970; whether the width has changed for it. */
    public boolean covers(long at) {
        first = Math.min(first, at);
        last = Math.max(last, at);
        long before = width;
        boolean canWiden = true;
        while (canWiden && count() > MOST) {
            canWiden = widen();
        }
        return width != before;
    }

    /** Takes the next width; false if there is none. */
    public boolean widen() {
        long before = width;
        for (long wider : WIDTHS) {
            if (wider > width) {
                width = wider;
                break;
            }
        }
        return width != before;
    }

    /** In microseconds. */
    public long width() {
        return width;
    }

    /** The number of an instant's interval, from 1970 on. */
    public long index(long at) {
        return Math.floorDiv(at, width);
    }

    /** The number of the first interval. */
    public long firstIndex() {
        return index(first);
    }

    /** When the first thing happened; only where there are intervals. */
    public long first() {
        return first;
    }

    /** When the last thing happened; likewise. */
    public long last() {
        return last;
    }

    /** How many intervals there are, with those of which nobody tells; 0 if nothing happened. */
    public long count() {
        return first > last ? 0 : index(last) - index(first) + 1;
    }
}
