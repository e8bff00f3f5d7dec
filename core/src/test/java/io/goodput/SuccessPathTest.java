package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.retry.RetryPolicy;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a call that succeeds at once costs. */
class SuccessPathTest {
    private static final Callable<String> TASK = () -> "answer";

    @Test
    void the_clock_is_read_twice() throws Exception {
        var timers = new TestTimers();
        Guard guard = whole().timers(timers).build();

        for (int call = 1; call <= 100; call++) {
            guard.call(TASK);
            assertThat(timers.readings()).isEqualTo(2 * call);
        }
    }

    @Test
    void nothing_is_allocated() throws Exception {
        Guard guard = whole().build();
        int calls = 100_000;
        callOften(guard, calls);
        long before = allocatedBytes();
        long cost = allocatedBytes() - before;

        before = allocatedBytes();
        callOften(guard, calls);
        long bytes = allocatedBytes() - before - cost;

        assertThat(bytes).as("bytes for %s calls", calls).isLessThan(calls);
    }

    private static void callOften(Guard guard, int calls) throws Exception {
        for (int i = 0; i < calls; i++) {
            guard.call(TASK);
        }
    }

    private static GuardBuilder whole() {
        return Guard.builder("success")
                .deadline(Duration.ofHours(2))
                .attemptTimeout(Duration.ofHours(1))
                .retry(RetryPolicy.standard());
    }

    /** By reflection: the module under test has no need of java.management, so javac does not see it here. */
    private static long allocatedBytes() throws Exception {
        Object bean = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        return (long) allocated.invoke(bean);
    }
}
