package io.goodput.sim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

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

    @Property(tries = 5_000)
    void hedged_calls_go_the_same_way_with_virtual_time_and_without_holding_a_thread(
            @ForAll("hedgedScripts") Script script) {
        assertThat(AsyncHarness.run(script)).isEqualTo(SimulatedHarness.run(script));
    }

    @Provide
    Arbitrary<Script> hedgedScripts() {
        Arbitrary<Supplier<GuardBuilder>> hedged = Combinators.combine(guards(), hedges())
                .as((guard, hedge) -> () -> guard.get().hedge(new HedgePolicy(hedge)));
        return scripts(calls(CallOptions.NONE.idempotently()), hedged);
    }

    private static Arbitrary<HedgePolicy.Settings> hedges() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 60).map(n -> new HedgeDelay.Fixed(Duration.ofNanos(10 * n))),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5))
                .as((delay, hedges, capacity) -> new HedgePolicy.Settings(0.5, capacity, delay, hedges));
    }

    @Provide
    Arbitrary<Script> scripts() {
        return scripts(calls(CallOptions.NONE), guards());
    }

    private static Arbitrary<Script> scripts(Arbitrary<Script.Call> calls, Arbitrary<Supplier<GuardBuilder>> guards) {
        return Combinators.combine(calls.list().ofMinSize(1).ofMaxSize(6), guards, Arbitraries.longs())
                .as(Script::new);
    }

    private static Arbitrary<Script.Call> calls(CallOptions options) {
        Arbitrary<Long> cancelAfter = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(FOREVER)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 400).map(n -> 10 * n)));
        return Combinators.combine(attempts().list().ofMinSize(1).ofMaxSize(4), timesOrForever(400), cancelAfter)
                .as((attempts, deadline, after) -> new Script.Call(attempts, deadline, after, options));
    }

    private static Arbitrary<Script.Attempt> attempts() {
        Arbitrary<@Nullable Duration> hints =
                Arbitraries.of(0, 70, 1_000).map(Duration::ofNanos).injectNull(0.25);
        Arbitrary<Outcome> ends = Arbitraries.of(Outcome.values()).filter(outcome -> outcome != Outcome.DROPPED);
        return Combinators.combine(Arbitraries.longs().between(0, 100).map(n -> 10 * n), ends, hints)
                .as((lasts, end, hint) -> new Script.Attempt(lasts, end, end == Outcome.THROTTLED ? hint : null));
    }

    private static Arbitrary<Long> timesOrForever(int most) {
        return Arbitraries.oneOf(
                Arbitraries.just(FOREVER), Arbitraries.longs().between(0, most).map(n -> 10 * n));
    }

    private static Arbitrary<Supplier<GuardBuilder>> guards() {
        return Combinators.combine(timesOrForever(200), timesOrForever(60), retries(), gates())
                .as((deadline, timeout, retry, gates) -> () -> {
                    GuardBuilder guard = Guard.builder("conformance");
                    if (deadline != FOREVER) {
                        guard.deadline(Duration.ofNanos(deadline + 1));
                    }
                    if (timeout != FOREVER) {
                        guard.attemptTimeout(Duration.ofNanos(timeout + 1));
                    }
                    gates.forEach(gate -> gate.accept(guard));
                    return guard.retry(retry.get());
                });
    }

    /** What may hold a call or an attempt back, quick to do so. */
    private static Arbitrary<Set<Consumer<GuardBuilder>>> gates() {
        return Arbitraries.<Consumer<GuardBuilder>>of(
                        guard -> guard.throttle(
                                new ClientThrottle(ClientThrottle.Settings.STANDARD.withMinPerSecond(0))),
                        guard -> guard.rateLimit(
                                new RateLimit(RateLimit.Settings.of(1_000_000).withBurst(2))),
                        guard -> guard.balancer(new Balancer(
                                Balancer.Settings.STANDARD,
                                List.of(Address.of("a"), Address.of("b"), Address.of("c")))),
                        guard -> guard.breaker(KeyedBreaker.of(
                                CircuitBreaker.Settings.STANDARD.withCalls(2, 2).withOpen(Duration.ofMillis(1)))),
                        guard -> guard.limit(new ConcurrencyLimit(new FixedLimit(2))))
                .set()
                .ofMaxSize(5);
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
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        backoffs,
                        budgets.injectNull(0.3),
                        Arbitraries.of(false, false, true))
                .as((attempts, backoff, budget, paced) -> () -> {
                    RetryPolicy.Builder retry =
                            RetryPolicy.builder().attempts(attempts).backoff(backoff);
                    if (paced) {
                        retry.adaptiveRate(new AdaptiveRate(AdaptiveRate.Settings.STANDARD));
                    }
                    return (budget == null ? retry : retry.budget(new RetryBudget(budget))).build();
                });
    }
}
