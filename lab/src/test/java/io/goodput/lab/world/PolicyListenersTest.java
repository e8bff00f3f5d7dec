package io.goodput.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Refusal.Reason;
import io.goodput.admission.AdmissionEvent;
import io.goodput.breaker.BreakerEvent;
import io.goodput.cache.CacheEvent;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who listens is found by name, hears what happened, and changes nothing. */
class PolicyListenersTest {
    private static final String TWO_CALLERS = """
            services:
              api: {latency: 10ms, endpoints: 2, calls: [{to: store, guard: {timeout: 50ms}}]}
              store: {latency: exponential(20ms), server: {limit: 1, admission: {capacity: 2}}}
            clients:
              users: {processes: 2, rate: 50/s, calls: {to: api, guard: {timeout: 1s}}}
              jobs: {rate: 10/s, calls: {to: store, guard: {timeout: 30ms, breaker: {window: 1s, min-calls: 3}}}}
            """;

    private static World run(Model model, PolicyListeners listeners) {
        var tally = new Tally(model, 10 * Runs.S, Runs.S / 10, new Span(0, 10 * Runs.S));
        var world = new World(model, 1, tally, listeners);
        world.run();
        return world;
    }

    @Test
    void a_caller_is_all_of_its_processes_or_one_of_them() {
        Model model = ShortRuns.model(TWO_CALLERS);
        List<GuardEvent> all = new ArrayList<>();
        List<GuardEvent> one = new ArrayList<>();
        List<GuardEvent> inside = new ArrayList<>();
        World world = run(
                model,
                new PolicyListeners(model)
                        .guards("users", "api", all::add)
                        .guards("users-2", "api", one::add)
                        .guards("api-1", "store", inside::add));
        assertThat(begun(all)).isEqualTo(ShortRuns.sent(world, "api"));
        assertThat(begun(one)).isBetween(1L, begun(all) - 1);
        assertThat(inside).isNotEmpty().allMatch(event -> event.call().guard().equals("store"));
        assertThat(begun(inside)).isLessThan(begun(all));
    }

    private static long begun(List<GuardEvent> events) {
        return events.stream().filter(GuardEvent.AttemptBegan.class::isInstance).count();
    }

    @Test
    void what_an_endpoint_sheds_is_heard() {
        Model model = ShortRuns.model(TWO_CALLERS);
        List<AdmissionEvent> heard = new ArrayList<>();
        World world = run(model, new PolicyListeners(model).admissions("store", heard::add));
        assertThat(heard.stream().filter(AdmissionEvent.LoadShed.class::isInstance))
                .hasSize((int) world.tally.service("store").refused().sum(Runs.all(world)))
                .isNotEmpty();
    }

    @Test
    void an_endpoint_that_came_up_again_is_heard_as_before() {
        Model model = ShortRuns.model(TWO_CALLERS + "faults: [{fault: crash, of: store, from: 3s, to: 4s}]\n");
        List<AdmissionEvent> heard = new ArrayList<>();
        run(model, new PolicyListeners(model).admissions("store", heard::add));
        assertThat(heard).anyMatch(event -> event.at() < 3 * Runs.S).anyMatch(event -> event.at() > 4 * Runs.S);
        assertThat(heard)
                .filteredOn(AdmissionEvent.Admitted.class::isInstance)
                .noneMatch(event -> event.at() > 3 * Runs.S && event.at() < 4 * Runs.S);
    }

    @Test
    void breakers_tell_whose_they_are() {
        Model model = ShortRuns.model(TWO_CALLERS);
        List<BreakerEvent> breakers = new ArrayList<>();
        List<Reason> refusals = new ArrayList<>();
        run(
                model,
                new PolicyListeners(model)
                        .breakers("jobs", "store", breakers::add)
                        .guards("jobs", "store", event -> {
                            if (event instanceof CallRefused refused) {
                                refusals.add(refused.refusal().reason());
                            }
                        }));
        assertThat(breakers).isNotEmpty().allMatch(event -> "store".equals(event.guard()));
        assertThat(refusals).contains(Reason.BREAKER);
    }

    @Test
    void each_load_of_a_cache_is_heard() {
        Model model = ShortRuns.model("""
                services: {store: {latency: 5ms}}
                clients: {users: {rate: 100/s, calls: {to: store, cache: {keys: 50, entries: {soft: 1s}}}}}
                """);
        List<CacheEvent> heard = new ArrayList<>();
        World world = run(model, new PolicyListeners(model).caches("users", "store", heard::add));
        long calls = world.tally.clients().offered().sum(Runs.all(world));
        assertThat(heard.stream().filter(CacheEvent.Lookup.class::isInstance)).hasSize((int) calls);
        assertThat(heard.stream().filter(CacheEvent.Loaded.class::isInstance).count())
                .isBetween(ShortRuns.sent(world, "store") - 2, ShortRuns.sent(world, "store"));
    }

    @Test
    void names_that_are_not_there_are_refused() {
        var listeners = new PolicyListeners(ShortRuns.model(TWO_CALLERS));
        assertThatThrownBy(() -> listeners.guards("user", "api", _ -> {})).hasMessage("part: user (expected: users?)");
        assertThatThrownBy(() -> listeners.caches("users", "stor", _ -> {}))
                .hasMessage("part: stor (expected: store?)");
    }

    static List<String> scenarios() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_world_that_is_listened_to_runs_as_one_that_is_not(String name) {
        Scenario scenario = Objects.requireNonNull(Catalogue.find(name));
        scenario.variants().forEach((variant, model) -> {
            World alone = new World(model, 7, tally(model));
            var heard = new long[1];
            World watched = new World(model, 7, tally(model), onAll(model, _ -> heard[0]++));
            alone.simulation().runUntil(2 * Runs.S);
            watched.simulation().runUntil(2 * Runs.S);
            assertThat(watched.simulation().traceHash())
                    .as(variant)
                    .isEqualTo(alone.simulation().traceHash());
            assertThat(watched.simulation().events())
                    .isEqualTo(alone.simulation().events());
        });
    }

    private static Tally tally(Model model) {
        return new Tally(model, 2 * Runs.S, Runs.S, new Span(0, 2 * Runs.S));
    }

    private static PolicyListeners onAll(Model model, Consumer<Object> listener) {
        var all = new PolicyListeners(model);
        List<String> callers = new ArrayList<>();
        model.populations().stream().map(Population::name).forEach(callers::add);
        model.services().stream().map(Service::name).forEach(callers::add);
        for (Service service : model.services()) {
            all.admissions(service.name(), listener);
            for (String caller : callers) {
                all.guards(caller, service.name(), listener)
                        .breakers(caller, service.name(), listener)
                        .limits(caller, service.name(), listener)
                        .balancers(caller, service.name(), listener)
                        .caches(caller, service.name(), listener);
            }
        }
        return all;
    }
}
