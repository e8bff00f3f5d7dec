import io.goodput.guard.AttemptTask;
import io.goodput.CallContext;
import io.goodput.guard.CallFailure;
import io.goodput.guard.CallOptions;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Strategy;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Every policy in one guard, over two endpoints of which b fails at once; and every way in which it says no. */
class Composed {
    private static final Map<String, Integer> COUNTS = new ConcurrentSkipListMap<>();

    private static final Guard STOCK = Guard.builder("stock")
            .deadline(Duration.ofSeconds(5))
            .throttle(new ClientThrottle(ClientThrottle.Settings.STANDARD.withMinPerSecond(0)))
            .rateLimit(new RateLimit(new RateLimit.Settings(new RateLimit.Rate(0.01, 20), null, 1_000)))
            .retry(RetryPolicy.builder()
                    .attempts(3)
                    .backoff(Backoff.exponential(Duration.ofMillis(1), Duration.ofMillis(10)))
                    .budget(RetryBudget.of(10, 0.1))
                    .build())
            .hedge(new HedgePolicy(
                    HedgePolicy.Settings.STANDARD.withDelay(new HedgeDelay.Fixed(Duration.ofMillis(20)))))
            .balancer(new Balancer(
                    Balancer.Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN),
                    List.of(Address.of("a"), Address.of("b"))))
            .breaker(KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(4, 4)))
            .limit(new ConcurrencyLimit(new FixedLimit(2)))
            .attemptTimeout(Duration.ofSeconds(2))
            .classifier(Classifier.standard().with(Busy.class, Outcome.THROTTLED))
            .listener(Composed::count)
            .random(new Random(1))
            .build();

    public static void main(String... args) {
        as("blue", 10, "b fails at once", CallOptions.NONE, attempt -> {
            if (attempt.target().name().equals("b")) {
                throw new IOException("connection refused");
            }
            return "42 in stock";
        });
        as("greedy", 22, "one tenant calls too often", CallOptions.NONE, attempt -> "42 in stock");
        as("late", 1, "the deadline has passed", CallOptions.NONE.within(new Deadline(0)), attempt -> "too late");
        as("nested", 1, "more in flight than the limit", CallOptions.NONE,
                attempt -> STOCK.call(() -> STOCK.call(() -> "the third")));
        as("slow", 1, "a slow answer, of a call that may be hedged", CallOptions.NONE.idempotently(), attempt -> {
            if (!attempt.hedge()) {
                new CountDownLatch(1).await();
            }
            return "attempt " + attempt.number() + " answers";
        });
        as("wrong", 1, "no failure that passes", CallOptions.NONE, attempt -> {
            throw new IllegalArgumentException("no such item");
        });
        as("keyed", 4, "all the servers of one shard are down", CallOptions.NONE.keyed("shard 7"), attempt -> {
            throw new IOException("connection refused");
        });

        STOCK.change(guard -> guard.breaker(null).rateLimit(null));
        as("busy", 200, "without a breaker; and the service throttles", CallOptions.NONE, attempt -> {
            throw new Busy();
        });
        System.out.println("counted:");
        COUNTS.forEach((what, count) -> System.out.println("  " + count + " " + what));
    }

    /** Calls so many times for a tenant, and prints each kind of end once, with how often it came. */
    private static void as(String tenant, int calls, String title, CallOptions options, AttemptTask<String> task) {
        Map<String, Integer> ends = new LinkedHashMap<>();
        for (int call = 0; call < calls; call++) {
            ends.merge(end(CallContext.NONE.withTenant(tenant), options, task), 1, Integer::sum);
        }
        System.out.println(title + ":");
        ends.forEach((end, count) -> System.out.println("  " + count + " x " + end));
    }

    private static String end(CallContext context, CallOptions options, AttemptTask<String> task) {
        try {
            return context.call(() -> STOCK.callAttempt(options, task));
        } catch (Exception failure) {
            return failure.getClass().getSimpleName() + ", " + whyOf(failure);
        }
    }

    /** Of a call that was not sent, or of the last attempt, with which it rides along. */
    private static Refusal.Reason whyOf(Exception failure) {
        return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
                .filter(CallFailure.class::isInstance)
                .map(why -> ((CallFailure) why).refusal().reason())
                .findFirst()
                .orElseThrow();
    }

    private static final class Busy extends IOException {
        Busy() {
            super("429 Too Many Requests");
        }
    }

    private static void count(GuardEvent event) {
        String what = switch (event) {
            case GuardEvent.AttemptEnded ended ->
                    (ended.attempt().hedge() ? "hedges at " : "attempts at ")
                            + ended.attempt().endpoint() + ": " + ended.outcome();
            case GuardEvent.CallRefused refused -> "refusals: " + refused.refusal().reason();
            default -> null;
        };
        if (what != null) {
            COUNTS.merge(what, 1, Integer::sum);
        }
    }
}
