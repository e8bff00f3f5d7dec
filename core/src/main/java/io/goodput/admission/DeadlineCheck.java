package io.goodput.admission;

import io.goodput.admission.Feasibility.Mode;

/** Tells requests that would hardly be done in time, and how many of them may be dropped for it. */
final class DeadlineCheck {
    private final ServiceTimes serviceTimes = new ServiceTimes();
    private volatile Feasibility settings;

    // The rest is for one thread at a time.
    private long windowStart;
    private long servedBefore;
    private long dropped;
    private long wouldHaveDropped;

    DeadlineCheck(Feasibility settings) {
        this.settings = settings;
    }

    void change(Feasibility settings) {
        this.settings = settings;
    }

    void record(long serviceNanos) {
        serviceTimes.record(serviceNanos, settings.chance());
    }

    /** The least time that a request needs, in nanoseconds; 0 if nothing is known. */
    double leastNanos() {
        return serviceTimes.estimate();
    }

    /** True if there is time enough before the deadline, which has not passed. */
    boolean isFeasible(long deadline, long now) {
        return deadline == Long.MAX_VALUE
                || (now < deadline && (settings.mode() == Mode.OFF || deadline - now >= leastNanos()));
    }

    /**
     * Whether to drop a request that is not feasible, which counts it.
     *
     * @param served how many were served so far, in all
     */
    boolean drops(long served, long now) {
        Feasibility current = settings;
        if (now - windowStart >= current.window().toNanos()) {
            windowStart = now;
            servedBefore = served;
            dropped = 0;
        }
        boolean within = dropped + 1 <= current.share() * (served - servedBefore + dropped + 1);
        if (!within) {
            return false;
        }
        dropped++;
        if (current.mode() == Mode.DRY_RUN) {
            wouldHaveDropped++;
        }
        return current.mode() == Mode.DROP;
    }

    long wouldHaveDropped() {
        return wouldHaveDropped;
    }
}
