package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * A call that succeeds at once, wrapped for at most three attempts: what a retry policy costs when nothing goes wrong,
 * which is nearly always. One policy is shared by all threads, as in a service.
 */
@State(Scope.Benchmark)
public class RetryBenchmark {
    private static final int ATTEMPTS = 3;

    private long answer = 42;
    private final Supplier<Long> call = this::answer;
    private final CheckedSupplier<Long> checkedCall = this::answer;

    private final Supplier<Long> resilience4j = Retry.decorateSupplier(
            Retry.of("bench", RetryConfig.custom().maxAttempts(ATTEMPTS).build()), call);

    private final FailsafeExecutor<Long> failsafe = Failsafe.with(RetryPolicy.<Long>builder()
            .withMaxAttempts(ATTEMPTS)
            .withDelay(Duration.ofMillis(100))
            .build());

    private final RetryStrategy aws =
            DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(ATTEMPTS).build();

    @Benchmark
    public Long baseline() {
        return call.get();
    }

    @Benchmark
    public Long resilience4j() {
        return resilience4j.get();
    }

    @Benchmark
    public Long failsafe() {
        return failsafe.get(checkedCall);
    }

    @Benchmark
    public Long aws() {
        var start = aws.acquireInitialToken(AcquireInitialTokenRequest.create("bench"));
        var result = call.get();
        aws.recordSuccess(RecordSuccessRequest.create(start.token()));
        return result;
    }

    private Long answer() {
        return answer;
    }
}
