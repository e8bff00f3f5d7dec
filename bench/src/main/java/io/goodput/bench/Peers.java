package io.goodput.bench;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.RetryPolicy;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.retry.RetryTemplate;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The peers, told to do as nearly as they can what {@link io.goodput.retry.RetryPolicy#standard()} does: three
 * attempts, exponential backoff from 50 ms to 20 s with jitter, for input and output that failed. Of them only the AWS
 * SDK's has a budget, on the same terms; resilience4j counts its calls instead. All else is as they come, but for
 * Failsafe, which asks for numbers: those of resilience4j.
 */
final class Peers {
    static final int ATTEMPTS = 3;
    static final Class<UncheckedIOException> TRANSIENT = UncheckedIOException.class;

    /** What resilience4j lets through at a time. */
    static final int IN_FLIGHT = 25;

    /** What resilience4j's circuit breaker looks at. */
    private static final int CALLS = 100;

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

    static CircuitBreaker<Long> failsafeBreaker() {
        return CircuitBreaker.<Long>builder()
                .withFailureThreshold(CALLS / 2, CALLS)
                .build();
    }

    static Bulkhead<Long> failsafeBulkhead() {
        return Bulkhead.of(IN_FLIGHT);
    }

    static RetryStrategy aws() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .maxAttempts(ATTEMPTS)
                .retryOnException(TRANSIENT)
                .build();
    }

    /** Of Spring Framework 7, which Spring Boot 4 brings. */
    static RetryTemplate spring() {
        return new RetryTemplate(org.springframework.core.retry.RetryPolicy.builder()
                .maxRetries(ATTEMPTS - 1)
                .delay(BASE)
                .multiplier(2)
                .maxDelay(CAP)
                .jitter(BASE.dividedBy(2))
                .includes(TRANSIENT)
                .build());
    }

    /** Of Spring Retry, which came before that. */
    static org.springframework.retry.support.RetryTemplate springRetry() {
        return org.springframework.retry.support.RetryTemplate.builder()
                .maxAttempts(ATTEMPTS)
                .exponentialBackoff(BASE, 2, CAP, true)
                .retryOn(TRANSIENT)
                .build();
    }
}
