package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goodput.config.problem.ConfigException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllProblemsOfAScenarioTest {
    private static List<String> problems(String text) {
        ConfigException refusal =
                catchThrowableOfType(ConfigException.class, () -> ScenarioReader.parse("f", text, Path.of("")));
        return refusal.problems().stream()
                .map(problem -> problem.text().replaceFirst(" \\(.*", ""))
                .toList();
    }

    @Test
    void of_all_its_parts() {
        assertThat(problems("""
                goodput: 1
                scenario: Shop
                clients:
                  users: {rate: fast, phases: [{from: 5s, to: 1s, rate: 1}, {from: 1s, to: 2}]}
                  others: {rate: 1/s, calls: {to: orders, guard: {retry: {attempts: 0}, hedge: standard, limit: 0}}}
                services:
                  orders: {latency: slow, slots: 0, calls: [{to: stock, share: 2}]}
                faults:
                  - {fault: crash, of: nobody, from: 1s, to: soon}
                  - {fault: slow-down, from: 1s, to: 2s, by: 3}
                run: {for: 1y, seeds: 0}
                claims: []
                """))
                .containsExactly(
                        "f:2:11: scenario: Shop: cannot be a name",
                        "f:4:3: clients.users: missing key calls",
                        "f:4:17: clients.users.rate: fast: does not start with a number",
                        "f:4:32: clients.users.phases[0]: ends at 1s, not after its start at 5s",
                        "f:4:57: clients.users.phases[0].rate: 1: missing unit",
                        "f:4:61: clients.users.phases[1]: missing key rate",
                        "f:4:76: clients.users.phases[1].to: 2: missing unit",
                        "f:5:69: clients.others.calls.guard.retry.attempts: 0: below 1",
                        "f:5:80: clients.others.calls.guard.hedge: not simulated: the call is not idempotent, so it would"
                                + " not be hedged",
                        "f:5:97: clients.others.calls.guard.limit: 0: below 1",
                        "f:7:21: services.orders.latency: slow: does not start with a number",
                        "f:7:34: services.orders.slots: 0: below 1",
                        "f:7:64: services.orders.calls[0].share: 2: more than 100%, did you mean 2%?",
                        "f:9:46: faults[0].to: soon: does not start with a number",
                        "f:10:5: faults[1]: missing key of",
                        "f:10:46: faults[1].by: 3",
                        "f:11:12: run.for: 1y: unknown unit y",
                        "f:11:23: run.seeds: 0: below 1");
    }

    @Test
    void of_each_variant_and_of_what_they_have_in_common_once() {
        assertThat(problems("""
                goodput: 1
                scenario: shop
                clients: {users: {calls: {to: orders}}}
                services: {orders: {latency: slow}}
                variants:
                  a: {clients: {users: {rate: 1/s}}, services: {orders: {slots: 0}}}
                  b: {clients: {users: {rate: 0}}, faults: [{fault: crush}]}
                run: {for: 10s}
                """))
                .containsExactly(
                        "f:4:30: services.orders.latency: slow: does not start with a number",
                        "f:6:65: variants.a.services.orders.slots: 0: below 1",
                        "f:7:31: variants.b.clients.users.rate: 0: missing unit",
                        "f:7:53: variants.b.faults[0].fault: crush: unknown, did you mean crash?");
    }

    @Test
    void what_calls_fall_back_to_is_read_once_however_deep() {
        // Read twice at each of 28 levels, the innermost would be read 2^28 times.
        String deep = "{to: a, fallback: ".repeat(28) + "{to: a, share: 2}" + "}".repeat(28);

        assertThat(problems("{goodput: 1, scenario: a, clients: {b: {rate: 1/s, calls: " + deep
                        + "}}, services: {a: {latency: 1ms}}, run: {for: 10s}}"))
                .hasSize(1);
    }
}
