package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.goodput.guard.Guard;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call is refused because as many are in flight as may be: one. The caller gets an exception. */
@State(Scope.Benchmark)
public class LimitRefusalBenchmark {
    private long answer = 42;
    private final Callable<Long> callable = this::answer;

    private final Guard goodput = guard();
    private final Callable<Long> resilience4j = full(true);
    private final Callable<Long> resilience4jNoTrace = full(false);
    private final FailsafeExecutor<Long> failsafe = fullFailsafe();

    private static Guard guard() {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        if (!limit.tryAcquire()) {
            throw new IllegalStateException("there is no permit");
        }
        return Guard.builder("bench").limit(limit).build();
    }

    private Callable<Long> full(boolean trace) {
        var bulkhead = Bulkhead.of(
                "bench",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(1)
                        .writableStackTraceEnabled(trace)
                        .build());
        bulkhead.acquirePermission();
        return Bulkhead.decorateCallable(bulkhead, callable);
    }

    private static FailsafeExecutor<Long> fullFailsafe() {
        var bulkhead = dev.failsafe.Bulkhead.<Long>of(1);
        if (!bulkhead.tryAcquirePermit()) {
            throw new IllegalStateException("there is no permit");
        }
        return Failsafe.with(bulkhead);
    }

    /** Sentinel's, which only its benchmark has. */
    @State(Scope.Benchmark)
    public static class Resource {
        private final String name = Sentinel.inFlight("full", 0);
    }

    @Benchmark
    public Exception goodput() {
        return Refused.by(() -> goodput.call(callable));
    }

    @Benchmark
    public Exception resilience4j() {
        return Refused.by(resilience4j);
    }

    /** Its exceptions can do without a stack trace. */
    @Benchmark
    public Exception resilience4jNoTrace() {
        return Refused.by(resilience4jNoTrace);
    }

    @Benchmark
    public Exception failsafe() {
        return Refused.by(() -> failsafe.get(this::answer));
    }

    @Benchmark
    public Exception sentinel(Resource resource) {
        return Refused.by(() -> Sentinel.call(resource.name, callable));
    }

    private Long answer() {
        return answer;
    }
}
