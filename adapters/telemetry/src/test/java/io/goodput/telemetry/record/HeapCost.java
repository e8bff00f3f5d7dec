package io.goodput.telemetry.record;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What work costs the heap. */
public final class HeapCost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private HeapCost() {}

    /**
     * The bytes that the current thread allocates for the work, without those that it takes to measure. The lowest of a
     * few runs: the first ones load classes, and any may be compiled meanwhile.
     */
    public static long of(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long cost = THREADS.getCurrentThreadAllocatedBytes() - before;
            before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before - cost);
        }
        return least;
    }
}
