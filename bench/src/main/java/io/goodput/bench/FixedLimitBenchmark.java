package io.goodput.bench;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A permit of a fixed limit on what is in flight is taken and, after a success, given back. */
@State(Scope.Benchmark)
public class FixedLimitBenchmark {
    private static final long ANY_TIME = 0;

    private final Semaphore semaphore = new Semaphore(Peers.IN_FLIGHT);

    private final ConcurrencyLimit fixed = new ConcurrencyLimit(new FixedLimit(Peers.IN_FLIGHT));

    private final Bulkhead resilience4j = Bulkhead.ofDefaults("bench");
    private final dev.failsafe.Bulkhead<Long> failsafe = Peers.failsafeBulkhead();
    private final Callable<Boolean> nothing = () -> true;

    /** Sentinel's, which only its benchmark has. */
    @State(Scope.Benchmark)
    public static class Resource {
        private final String name = Sentinel.inFlight("limit", Peers.IN_FLIGHT);
    }

    @Benchmark
    public boolean baseline() {
        boolean taken = semaphore.tryAcquire();
        semaphore.release();
        return taken;
    }

    /** A limit that learns nothing looks at no time. */
    @Benchmark
    public boolean goodputFixed() {
        boolean taken = fixed.tryAcquire();
        fixed.release(Outcome.SUCCESS, ANY_TIME, ANY_TIME);
        return taken;
    }

    @Benchmark
    public boolean resilience4j() {
        boolean taken = resilience4j.tryAcquirePermission();
        resilience4j.onComplete();
        return taken;
    }

    @Benchmark
    public boolean failsafe() {
        boolean taken = failsafe.tryAcquirePermit();
        failsafe.releasePermit();
        return taken;
    }

    @Benchmark
    public boolean sentinel(Resource resource) throws Exception {
        return Sentinel.call(resource.name, nothing);
    }
}
