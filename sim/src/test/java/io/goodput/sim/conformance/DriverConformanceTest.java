package io.goodput.sim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Guard;
import io.goodput.Outcome;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The same events through the three drivers of a guard: the same attempts at the same instants, the same end. Whoever
 * gives up at the very instant at which something else happens is heard first.
 */
class DriverConformanceTest {
    private static final long FOREVER = Long.MAX_VALUE;

    @Property(tries = 5_000)
    void all_drivers_do_the_same_for_the_same_events(@ForAll("scripts") Script script) {
        List<String> simulated = SimulatedHarness.run(script);

        assertThat(BlockingHarness.run(script)).isEqualTo(simulated);
        assertThat(AsyncHarness.run(script)).isEqualTo(simulated);
    }

    @Provide
    Arbitrary<Script> scripts() {
        return Combinators.combine(calls().list().ofMinSize(1).ofMaxSize(6), guards(), Arbitraries.longs())
                .as(Script::new);
    }

    private static Arbitrary<Script.Call> calls() {
        Arbitrary<Long> cancelAfter = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(FOREVER)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 400).map(n -> 10 * n)));
        return Combinators.combine(attempts().list().ofMinSize(1).ofMaxSize(4), timesOrForever(400), cancelAfter)
                .as(Script.Call::new);
    }

    private static Arbitrary<Script.Attempt> attempts() {
        Arbitrary<Long> hints = Arbitraries.of(RetryPolicy.NO_HINT, 0L, 70L, 1_000L);
        Arbitrary<Outcome> ends = Arbitraries.of(Outcome.values()).filter(outcome -> outcome != Outcome.DROPPED);
        return Combinators.combine(Arbitraries.longs().between(0, 100).map(n -> 10 * n), ends, hints)
                .as((lasts, end, hint) ->
                        new Script.Attempt(lasts, end, end == Outcome.THROTTLED ? hint : RetryPolicy.NO_HINT));
    }

    private static Arbitrary<Long> timesOrForever(int most) {
        return Arbitraries.oneOf(
                Arbitraries.just(FOREVER), Arbitraries.longs().between(0, most).map(n -> 10 * n));
    }

    private static Arbitrary<Supplier<Guard.Builder>> guards() {
        return Combinators.combine(timesOrForever(200), timesOrForever(60), retries())
                .as((deadline, timeout, retry) -> () -> {
                    Guard.Builder guard = Guard.builder("conformance");
                    if (deadline != FOREVER) {
                        guard.deadline(Duration.ofNanos(deadline + 1));
                    }
                    if (timeout != FOREVER) {
                        guard.attemptTimeout(Duration.ofNanos(timeout + 1));
                    }
                    return guard.retry(retry.get());
                });
    }

    private static Arbitrary<Supplier<RetryPolicy>> retries() {
        Arbitrary<Backoff> backoffs = Arbitraries.of(Jitter.values())
                .flatMap(jitter -> Arbitraries.of(0, 20, 200)
                        .map(base -> new Backoff(
                                Duration.ofNanos(base), Duration.ofNanos(2L * base), Duration.ofNanos(500), jitter)));
        Arbitrary<RetryBudget.Settings> budgets = Arbitraries.of(
                RetryBudget.Settings.STANDARD,
                RetryBudget.Settings.of(2, 0.1),
                new RetryBudget.Settings(20, 14, 5, 1, true),
                RetryBudget.Settings.of(1, 0));
        return Combinators.combine(Arbitraries.integers().between(1, 5), backoffs, budgets.injectNull(0.3))
                .as((attempts, backoff, budget) -> () -> {
                    RetryPolicy.Builder retry =
                            RetryPolicy.builder().attempts(attempts).backoff(backoff);
                    return (budget == null ? retry : retry.budget(new RetryBudget(budget))).build();
                });
    }
}
