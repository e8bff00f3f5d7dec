package io.goodput.telemetry.aggregate;

/** How long intervals are, and for how long they are remembered. Each holds the sums of the one before it. */
public enum Tier {
    /** 1 s, for 10 minutes. */
    SECONDS(1, 600),
    /** 10 s, for 2 hours. */
    TENS(10, 720),
    /** 60 s, for 24 hours. */
    MINUTES(60, 1_440);

    private final int seconds;
    private final int intervals;

    Tier(int seconds, int intervals) {
        this.seconds = seconds;
        this.intervals = intervals;
    }

    /** How long an interval is. */
    public int seconds() {
        return seconds;
    }

    /** How many are remembered. */
    public int intervals() {
        return intervals;
    }

    /** Whose sums it holds; of the shortest, itself. */
    Tier shorter() {
        return this == MINUTES ? TENS : SECONDS;
    }

    /** The number of the last interval that is over once so many seconds are; -1 if none is. */
    long lastOver(long secondsOver) {
        return Math.floorDiv(secondsOver, seconds) - 1;
    }
}
