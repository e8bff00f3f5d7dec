package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;

/**
 * A call that fails once, always with the same exception, is tried again at once, and succeeds: what a policy costs
 * when it has something to do. A policy is shared by all threads; each thread has a call of its own.
 */
@State(Scope.Thread)
public class FailureBenchmark {
    private static final Guard GOODPUT = Guard.builder("bench")
            .retry(io.goodput.retry.RetryPolicy.builder()
                    .attempts(Peers.ATTEMPTS)
                    .budget(RetryBudget.standard())
                    .build())
            .build();

    private static final Retry RESILIENCE4J = Retry.of(
            "bench",
            RetryConfig.custom()
                    .maxAttempts(Peers.ATTEMPTS)
                    .intervalFunction(_ -> 0L)
                    .retryExceptions(Peers.TRANSIENT)
                    .build());

    private static final FailsafeExecutor<Long> FAILSAFE = Failsafe.with(RetryPolicy.<Long>builder()
            .withMaxAttempts(Peers.ATTEMPTS)
            .handle(Peers.TRANSIENT)
            .build());

    private static final RetryStrategy AWS = DefaultRetryStrategy.standardStrategyBuilder()
            .maxAttempts(Peers.ATTEMPTS)
            .backoffStrategy(BackoffStrategy.retryImmediately())
            .retryOnException(Peers.TRANSIENT)
            .build();

    private static final RetryTemplate SPRING = new RetryTemplate(org.springframework.core.retry.RetryPolicy.builder()
            .maxRetries(Peers.ATTEMPTS - 1)
            .delay(Duration.ZERO)
            .includes(Peers.TRANSIENT)
            .build());

    private static final org.springframework.retry.support.RetryTemplate SPRING_RETRY =
            org.springframework.retry.support.RetryTemplate.builder()
                    .maxAttempts(Peers.ATTEMPTS)
                    .noBackoff()
                    .retryOn(Peers.TRANSIENT)
                    .build();

    private final UncheckedIOException failure = new UncheckedIOException(new IOException("try again"));
    private boolean failed;
    private long answer = 42;
    private final Supplier<Long> call = this::answer;
    private final Callable<Long> callable = this::answer;
    private final CheckedSupplier<Long> checkedCall = this::answer;
    private final Supplier<Long> resilience4j = Retry.decorateSupplier(RESILIENCE4J, call);

    /** What is written without a policy: catch, and try once more. */
    @Benchmark
    public Long baseline() {
        try {
            return call.get();
        } catch (UncheckedIOException _) {
            return call.get();
        }
    }

    @Benchmark
    public Long goodput() throws Exception {
        return GOODPUT.call(callable);
    }

    @Benchmark
    public Long resilience4j() {
        return resilience4j.get();
    }

    @Benchmark
    public Long failsafe() {
        return FAILSAFE.get(checkedCall);
    }

    /** The SDK has the loop in its HTTP pipeline; this is the least there can be of it. */
    @Benchmark
    public Long aws() {
        var token = AWS.acquireInitialToken(AcquireInitialTokenRequest.create("bench"))
                .token();
        while (true) {
            try {
                var result = call.get();
                AWS.recordSuccess(RecordSuccessRequest.create(token));
                return result;
            } catch (UncheckedIOException error) {
                token = refresh(token, error);
            }
        }
    }

    private static RetryToken refresh(RetryToken token, Exception failure) {
        return AWS.refreshRetryToken(RefreshRetryTokenRequest.builder()
                        .token(token)
                        .failure(failure)
                        .build())
                .token();
    }

    @Benchmark
    public @Nullable Long spring() throws RetryException {
        return SPRING.execute(this::answer);
    }

    @Benchmark
    public Long springRetry() {
        return SPRING_RETRY.execute(_ -> answer());
    }

    private Long answer() {
        failed = !failed;
        if (failed) {
            throw failure;
        }
        return answer;
    }
}
