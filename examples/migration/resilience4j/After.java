package resilience4j;

import io.goodput.guard.Guard;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.GradientLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import stub.Answers;
import stub.Counts;
import stub.Day;
import stub.Events;
import stub.Prices;
import stub.Prices.Price;

/** The same client, with a guard. */
class After {
    private final Prices prices = new Prices();
    private final Counts counts = new Counts();

    // region after
    private final Guard guard = Guard.builder("prices")
            .deadline(Duration.ofSeconds(2))
            .attemptTimeout(Duration.ofSeconds(1))
            .rateLimit(new RateLimit(RateLimit.Settings.of(100)))
            .retry(RetryPolicy.builder()
                    .attempts(3)
                    .backoff(Backoff.exponential(Duration.ofMillis(50), Duration.ofSeconds(2)))
                    .budget(RetryBudget.of(10, 0.1))
                    .build())
            .breaker(KeyedBreaker.of(CircuitBreaker.Settings.STANDARD
                    .withCalls(20, 10)
                    .withThreshold(0.5)
                    .withOpen(Duration.ofSeconds(30))
                    .withProbes(3)))
            .limit(new ConcurrencyLimit(new FixedLimit(25)))
            .classifier(new Answers())
            .listener(new Events(counts))
            .build();

    Price price(String item) {
        try {
            return guard.call(() -> prices.get(item));
        } catch (Exception failure) {
            return Price.LISTED;
        }
    }
    // endregion

    // region later
    void later() {
        guard.change(prices -> prices
                .breaker(KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD))
                .limit(new ConcurrencyLimit(GradientLimit.STANDARD)));
    }
    // endregion

    public static void main(String... args) {
        var client = new After();
        Day.spend(client.prices, () -> client.price("lamp"));
        client.later();
        Day.calls("changed", 12, client.prices, () -> client.price("lamp"));
        System.out.println(client.counts);
    }
}
