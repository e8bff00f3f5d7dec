package io.goodput.lab.world;

import static io.goodput.lab.world.ShortRuns.run;
import static io.goodput.lab.world.ShortRuns.sent;
import static io.goodput.lab.world.ShortRuns.tenths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Endpoints that are looked at, and balancers that are told. */
class HealthProbeTest {
    private static final String STORE = "[{name: store, period: 1s, essential: true}]";

    /** Two endpoints, 100 calls a second. */
    private static World web(String health, String faults) {
        return web(health, "latency: 1ms", faults);
    }

    private static World web(String health, String work, String faults) {
        return run(
                """
                clients:
                  users:
                    arrivals: constant
                    rate: 100/s
                    calls: {to: web, guard: {balance: {strategy: round-robin, panic: 0%}}}
                services:
                  web: {endpoints: 2, WORK, calls: [{to: store, optional: true}], HEALTH}
                  store: {latency: 1ms}
                faults:
                """.replace("WORK", work).replace(", HEALTH", health.isEmpty() ? "" : ", health: " + health) + faults);
    }

    private static long lost(World world, int from, int to) {
        return world.tally.clients().offered().sum(tenths(from, to))
                - world.tally.clients().succeeded().sum(tenths(from, to));
    }

    @Test
    void an_endpoint_that_is_down_gets_no_calls_once_it_was_looked_at() {
        String crash = "  - {fault: crash, of: web/1, from: 2s, to: 6s}\n";
        assertThat(lost(web("", crash), 20, 60)).isBetween(190L, 210L);
        World watched = web("{every: 200ms}", crash);
        assertThat(lost(watched, 20, 60)).isBetween(0L, 15L);
        assertThat(lost(watched, 25, 100)).isLessThan(3);
    }

    /** When the other endpoint is lost too, only one that has come back can answer. */
    @Test
    void an_endpoint_that_is_up_again_gets_calls_again() {
        World world = web("{every: 200ms}", """
                  - {fault: crash, of: web/1, from: 2s, to: 4s}
                  - {fault: crash, of: web/2, from: 6s, to: 8s}
                """);
        assertThat(lost(world, 65, 100)).isLessThan(3);
    }

    @Test
    void a_check_is_a_call_of_the_dependency() {
        World world = web("{every: 500ms, checks: {dependencies: " + STORE + "}}", "  []\n");
        long calls = world.tally.clients().offered().sum(tenths(0, 100));
        // Two endpoints, twice a second.
        assertThat(sent(world, "store") - calls).isBetween(38L, 41L);
    }

    /** Both endpoints are needed for the load: whoever leaves takes answers along. */
    @Test
    void an_endpoint_is_as_healthy_as_what_it_says_that_it_needs() {
        String faulty = "  - {fault: errors, of: store, share: 60%, from: 0s, to: 10s}\n";
        String health = "{every: 100ms, checks: {dependencies: STORE}}";
        String work = "latency: 14ms, slots: 1, queue: 1";
        World deep = web(health.replace("STORE", STORE), work, faulty);
        World shallow = web(health.replace("STORE", STORE.replace("true", "false")), work, faulty);
        assertThat(lost(shallow, 0, 100)).isLessThan(5);
        assertThat(lost(deep, 0, 100)).isGreaterThan(50);
    }

    @Test
    void when_all_seem_ill_all_get_calls() {
        World world = web(
                "{every: 200ms, checks: {dependencies: " + STORE + "}}",
                "  - {fault: errors, of: store, share: 100%, from: 2s, to: 8s}\n");
        assertThat(lost(world, 0, 100)).isLessThan(3);
    }

    @Test
    void a_run_may_be_too_much_for_its_checks_alone() {
        String model = """
                services: {web: {endpoints: 1000, latency: 1ms, health: {every: 10ms}}}
                clients: {c: {rate: 1/s, calls: {to: web}}}
                """;
        String text = "goodput: 1\nscenario: s\nrun: {for: 1d, seeds: 2}\n" + model;
        assertThatThrownBy(() -> ScenarioReader.parse("f", text, Path.of("")))
                .hasMessageContaining("up to 2e+10 requests in all");
    }

    @Test
    void only_what_is_called_can_be_looked_at() {
        assertThatThrownBy(() -> web("{every: 1s, checks: {dependencies: [{name: stroe, period: 1s}]}}", "  []\n"))
                .hasMessageContaining("web: checks stroe (expected: a service that it calls)");
        assertThatThrownBy(() -> web("{every: 1s, checks: {liveness: [{name: disk, period: 1s}]}}", "  []\n"))
                .hasMessageContaining("checks of what is local");
    }
}
