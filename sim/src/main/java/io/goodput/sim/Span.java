package io.goodput.sim;

/**
 * A stretch of simulated time, its start included and its end not: a phase of the load, or what is left to measure once
 * the warm-up is cut off.
 *
 * @param from start in nanoseconds, at least 0
 * @param to end in nanoseconds, after the start
 */
public record Span(long from, long to) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Refuses an empty span. */
    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("span: [" + from + ", " + to + ") (expected: 0 <= from < to)");
        }
    }

    /** True from {@link #from} until just before {@link #to}. */
    public boolean contains(long nanos) {
        return nanos >= from && nanos < to;
    }

    /** True if the two have an instant in common. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Its length in nanoseconds. */
    public long nanos() {
        return to - from;
    }

    /** Its length in seconds, what a count is divided by to give a rate. */
    public double seconds() {
        return nanos() / NANOS_PER_SECOND;
    }
}
