package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.problem.CheckedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioLintTest {
    private static final String START = "goodput: 1\nscenario: a\nrun: {for: 10s, seeds: 1}\n";

    private static List<String> found(String text) {
        CheckedFile<Scenario> file = ScenarioReader.check("f", () -> START + text, Path.of(""));
        assertThat(file.value()).as(file.findings().toString()).isNotNull();
        return file.findings().stream()
                .map(finding ->
                        finding.level().word() + " " + finding.code() + " " + finding.key() + ": " + finding.message())
                .toList();
    }

    @Test
    void attempts_multiply_down_the_layers() {
        String retry = "guard: {timeout: 1s, retry: {attempts: 3, backoff: standard}}";

        assertThat(found("""
                clients: {users: {rate: 1/s, calls: {to: edge, %1$s}}}
                services:
                  edge: {latency: 1ms, calls: [{to: cache}, {to: web, guard: {timeout: 1s}}]}
                  cache: {latency: 1ms}
                  web: {latency: 1ms, operations: ~, calls: [{to: stock, fallback: {to: store, %1$s}}]}
                  stock: {latency: 1ms}
                  store: {latency: 1ms}
                """.formatted(retry).replace(" operations: ~,", "")))
                .contains("warning retries-in-layers services.web.calls[0].fallback.guard.retry: 3 × 3 = 9 attempts at"
                        + " store for one call while it fails; users, web retry without a budget");
    }

    @Test
    void a_budget_at_one_of_two_layers_stops_that_and_so_does_another_operation() {
        String services = """
                services:
                  web:
                    operations:
                      read: {latency: 1ms}
                      buy: {latency: 1ms, calls: [{to: store, guard: {timeout: 1s, retry: {attempts: 3}}}]}
                  store: {latency: 1ms}
                """;

        assertThat(found(
                        "clients: {users: {rate: 1/s, calls: {to: web.buy, guard: {timeout: 1s, retry: {attempts: 2}}}}}\n"
                                + services))
                .anyMatch(each -> each.contains("2 × 3 = 6 attempts at store"));
        assertThat(found(
                        "clients: {users: {rate: 1/s, calls: {to: web.read, guard: {timeout: 1s, retry: {attempts: 2}}}}}\n"
                                + services))
                .noneMatch(each -> each.contains("retries-in-layers"));
        assertThat(found("clients: {users: {rate: 1/s, calls: {to: web.buy, guard: {timeout: 1s, retry: standard}}}}\n"
                        + services))
                .noneMatch(each -> each.contains("retries-in-layers"));
    }

    @Test
    void many_ways_down_are_looked_at_once() {
        // Two calls in each of 60 layers are 2^60 ways.
        var services = new StringBuilder("services:\n");
        for (int i = 0; i < 60; i++) {
            services.append(
                            "  s%d: {latency: 1ms, calls: [{to: s%d, guard: {timeout: 1s}}, {to: s%d, guard: {timeout: 1s,"
                                    .formatted(i, i + 1, i + 1))
                    .append(" retry: {attempts: 2, backoff: standard}}}]}\n");
        }

        assertThat(found("clients: {users: {rate: 1/s, calls: {to: s58}}}\n" + services + "  s60: {latency: 1ms}\n"))
                .anyMatch(each -> each.contains("2 × 2 = 4 attempts at s60"));
    }

    @Test
    void a_limit_is_above_the_knee_when_its_processes_let_in_more_than_is_worked_off_in_time() {
        String model = """
                clients: {users: {rate: 1/s, processes: %d, calls: {to: api, guard: {timeout: 250ms, limit: %s}}}}
                services: {api: {latency: 20ms, slots: 10, queue: 1000}}
                """;

        // 10 slots / 20 ms are 500/s, and 125 in 250 ms.
        assertThat(found(model.formatted(10, "12"))).isEmpty();
        assertThat(found(model.formatted(10, "13")))
                .containsExactly(
                        "warning limit-above-knee clients.users.calls.guard.limit: 10 times 13 are 130 in flight;"
                                + " api works off 125 in the time that its caller waits");
        assertThat(found(model.formatted(1, "{aimd: {min: 130, max: 200}}"))).hasSize(1);
        assertThat(found(model.formatted(1, "{aimd: {max: 1000}}"))).isEmpty();
        assertThat(found(model.formatted(10, "13, accept: [limit-above-knee]"))).isEmpty();
    }

    @Test
    void the_knee_of_a_law_with_a_peak_is_the_peak() {
        String model = """
                clients: {users: {rate: 1/s, calls: {to: api, guard: {deadline: 5s, limit: %d}}}}
                services: {api: {latency: 100ms, endpoints: 2, usl: {contention: 5%%, coherence: 0.1%%}}}
                """;

        // √(0.95 / 0.001) is 30.8, at each of two endpoints.
        assertThat(found(model.formatted(61))).isEmpty();
        assertThat(found(model.formatted(62)))
                .containsExactly("warning limit-above-knee clients.users.calls.guard.limit: 62 in flight; api does most"
                        + " with 61");
    }

    @Test
    void a_call_without_a_guard_is_dangerous_where_it_holds_a_slot() {
        String model = """
                clients: {users: {rate: 1/s, calls: {to: web}}}
                services:
                  web: {latency: 1ms, %s calls: [{to: stock}]}
                  stock: {latency: 1ms}
                """;

        assertThat(found(model.formatted("slots: 5,")))
                .containsExactly(
                        "warning deadline-missing services.web.calls[0]: calls stock without a guard; a call that"
                                + " hangs keeps one of its slots for ever");
        assertThat(found(model.formatted(""))).isEmpty();
        assertThat(found(model.formatted("slots: 5, deadlines: remaining,"))).isEmpty();
    }

    @Test
    void a_population_that_waits_for_ever_holds_nothing() {
        assertThat(found("""
                clients: {users: {rate: 1/s, calls: {to: web, guard: {breaker: standard}}}}
                services: {web: {latency: 1ms}}
                """))
                .containsExactly(
                        "note deadline-missing clients.users.calls.guard: neither deadline nor timeout; a call that"
                                + " hangs keeps its caller for ever");
    }

    @Test
    void endpoints_in_one_zone_are_lost_with_it() {
        String model = """
                clients: {users: {rate: 1/s, calls: {to: web}}}
                services: {web: {latency: 1ms, endpoints: 3, zones: [%s]}}
                """;

        assertThat(found(model.formatted("a")))
                .containsExactly(
                        "warning one-zone services.web.zones: all endpoints (3) are in zone a, and are lost with it");
        assertThat(found(model.formatted("a, b"))).isEmpty();
    }

    @Test
    void a_finding_of_some_variants_names_them_and_stands_where_they_say_it() {
        assertThat(found("""
                clients: {users: {rate: 1/s, calls: {to: web, guard: {timeout: 1s}}}}
                services: {web: {latency: 1ms, zones: [a]}}
                variants:
                  none: {}
                  retries: {clients: {users: {calls: {guard: {deadline: 5s, retry: {attempts: 2, backoff: standard}}}}}}
                """))
                .containsExactly(
                        "warning one-zone services.web.zones: all endpoints (1) are in zone a, and are lost with it",
                        "warning retry-without-budget variants.retries.clients.users.calls.guard.retry: 2 attempts without"
                                + " a budget; when all calls fail the dependency gets 2 times the load (variant retries)");
    }

    @Test
    void the_short_form_has_its_own_keys_and_so_has_a_sweep() {
        assertThat(found("""
                workload: {rate: 1/s}
                service: {latency: 1ms, zones: [a]}
                client: {timeout: 1s, retry: {attempts: 2, backoff: standard}, deadline: 3s}
                vary: {workload.rate: 1/s..4/s/1/s}
                policies: {plain: {}, hangs: {timeout: 4s}}
                """))
                .containsExactly(
                        "warning one-zone service.zones: all endpoints (1) are in zone a, and are lost with it",
                        "warning retry-without-budget client.retry: 2 attempts without a budget; when all calls fail the"
                                + " dependency gets 2 times the load",
                        "warning timeout-above-deadline policies.hangs.timeout: 4s with a deadline of 3s; an attempt that"
                                + " hangs takes the whole call, and is never tried again (variant hangs)");
    }
}
