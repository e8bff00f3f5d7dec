package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file is told all that is wrong with it, at once. */
class AllProblemsTest {
    private static ConfigException refusal(String text) {
        return catchThrowableOfType(ConfigException.class, () -> YamlFile.parse("f", text, Configuration.decoder()));
    }

    /** Without what was expected. */
    private static List<String> problems(String text) {
        return refusal(text).problems().stream()
                .map(problem -> problem.text().replaceFirst(" \\(.*", ""))
                .toList();
    }

    @Test
    void of_every_section_every_block_and_every_kind_in_the_order_of_the_file() {
        assertThat(problems("""
                goodput: 1
                guards:
                  inventory:
                    deadline: 2
                    timeot: 300ms
                    retry: {attempts: 0, backoff: {cap: 1s}, bugdet: standard}
                    limit: {gradient: {initial: none}}
                  payments: {breaker: {threshold: 200%, keys: many}}
                  a b: {}
                servers:
                  checkout: {admission: standard, health: {liveness: [{name: disk}, {period: 1s}]}}
                severs: {}
                """))
                .containsExactly(
                        "f:4:15: guards.inventory.deadline: 2: missing unit",
                        "f:5:5: guards.inventory.timeot: unknown key",
                        "f:6:23: guards.inventory.retry.attempts: 0: below 1",
                        "f:6:26: guards.inventory.retry.backoff: missing key base",
                        "f:6:46: guards.inventory.retry.bugdet: unknown key",
                        "f:7:33: guards.inventory.limit.gradient.initial: none: does not start with a number",
                        "f:8:35: guards.payments.breaker.threshold: 200%: more than 100%",
                        "f:8:47: guards.payments.breaker.keys: many: does not start with a number",
                        "f:9:3: guards.\"a b\": cannot be a name",
                        "f:11:3: servers.checkout: missing key limit",
                        "f:11:55: servers.checkout.health.liveness[0]: missing key period",
                        "f:11:69: servers.checkout.health.liveness[1]: missing key name",
                        "f:12:1: severs: unknown key");
    }

    @Test
    void what_is_missing_is_told_with_what_is_wrong() {
        assertThat(problems("servers: {a: {health: {liveness: [{}]}}}"))
                .containsExactly(
                        "f:1:1: missing key goodput",
                        "f:1:11: servers.a: missing key limit",
                        "f:1:11: servers.a: missing key admission",
                        "f:1:35: servers.a.health.liveness[0]: missing key name",
                        "f:1:35: servers.a.health.liveness[0]: missing key period");
    }

    @Test
    void a_key_that_is_misspelt_is_not_missing_as_well() {
        assertThat(problems("{goodput: 1, quorums: {a: {neded: 1, parts: 2}}}"))
                .containsExactly("f:1:28: quorums.a.neded: unknown key");
    }

    @Test
    void keys_that_stand_twice_are_told_with_what_is_wrong_behind_them() {
        assertThat(problems("goodput: 1\nguards: {a: {timeout: 5x}}\nguards: {}\n"))
                .containsExactly("f:2:23: guards.a.timeout: 5x: unknown unit x", "f:3:1: guards: duplicate key");
    }

    @Test
    void a_file_of_another_version_or_kind_is_told_that_alone() {
        assertThat(problems("{goodput: 2, gards: {}, servers: {a: {}}}"))
                .singleElement()
                .asString()
                .startsWith("f:1:11: goodput: 2: unknown version of the schema");
        assertThat(problems("{goodput: 1, scenario: a, servers: {a: {}}}"))
                .singleElement()
                .asString()
                .contains("scenario: this is a scenario of the lab");
    }

    @Test
    void the_message_has_a_line_for_each_of_the_first_twenty_and_counts_the_others() {
        String many = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "  g" + i + ": {limit: 0}\n")
                .collect(Collectors.joining());

        ConfigException refusal = refusal("goodput: 1\nguards:\n" + many);

        assertThat(refusal.problems()).hasSize(30);
        assertThat(String.valueOf(refusal.getMessage()).lines())
                .hasSize(21)
                .last()
                .isEqualTo("and 10 more problems");
        assertThat(refusal.place()).isNotNull().extracting(each -> each.line()).isEqualTo(3);
    }

    @Test
    void of_very_many_a_thousand_are_kept_and_a_last_one_says_that_there_are_more() {
        String many = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> "  g" + i + ": 1\n")
                .collect(Collectors.joining());

        List<Problem> problems = refusal("goodput: 1\nguards:\n" + many).problems();
        assertThat(problems).hasSize(1_001).doesNotHaveDuplicates();
        assertThat(problems.getLast().message()).isEqualTo("there are more problems than the 1000 that are told");
    }
}
