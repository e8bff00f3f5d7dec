package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.FileFinding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {
    private static final String RISKY = """
            goodput: 1
            guards:
              safe: {deadline: 2s, timeout: 300ms, retry: standard}
              risky:
                retry: {attempts: 5}
                balance:
                  endpoints: [{name: one, zone: a}, {name: two, zone: a}]
                timeout: 3s
                deadline: 2s
            """;

    private static List<String> found(CheckedFile<?> file) {
        return file.findings().stream()
                .map(finding ->
                        finding.place() + " " + finding.level().word() + " " + finding.key() + " " + finding.code())
                .toList();
    }

    @Test
    void each_finding_stands_at_its_setting_and_in_the_order_of_the_file() {
        CheckedFile<Configuration> file = Configuration.check("f", RISKY);

        assertThat(found(file))
                .containsExactly(
                        "f:5:5 warning guards.risky.retry retry-without-budget",
                        "f:5:5 warning guards.risky.retry retry-without-backoff",
                        "f:6:5 warning guards.risky.balance one-zone",
                        "f:8:5 warning guards.risky.timeout timeout-above-deadline");
        assertThat(file.value()).isNotNull();
        assertThat(file.count(Level.WARNING)).isEqualTo(4);
    }

    @Test
    void what_is_about_the_whole_guard_stands_at_its_name() {
        assertThat(found(Configuration.check("f", "goodput: 1\nguards:\n  bare: {}\n")))
                .containsExactly("f:3:3 warning guards.bare deadline-missing");
    }

    @Test
    void what_a_guard_accepts_is_left_out_and_is_part_of_what_it_says() {
        String accepted = RISKY + "    accept: [retry-without-budget, one-zone, retry-without-backoff]\n";

        CheckedFile<Configuration> file = Configuration.check("f", accepted);

        assertThat(found(file)).containsExactly("f:8:5 warning guards.risky.timeout timeout-above-deadline");
        assertThat(file.value()).isNotNull().satisfies(each -> {
            GuardSettings risky = each.guard("risky");
            assertThat(risky.accept())
                    .containsExactlyInAnyOrder(
                            LintRule.RETRY_WITHOUT_BUDGET, LintRule.ONE_ZONE, LintRule.RETRY_WITHOUT_BACKOFF);
            assertThat(each.toYaml()).contains("accept: [retry-without-budget, retry-without-backoff, one-zone]");
        });
    }

    @Test
    void a_file_that_cannot_be_used_has_errors_and_nothing_else() {
        CheckedFile<Configuration> file = Configuration.check("f", RISKY + "  other: {limit: 0}\nserver: {}\n");

        assertThat(file.value()).isNull();
        assertThat(found(file))
                .containsExactly("f:10:18 error guards.other.limit invalid", "f:11:1 error server invalid");
    }

    @Test
    void a_file_that_is_not_there_has_one_error_without_a_place() {
        CheckedFile<Configuration> file = Configuration.check(Path.of("none.yaml"));

        assertThat(file.findings())
                .singleElement()
                .extracting(FileFinding::text)
                .isEqualTo("none.yaml: error: no such file (expected: a YAML file of at most 1 MiB)");
    }

    @Test
    void a_line_of_text_has_all_that_an_editor_or_a_person_needs() {
        assertThat(Configuration.check("f", RISKY).findings().getLast().text())
                .isEqualTo(
                        "f:8:5: warning: guards.risky.timeout: 3s with a deadline of 2s; an attempt that hangs takes the"
                                + " whole call, and is never tried again [timeout-above-deadline,"
                                + " docs/policies/timeouts.md#timeout-above-deadline]");
    }
}
