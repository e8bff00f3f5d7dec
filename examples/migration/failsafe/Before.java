package failsafe;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Fallback;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import stub.Counts;
import stub.Day;
import stub.Prices;
import stub.Prices.Busy;
import stub.Prices.Price;

/** An asynchronous client of the price service, with Failsafe. */
class Before {
    private final Prices prices = new Prices();
    private final Counts counts = new Counts();

    // region before
    private final RetryPolicy<Price> retry = RetryPolicy.<Price>builder()
            .handle(IOException.class, TimeoutExceededException.class)
            .withMaxAttempts(3)
            .withBackoff(Duration.ofMillis(50), Duration.ofSeconds(2))
            .withJitter(0.5)
            .withDelayFnOn(busy -> ((Busy) busy.getLastException()).retryAfter(), Busy.class)
            .onRetryScheduled(_ -> counts.count("retries"))
            .build();
    private final CircuitBreaker<Price> breaker = CircuitBreaker.<Price>builder()
            .handle(IOException.class, TimeoutExceededException.class)
            .withFailureThreshold(10, 20)
            .withDelay(Duration.ofSeconds(30))
            .withSuccessThreshold(2, 3)
            .build();
    private final RateLimiter<Price> rateLimiter =
            RateLimiter.<Price>burstyBuilder(100, Duration.ofSeconds(1)).build();
    private final Bulkhead<Price> bulkhead = Bulkhead.of(25);
    private final Timeout<Price> attemptTimeout = Timeout.of(Duration.ofSeconds(1));
    private final Timeout<Price> deadline = Timeout.of(Duration.ofSeconds(2));
    private final Fallback<Price> fallback = Fallback.<Price>builder(Price.LISTED)
            .handle(Exception.class)
            .onFailedAttempt(event -> counts.count(
                    event.getLastException() instanceof CircuitBreakerOpenException ? "held back by BREAKER" : "failed"))
            .build();
    private final FailsafeExecutor<Price> failsafe =
            Failsafe.with(fallback, deadline, rateLimiter, retry, breaker, bulkhead, attemptTimeout);

    CompletableFuture<Price> price(String item) {
        return failsafe.getStageAsync(() -> prices.getAsync(item));
    }
    // endregion

    public static void main(String... args) {
        var client = new Before();
        Day.spend(client.prices, () -> client.price("lamp").join());
        System.out.println(client.counts);
    }
}
