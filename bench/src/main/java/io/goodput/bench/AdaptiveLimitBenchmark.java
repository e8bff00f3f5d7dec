package io.goodput.bench;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.VegasLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.GradientLimit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A permit of an adaptive limit on what is in flight is taken and, after a success, given back. It has to know how long
 * the call took: the peers' read the clock twice, and so does who uses ours.
 */
@State(Scope.Benchmark)
public class AdaptiveLimitBenchmark {
    private final Ticker ticker = Ticker.system();
    private final ConcurrencyLimit aimd = new ConcurrencyLimit(AimdLimit.STANDARD);
    private final ConcurrencyLimit gradient = new ConcurrencyLimit(GradientLimit.STANDARD);

    private final Limiter<Void> netflixAimd = netflix(AIMDLimit.newBuilder().build());
    private final Limiter<Void> netflixVegas = netflix(VegasLimit.newDefault());
    private final Limiter<Void> netflixGradient2 = netflix(Gradient2Limit.newDefault());
    private final Limiter<Void> netflixWindowedGradient2 =
            netflix(WindowedLimit.newBuilder().build(Gradient2Limit.newDefault()));

    private static Limiter<Void> netflix(Limit limit) {
        return SimpleLimiter.newBuilder().limit(limit).build();
    }

    /** What any policy pays that knows when a call began and when it ended. */
    @Benchmark
    public long nanoTimeTwice() {
        long before = System.nanoTime();
        return System.nanoTime() - before;
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
}
