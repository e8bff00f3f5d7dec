package io.goodput.limit;

import io.goodput.Outcome;
import java.util.function.LongUnaryOperator;

/** So many callers at a time, as far as the limit lets them, each answered after what so many in flight take. */
final class Traffic {
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000 * MILLI;

    private final ConcurrencyLimit limit;
    private long now;

    Traffic(ConcurrencyLimit limit, long start) {
        this.limit = limit;
        this.now = start;
    }

    Traffic(ConcurrencyLimit limit) {
        this(limit, 100 * SECOND);
    }

    /** The latency of a server of so many slots and that work, by what is in flight. */
    static LongUnaryOperator server(int slots, long work) {
        return inFlight -> Math.max(work, work * inFlight / slots);
    }

    void run(int seconds, int callers, LongUnaryOperator latency, Outcome outcome) {
        long end = now + seconds * SECOND;
        while (now < end) {
            admit(callers);
            long lasted = latency.applyAsLong(limit.inFlight());
            now += Math.max(1, lasted / limit.inFlight());
            limit.release(outcome, now - lasted, now);
        }
    }

    /** As many as the limit admits. */
    void admit(int callers) {
        boolean more = true;
        while (more && limit.inFlight() < callers) {
            more = limit.tryAcquire();
        }
    }
}
