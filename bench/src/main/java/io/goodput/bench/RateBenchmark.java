package io.goodput.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A rate limiter that has more permits than can be asked for gives one. */
@State(Scope.Benchmark)
public class RateBenchmark {
    private final Limiters limiters = Limiters.plenty();

    /** Sentinel's, which only its benchmark has. */
    @State(Scope.Benchmark)
    public static class Resource {
        private final String name = Sentinel.rate("plenty", 1e9);
    }

    @Benchmark
    public boolean goodput() {
        return limiters.goodput();
    }

    /** Where the time is known already. */
    @Benchmark
    public boolean goodputGivenTime(OwnTime time) {
        return limiters.goodput(time);
    }

    @Benchmark
    public boolean goodputOverall() {
        return limiters.goodputOverall();
    }

    @Benchmark
    public boolean resilience4j() {
        return limiters.resilience4j();
    }

    @Benchmark
    public boolean bucket4j() {
        return limiters.bucket4j();
    }

    @Benchmark
    public boolean failsafeSmooth() {
        return limiters.failsafeSmooth();
    }

    @Benchmark
    public boolean failsafeBursty() {
        return limiters.failsafeBursty();
    }

    @Benchmark
    public boolean sentinel(Resource resource) {
        return Sentinel.tryCall(resource.name);
    }
}
