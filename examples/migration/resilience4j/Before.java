package resilience4j;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.decorators.Decorators;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import stub.Counts;
import stub.Day;
import stub.Prices;
import stub.Prices.Busy;
import stub.Prices.Price;

/** A client of the price service, with resilience4j. */
class Before {
    private final Prices prices = new Prices();
    private final Counts counts = new Counts();

    // region before
    private final IntervalFunction backoff =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2, 0.5, Duration.ofSeconds(2));
    private final Retry retry = Retry.of("prices", RetryConfig.<Price>custom()
            .maxAttempts(3)
            .retryExceptions(IOException.class, TimeoutException.class)
            .intervalBiFunction((attempt, result) -> result.isLeft() && result.getLeft() instanceof Busy busy
                    ? busy.retryAfter().toMillis()
                    : backoff.apply(attempt))
            .build());
    private final CircuitBreaker breaker = CircuitBreaker.of("prices", CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(3)
            .build());
    private final RateLimiter rateLimiter = RateLimiter.of("prices", RateLimiterConfig.custom()
            .limitForPeriod(100)
            .limitRefreshPeriod(Duration.ofSeconds(1))
            .timeoutDuration(Duration.ZERO)
            .build());
    private final TimeLimiter timeLimiter = TimeLimiter.of("prices", TimeLimiterConfig.custom()
            .timeoutDuration(Duration.ofSeconds(1))
            .build());
    private final Bulkhead bulkhead =
            Bulkhead.of("prices", BulkheadConfig.custom().maxConcurrentCalls(25).build());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Before() {
        retry.getEventPublisher().onRetry(_ -> counts.count("retries"));
        breaker.getEventPublisher().onCallNotPermitted(_ -> counts.count("held back by BREAKER"));
    }

    Price price(String item) {
        Callable<Price> inTime = timeLimiter.decorateFutureSupplier(
                () -> threads.submit(Bulkhead.decorateCallable(bulkhead, () -> prices.get(item))));
        Callable<Price> call = Decorators.ofCallable(inTime)
                .withRateLimiter(rateLimiter)
                .withCircuitBreaker(breaker)
                .withRetry(retry)
                .decorate();
        try {
            return call.call();
        } catch (Exception failure) {
            return Price.LISTED;
        }
    }
    // endregion

    public static void main(String... args) {
        var client = new Before();
        Day.spend(client.prices, () -> client.price("lamp"));
        System.out.println(client.counts);
        client.threads.shutdown();
    }
}
