package io.goodput.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.balance.Address;
import io.goodput.guard.Guard;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.sim.Simulation;
import io.goodput.sim.Span;
import io.goodput.sim.Streams;
import io.goodput.sim.VirtualTimers;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who listens to a policy in the lab hears what it would hear in production. A world is run, and what is heard of its
 * guards says when each call came and how each attempt went; the same guard is then driven by the drivers of production
 * through the same calls and attempts, and the same is heard, word for word: events, order, instants, reasons,
 * attempts, waits.
 */
class LabConformanceTest {
    private static final long SECONDS = 10;
    private static final int SEEDS = 4;

    /** Overloaded in the middle, and failing: so all policies have something to do. */
    private static final String BUSY = """
            services: {store: {latency: exponential(20ms), endpoints: 3, slots: 2, queue: 4}}
            clients:
              users:
                keys: 3
                tenants: 3
                rate: 100/s
                phases: [{from: 3s, to: 4s, rate: 1500/s}]
                calls: {to: store, idempotent: true, guard: %s}
            faults: [{fault: errors, of: store, from: 6s, to: 8s, share: 50%%}]
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{timeout: 100ms}",
                "{deadline: 300ms, timeout: 100ms, retry: standard}",
                "{timeout: 60ms, retry: {attempts: 4, budget: {capacity: 5, deposit: 0.1}}}",
                "{timeout: 100ms, retry: standard, breaker: {window: 1s}}",
                "{timeout: 100ms, retry: standard, limit: 8}",
                "{timeout: 100ms, retry: standard, throttle: standard}",
                "{timeout: 100ms, rate-limit: {rate: 50/s}}",
                "{timeout: 100ms, hedge: {delay: 30ms}}",
                "{timeout: 100ms, hedge: {delay: 30ms}, retry: standard, balance: standard}"
            })
    void calls_that_overlap_are_heard_as_in_production_without_holding_a_thread(String guard) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Model model = ShortRuns.model(BUSY.formatted(guard));
            HeardLines lab = inTheLab(model, seed);
            var again = new HeardLines(SECONDS * Runs.S);
            var simulation = new Simulation();
            Guard same = guard(model, seed, new VirtualTimers(simulation), again);
            new GuardScript(lab.script()).playAsync(same, simulation, SECONDS * Runs.S);

            assertThat(again.lines()).isEqualTo(lab.lines());
            assertThat(lab.lines()).hasSizeGreaterThan(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{timeout: 200ms}",
                "{deadline: 600ms, timeout: 200ms, retry: standard}",
                "{timeout: 200ms, retry: {attempts: 4, backoff: {base: 10ms, cap: 50ms}, budget: {capacity: 3, deposit: 0.1}}}",
                "{timeout: 200ms, retry: {attempts: 3, backoff: {base: 10ms, cap: 50ms}}, breaker: {window: 1s}, balance: standard}"
            })
    void calls_one_at_a_time_are_heard_as_in_a_thread_that_waits(String guard) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Model model = ShortRuns.model("""
                    services: {store: {latency: exponential(150ms), endpoints: 3, slots: 2, queue: 4}}
                    clients:
                      users: {keys: 3, arrivals: constant, rate: 1/s, calls: {to: store, guard: %s}}
                    faults: [{fault: errors, of: store, from: 2s, to: 8s, share: 60%%}]
                    """.formatted(guard));
            HeardLines lab = inTheLab(model, seed);
            var again = new HeardLines(SECONDS * Runs.S);
            var timers = new VirtualTimers();
            new GuardScript(lab.script()).playBlocking(guard(model, seed, timers, again), timers);

            assertThat(again.lines()).isEqualTo(lab.lines());
            assertThat(lab.lines()).hasSizeGreaterThan(30);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {timeout: 100ms, hedge: {delay: 30ms}} | hedge 2
            {timeout: 100ms, hedge: {delay: 30ms}} | ended CANCELLED
            {timeout: 100ms, retry: standard} | again in
            {timeout: 100ms, retry: standard} | BUDGET_EXHAUSTED
            {timeout: 100ms} | ended THROTTLED
            {timeout: 100ms} | ended TRANSIENT_FAILURE
            {timeout: 100ms, breaker: {window: 1s}} | refused BREAKER
            {timeout: 100ms, breaker: {window: 1s}} | let through
            {timeout: 100ms, limit: 8} | refused CONCURRENCY_LIMIT
            {timeout: 100ms, throttle: standard} | refused CLIENT_THROTTLE
            {timeout: 100ms, rate-limit: {rate: 50/s}} | refused RATE_LIMIT
            """)
    void the_calls_above_meet_what_policies_do(String guard, String told) {
        boolean isTold = inTheLab(ShortRuns.model(BUSY.formatted(guard)), 1).lines().stream()
                .anyMatch(line -> line.contains(told));
        assertThat(isTold).isTrue();
    }

    private static HeardLines inTheLab(Model model, long seed) {
        var heard = new HeardLines(SECONDS * Runs.S);
        var listeners = new PolicyListeners(model)
                .guards("users", "store", heard::hear)
                .breakers("users", "store", event -> heard.hear(event.at(), event))
                .limits("users", "store", event -> heard.hear(event.at(), event))
                .balancers("users", "store", heard::hear);
        var tally = new Tally(model, SECONDS * Runs.S, Runs.S / 10, new Span(0, SECONDS * Runs.S));
        new World(model, seed, tally, listeners).run();
        return heard;
    }

    /** That of the lab's only process, but for its timers. */
    private static Guard guard(Model model, long seed, VirtualTimers timers, HeardLines heard) {
        Dependency calls = model.populations().getFirst().calls();
        Guard guard = calls.guard()
                .newGuard("store")
                .random(new Streams(seed).fork("users").fork("users").stream("backoff"))
                .classifier(GuardScript.CLASSIFIER)
                .timers(timers)
                .listener(heard::hear)
                .build();
        if (guard.balancer() != null) {
            Service store = model.service("store");
            guard.balancer()
                    .update(IntStream.rangeClosed(1, 3)
                            .mapToObj(number -> Address.of(store.endpointName(number)))
                            .toList());
            guard.balancer().listen(heard::hear);
        }
        if (guard.breaker() != null) {
            guard.breaker().listen(event -> heard.hear(event.at(), event));
        }
        if (guard.limit() != null) {
            guard.limit().listen(event -> heard.hear(event.at(), event));
        }
        return guard;
    }
}
