package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.guard.Guard;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call is refused because the breaker is open, for a day. The caller gets an exception. */
@State(Scope.Benchmark)
public class BreakerRefusalBenchmark {
    private static final Duration LONG = Duration.ofDays(1);

    private long answer = 42;
    private final Callable<Long> callable = this::answer;

    private final Guard goodput = guard();
    private final Callable<Long> resilience4j = open(true);
    private final Callable<Long> resilience4jNoTrace = open(false);
    private final FailsafeExecutor<Long> failsafe = openFailsafe();

    /** It opens by what it learns: there is no other way. */
    private static Guard guard() {
        var breaker =
                KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(1, 1).withOpen(LONG));
        var guard = Guard.builder("bench").breaker(breaker).build();
        var opened = Refused.by(() -> guard.call(() -> {
            throw new IOException("opens it");
        }));
        if (!(opened instanceof IOException)) {
            throw new IllegalStateException(opened);
        }
        return guard;
    }

    private Callable<Long> open(boolean trace) {
        var breaker = io.github.resilience4j.circuitbreaker.CircuitBreaker.of(
                "bench",
                CircuitBreakerConfig.custom()
                        .waitDurationInOpenState(LONG)
                        .writableStackTraceEnabled(trace)
                        .build());
        breaker.transitionToOpenState();
        return io.github.resilience4j.circuitbreaker.CircuitBreaker.decorateCallable(breaker, callable);
    }

    private static FailsafeExecutor<Long> openFailsafe() {
        var breaker =
                dev.failsafe.CircuitBreaker.<Long>builder().withDelay(LONG).build();
        breaker.open();
        return Failsafe.with(breaker);
    }

    /** Sentinel's, which only its benchmark has. */
    @State(Scope.Benchmark)
    public static class Resource {
        private final String name = Sentinel.open("open");
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
