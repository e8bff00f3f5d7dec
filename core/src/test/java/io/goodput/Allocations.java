package io.goodput;

import java.lang.reflect.Method;

/** What work costs the heap. */
public final class Allocations {
    /** Something to measure. Warm it up first, or its first run is measured too. */
    public interface Work {
        void run() throws Exception;
    }

    private Allocations() {}

    /** The bytes that the current thread allocates for the work, without those that it takes to measure. */
    public static long of(Work work) throws Exception {
        long before = allocated();
        long cost = allocated() - before;

        before = allocated();
        work.run();
        return allocated() - before - cost;
    }

    /** By reflection: the module under test has no need of java.management, so javac does not see it here. */
    private static long allocated() throws Exception {
        Object bean = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        return (long) allocated.invoke(bean);
    }
}
