package io.goodput.bench;

import dev.failsafe.RetryPolicy;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.UncheckedIOException;
import java.time.Duration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The peers, told to do as nearly as they can what {@link io.goodput.retry.RetryPolicy#standard()} does: three
 * attempts, exponential backoff from 50 ms to 20 s with jitter, for input and output that failed. Of them only the AWS
 * SDK's has a budget, on the same terms; resilience4j counts its calls instead.
 */
final class Peers {
    static final int ATTEMPTS = 3;
    static final Class<UncheckedIOException> TRANSIENT = UncheckedIOException.class;

    private static final Duration BASE = Duration.ofMillis(50);
    private static final Duration CAP = Duration.ofSeconds(20);

    private Peers() {}

    static Retry resilience4j() {
        return Retry.of(
                "bench",
                RetryConfig.custom()
                        .maxAttempts(ATTEMPTS)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(BASE, 2, 0.5, CAP))
                        .retryExceptions(TRANSIENT)
                        .build());
    }

    static RetryPolicy<Long> failsafe() {
        return RetryPolicy.<Long>builder()
                .withMaxAttempts(ATTEMPTS)
                .withBackoff(BASE, CAP)
                .withJitter(0.5)
                .handle(TRANSIENT)
                .build();
    }

    static RetryStrategy aws() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .maxAttempts(ATTEMPTS)
                .retryOnException(TRANSIENT)
                .build();
    }
}
