package io.goodput.bench;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.VegasLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.GradientLimit;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A permit of a limit on what is in flight is taken and, after a success, given back. A limit that adapts has to know
 * how long the call took: the peers' read the clock twice, and so does who uses ours.
 */
@State(Scope.Benchmark)
public class LimitBenchmark {
    private static final long ANY_TIME = 0;

    private final Semaphore semaphore = new Semaphore(Peers.IN_FLIGHT);

    private final Ticker ticker = Ticker.system();
    private final ConcurrencyLimit fixed = new ConcurrencyLimit(new FixedLimit(Peers.IN_FLIGHT));
    private final ConcurrencyLimit aimd = new ConcurrencyLimit(AimdLimit.STANDARD);
    private final ConcurrencyLimit gradient = new ConcurrencyLimit(GradientLimit.STANDARD);

    private final Limiter<Void> netflixAimd = netflix(AIMDLimit.newBuilder().build());
    private final Limiter<Void> netflixVegas = netflix(VegasLimit.newDefault());
    private final Limiter<Void> netflixGradient2 = netflix(Gradient2Limit.newDefault());
    private final Limiter<Void> netflixWindowedGradient2 =
            netflix(WindowedLimit.newBuilder().build(Gradient2Limit.newDefault()));
    private final Bulkhead resilience4j = Bulkhead.ofDefaults("bench");
    private final dev.failsafe.Bulkhead<Long> failsafe = Peers.failsafeBulkhead();
    private final Callable<Boolean> nothing = () -> true;

    private static Limiter<Void> netflix(Limit limit) {
        return SimpleLimiter.newBuilder().limit(limit).build();
    }

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

    /** What any policy pays that knows when a call began and when it ended. */
    @Benchmark
    public long nanoTimeTwice() {
        long before = System.nanoTime();
        return System.nanoTime() - before;
    }

    /** A limit that learns nothing looks at no time. */
    @Benchmark
    public boolean goodputFixed() {
        boolean taken = fixed.tryAcquire();
        fixed.release(Outcome.SUCCESS, ANY_TIME, ANY_TIME);
        return taken;
    }

    @Benchmark
    public boolean goodputAimd() {
        return takeAndGiveBack(aimd);
    }

    @Benchmark
    public boolean goodputGradient() {
        return takeAndGiveBack(gradient);
    }

    private boolean takeAndGiveBack(ConcurrencyLimit limit) {
        boolean taken = limit.tryAcquire();
        long began = ticker.nanos();
        limit.release(Outcome.SUCCESS, began, ticker.nanos());
        return taken;
    }

    /** Where the time is known already. */
    @Benchmark
    public boolean goodputAimdGivenTime(OwnTime time) {
        boolean taken = aimd.tryAcquire();
        aimd.release(Outcome.SUCCESS, time.nanos(), time.nanos());
        return taken;
    }

    /** Where the time is known already. */
    @Benchmark
    public boolean goodputGradientGivenTime(OwnTime time) {
        boolean taken = gradient.tryAcquire();
        gradient.release(Outcome.SUCCESS, time.nanos(), time.nanos());
        return taken;
    }

    @Benchmark
    public void netflixAimd() {
        netflixAimd.acquire(null).orElseThrow().onSuccess();
    }

    @Benchmark
    public void netflixVegas() {
        netflixVegas.acquire(null).orElseThrow().onSuccess();
    }

    @Benchmark
    public void netflixGradient2() {
        netflixGradient2.acquire(null).orElseThrow().onSuccess();
    }

    @Benchmark
    public void netflixWindowedGradient2() {
        netflixWindowedGradient2.acquire(null).orElseThrow().onSuccess();
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
