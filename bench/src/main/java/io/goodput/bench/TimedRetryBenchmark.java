package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import dev.failsafe.function.CheckedSupplier;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A call that succeeds at once, in the calling thread, which would be interrupted if it did not: the retries of
 * {@link RetryBenchmark}, 2 s for the whole call and 300 ms for each attempt. Failsafe is the only peer that can
 * interrupt a call in the thread that made it; the others want a future.
 */
@State(Scope.Benchmark)
public class TimedRetryBenchmark {
    private static final Duration CALL = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofMillis(300);

    private long answer = 42;
    private final Callable<Long> callable = this::answer;
    private final CheckedSupplier<Long> checkedCall = this::answer;

    private final Guard goodput = Guard.builder("bench")
            .deadline(CALL)
            .attemptTimeout(ATTEMPT)
            .retry(RetryPolicy.standard())
            .build();

    private final FailsafeExecutor<Long> failsafe = Failsafe.with(timeout(CALL), Peers.failsafe(), timeout(ATTEMPT));

    private static Timeout<Long> timeout(Duration time) {
        return Timeout.<Long>builder(time).withInterrupt().build();
    }

    @Benchmark
    public Long baseline() throws Exception {
        return callable.call();
    }

    @Benchmark
    public Long goodput() throws Exception {
        return goodput.call(callable);
    }

    @Benchmark
    public Long failsafe() {
        return failsafe.get(checkedCall);
    }

    private Long answer() {
        return answer;
    }
}
