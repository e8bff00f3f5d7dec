package io.goodput.admission;

/**
 * The average time that requests waited before they were served, over windows of a second; those that did not have to
 * wait count as 0. DAGOR's signal of overload: unlike latency, it does not rise because a dependency is slow.
 */
final class QueueWait {
    private static final long WINDOW = 1_000_000_000L;

    private long windowStart;
    private long servedBefore;
    private double sum;
    private double average;

    void record(long nanos) {
        sum += nanos;
    }

    /**
     * Of the last window that is over, in nanoseconds.
     *
     * @param served how many were served so far, in all
     */
    double average(long served, long now) {
        if (now - windowStart >= WINDOW) {
            average = served == servedBefore ? 0 : sum / (served - servedBefore);
            windowStart = now;
            servedBefore = served;
            sum = 0;
        }
        return average;
    }
}
