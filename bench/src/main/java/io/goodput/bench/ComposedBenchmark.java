package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.function.CheckedSupplier;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.guard.Guard;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.GradientLimit;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A call that succeeds at once, through what a service should have around each dependency: retries, a circuit breaker
 * and a limit on what is in flight. Goodput has a deadline, a retry budget and a limit that adapts on top; no peer does
 * all of that.
 */
@State(Scope.Benchmark)
public class ComposedBenchmark {
    private long answer = 42;
    private final Callable<Long> callable = this::answer;
    private final CheckedSupplier<Long> checkedCall = this::answer;

    private final Guard goodputGradient = guard(GradientLimit.STANDARD);
    private final Guard goodputAimd = guard(AimdLimit.STANDARD);
    private final Callable<Long> resilience4j = Retry.decorateCallable(
            Peers.resilience4j(),
            CircuitBreaker.decorateCallable(
                    CircuitBreaker.ofDefaults("bench"),
                    Bulkhead.decorateCallable(Bulkhead.ofDefaults("bench"), callable)));
    private final FailsafeExecutor<Long> failsafe =
            Failsafe.with(Peers.failsafe(), Peers.failsafeBreaker(), Peers.failsafeBulkhead());

    private static Guard guard(ConcurrencyLimit.Settings limit) {
        return Guard.builder("bench")
                .deadline(Duration.ofSeconds(2))
                .retry(RetryPolicy.standard())
                .breaker(KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD))
                .limit(new ConcurrencyLimit(limit))
                .build();
    }

    /** Sentinel's, which only its benchmark has. */
    @State(Scope.Benchmark)
    public static class Resource {
        private final String name = Sentinel.breaker(Sentinel.inFlight("composed", Peers.IN_FLIGHT));
    }

    @Benchmark
    public Long baseline() throws Exception {
        return callable.call();
    }

    /** What any policy pays that knows when a call began and when it ended. */
    @Benchmark
    public long nanoTimeTwice() {
        long before = System.nanoTime();
        return System.nanoTime() - before;
    }

    @Benchmark
    public Long goodputGradient() throws Exception {
        return goodputGradient.call(callable);
    }

    @Benchmark
    public Long goodputAimd() throws Exception {
        return goodputAimd.call(callable);
    }

    @Benchmark
    public Long resilience4j() throws Exception {
        return resilience4j.call();
    }

    @Benchmark
    public Long failsafe() {
        return failsafe.get(checkedCall);
    }

    /** It has no retries. */
    @Benchmark
    public Long sentinel(Resource resource) throws Exception {
        return Sentinel.call(resource.name, callable);
    }

    private Long answer() {
        return answer;
    }
}
