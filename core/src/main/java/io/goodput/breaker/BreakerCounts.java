package io.goodput.breaker;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one breaker has done, or all that belong together. A healthy call counts nothing. */
final class BreakerCounts {
    private final LongAdder failed = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder lowered = new LongAdder();
    private final LongAdder raised = new LongAdder();

    /** Of which these are a part, and which outlive them; null if they stand alone. */
    private final @Nullable BreakerCounts all;

    BreakerCounts(@Nullable BreakerCounts all) {
        this.all = all;
    }

    void failed() {
        failed.increment();
        if (all != null) {
            all.failed();
        }
    }

    void dropped() {
        dropped.increment();
        if (all != null) {
            all.dropped();
        }
    }

    void lowered() {
        lowered.increment();
        if (all != null) {
            all.lowered();
        }
    }

    void raised() {
        raised.increment();
        if (all != null) {
            all.raised();
        }
    }

    long allDropped() {
        return dropped.sum();
    }

    BreakerSnapshot snapshot(int breakers, int limiting) {
        return new BreakerSnapshot(breakers, limiting, failed.sum(), dropped.sum(), lowered.sum(), raised.sum());
    }
}
