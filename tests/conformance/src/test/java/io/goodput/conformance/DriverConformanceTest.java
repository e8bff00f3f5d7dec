package io.goodput.conformance;

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
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The same events through the four drivers of a guard: the same attempts at the same instants, the same end, and who
 * listens hears the same of it, word for word, be it in production or in the lab. Whoever gives up at the very instant
 * at which something else happens is heard first.
 */
class DriverConformanceTest {
    private static final long FOREVER = Long.MAX_VALUE;

    @Property(tries = 5_000)
    void all_drivers_do_the_same_for_the_same_events(@ForAll("scripts") Script script) {
        List<String> simulated = SimulatedHarness.run(script);

        assertThat(BlockingHarness.run(script)).isEqualTo(simulated);
        assertThat(AsyncHarness.run(script)).isEqualTo(simulated);
        assertThat(LoopHarness.run(script)).isEqualTo(simulated);
    }

    @Property(tries = 5_000)
    void hedged_calls_go_the_same_way_with_virtual_time_and_without_holding_a_thread(
            @ForAll("hedgedScripts") Script script) {
        List<String> simulated = SimulatedHarness.run(script);

        assertThat(AsyncHarness.run(script)).isEqualTo(simulated);
        assertThat(LoopHarness.run(script)).isEqualTo(simulated);
    }

    @Provide
    Gen<Script> hedgedScripts() {
        Gen<Supplier<GuardBuilder>> guards = guards();
        Gen<HedgePolicy.Settings> hedges = hedges();
        Gen<Supplier<GuardBuilder>> hedged = choices -> {
            Supplier<GuardBuilder> guard = guards.from(choices);
            HedgePolicy.Settings hedge = hedges.from(choices);
            return () -> guard.get().hedge(new HedgePolicy(hedge));
        };
        return scripts(calls(CallOptions.NONE.idempotently()), hedged);
    }

    private static Gen<HedgePolicy.Settings> hedges() {
        Gen<HedgeDelay> delays = Gen.longs(0, 60).map(n -> new HedgeDelay.Fixed(Duration.ofNanos(10 * n)));
        Gen<Integer> hedges = Gen.ints(1, 3);
        Gen<Integer> capacities = Gen.ints(1, 5);
        return choices ->
                new HedgePolicy.Settings(0.5, capacities.from(choices), delays.from(choices), hedges.from(choices));
    }

    @Provide
    Gen<Script> scripts() {
        return scripts(calls(CallOptions.NONE), guards());
    }

    private static Gen<Script> scripts(Gen<Script.Call> calls, Gen<Supplier<GuardBuilder>> guards) {
        Gen<List<Script.Call>> several = calls.list(1, 6);
        Gen<Long> seeds = Gen.longs(Long.MIN_VALUE, Long.MAX_VALUE);
        return choices -> new Script(several.from(choices), guards.from(choices), seeds.from(choices));
    }

    private static Gen<Script.Call> calls(CallOptions options) {
        Gen<Long> cancelAfter = Gen.frequency(
                new Gen.Weighted<>(4, Gen.just(FOREVER)),
                new Gen.Weighted<>(1, Gen.longs(0, 400).map(n -> 10 * n)));
        Gen<List<Script.Attempt>> attempts = attempts().list(1, 4);
        Gen<Long> deadlines = timesOrForever(400);
        return choices ->
                new Script.Call(attempts.from(choices), deadlines.from(choices), cancelAfter.from(choices), options);
    }

    private static Gen<Script.Attempt> attempts() {
        Gen<@Nullable Duration> hints =
                Gen.of(0, 70, 1_000).map(Duration::ofNanos).orNull(0.25);
        Gen<Outcome> ends = Gen.of(List.copyOf(EnumSet.complementOf(EnumSet.of(Outcome.DROPPED))));
        Gen<Long> lasting = Gen.longs(0, 100).map(n -> 10 * n);
        return choices -> {
            Outcome end = ends.from(choices);
            Duration hint = hints.from(choices);
            return new Script.Attempt(lasting.from(choices), end, end == Outcome.THROTTLED ? hint : null);
        };
    }

    private static Gen<Long> timesOrForever(int most) {
        return Gen.oneOf(Gen.just(FOREVER), Gen.longs(0, most).map(n -> 10 * n));
    }

    private static Gen<Supplier<GuardBuilder>> guards() {
        Gen<Long> deadlines = timesOrForever(200);
        Gen<Long> timeouts = timesOrForever(60);
        Gen<Supplier<RetryPolicy>> retries = retries();
        Gen<List<Consumer<GuardBuilder>>> gates = gates();
        return choices -> {
            long deadline = deadlines.from(choices);
            long timeout = timeouts.from(choices);
            Supplier<RetryPolicy> retry = retries.from(choices);
            List<Consumer<GuardBuilder>> chosen = gates.from(choices);
            return () -> {
                GuardBuilder guard = Guard.builder("conformance");
                if (deadline != FOREVER) {
                    guard.deadline(Duration.ofNanos(deadline + 1));
                }
                if (timeout != FOREVER) {
                    guard.attemptTimeout(Duration.ofNanos(timeout + 1));
                }
                chosen.forEach(gate -> gate.accept(guard));
                return guard.retry(retry.get());
            };
        };
    }

    /** What may hold a call or an attempt back, quick to do so. */
    private static Gen<List<Consumer<GuardBuilder>>> gates() {
        return Gen.subset(List.of(
                guard -> guard.throttle(new ClientThrottle(ClientThrottle.Settings.STANDARD.withMinPerSecond(0))),
                guard -> guard.rateLimit(
                        new RateLimit(RateLimit.Settings.of(1_000_000).withBurst(2))),
                guard -> guard.balancer(new Balancer(
                        Balancer.Settings.STANDARD, List.of(Address.of("a"), Address.of("b"), Address.of("c")))),
                guard -> guard.breaker(KeyedBreaker.of(
                        CircuitBreaker.Settings.STANDARD.withCalls(2, 2).withOpen(Duration.ofMillis(1)))),
                guard -> guard.limit(new ConcurrencyLimit(new FixedLimit(2)))));
    }

    private static Gen<Supplier<RetryPolicy>> retries() {
        Gen<Jitter> jitters = Gen.of(Jitter.values());
        Gen<Integer> bases = Gen.of(0, 20, 200);
        Gen<Backoff> backoffs = choices -> {
            int base = bases.from(choices);
            return new Backoff(
                    Duration.ofNanos(base), Duration.ofNanos(2L * base), Duration.ofNanos(500), jitters.from(choices));
        };
        Gen<RetryBudget.@Nullable Settings> budgets = Gen.of(
                        RetryBudget.Settings.STANDARD,
                        RetryBudget.Settings.of(2, 0.1),
                        new RetryBudget.Settings(20, 14, 5, 1, true),
                        RetryBudget.Settings.of(1, 0))
                .orNull(0.3);
        Gen<Integer> attempts = Gen.ints(1, 5);
        Gen<Boolean> pacings = Gen.of(false, false, true);
        return choices -> {
            int most = attempts.from(choices);
            Backoff backoff = backoffs.from(choices);
            RetryBudget.Settings budget = budgets.from(choices);
            boolean paced = pacings.from(choices);
            return () -> {
                RetryPolicy.Builder retry = RetryPolicy.builder().attempts(most).backoff(backoff);
                if (paced) {
                    retry.adaptiveRate(new AdaptiveRate(AdaptiveRate.Settings.STANDARD));
                }
                return (budget == null ? retry : retry.budget(new RetryBudget(budget))).build();
            };
        };
    }
}
