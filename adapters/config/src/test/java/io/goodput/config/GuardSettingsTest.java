package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Outcome;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardSettingsTest {
    private static GuardSettings read(String yaml) {
        return YamlFile.parse("guard.yaml", yaml).as(GuardSettings.decoder());
    }

    private static RetrySettings retry(String yaml) {
        return Objects.requireNonNull(read("retry: " + yaml).retry());
    }

    @Test
    void what_is_not_written_is_not_there() {
        assertThat(read("{}")).isEqualTo(GuardSettings.NONE);
        assertThat(retry("{attempts: 5}").backoff()).isEqualTo(Backoff.NONE);
        assertThat(retry("{attempts: 5}").budget()).isNull();
        assertThat(retry("{attempts: 5}").attempts()).isEqualTo(5);
        assertThat(retry("{}").attempts()).isEqualTo(3);
    }

    @Test
    void everything_can_be_written() {
        var settings = read("""
                deadline: 2s
                timeout: 300ms
                retry:
                  attempts: 4
                  backoff: {base: 25ms, throttled: 1s, cap: 10s, jitter: decorrelated}
                  budget: {capacity: 500, deposit: 1, cost: 14, throttled-cost: 5, refund: true}
                  on: [transient, throttled]
                """);

        assertThat(settings)
                .isEqualTo(new GuardSettings(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(300),
                        new RetrySettings(
                                4,
                                new Backoff(
                                        Duration.ofMillis(25),
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(10),
                                        Jitter.DECORRELATED),
                                RetryBudget.Settings.STANDARD,
                                List.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED))));
    }

    @Test
    void standard_is_what_it_is_in_java() {
        RetryPolicy written = retry("standard").newPolicy();
        RetryPolicy standard = RetryPolicy.standard();

        assertThat(written.attempts()).isEqualTo(standard.attempts());
        assertThat(written.backoff()).isEqualTo(standard.backoff());
        assertThat(written.budget()).extracting(RetryBudget::settings).isEqualTo(RetryBudget.Settings.STANDARD);
        assertThat(retry("{backoff: standard, budget: standard}")).isEqualTo(RetrySettings.STANDARD);
    }

    @Test
    void a_long_base_lifts_the_usual_cap() {
        assertThat(retry("{backoff: {base: 50ms}}").backoff().cap()).isEqualTo(Duration.ofSeconds(20));
        assertThat(retry("{backoff: {base: 1m}}").backoff().cap()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void every_guard_gets_a_budget_of_its_own() {
        RetrySettings settings = retry("{budget: {capacity: 10, deposit: 0.1}}");

        assertThat(settings.newPolicy().budget())
                .isNotSameAs(settings.newPolicy().budget());
    }

    @Test
    void its_own_settings_come_before_the_others() {
        var merged = read("timeout: 1s").orElse(read("{timeout: 3s, deadline: 9s}"));

        assertThat(merged).isEqualTo(new GuardSettings(Duration.ofSeconds(9), Duration.ofSeconds(1), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout: 300                                     | timeout: 300: missing unit
            timeout: 0s                                      | timeout: 0s
            retry: {attempts: 0}                             | retry.attempts: 0
            retry: {atempts: 3}                              | retry.atempts: unknown key (did you mean attempts?
            retry: standrad                                  | retry: standrad: unknown, did you mean standard?
            retry: {budget: {capacity: 10}}                  | retry.budget: missing key deposit
            retry: {budget: {capacity: 0.5, deposit: 0.1}}   | retry.budget.capacity: 0.5
            retry: {budget: {capacity: 10, deposit: -1}}     | retry.budget.deposit: -1
            retry: {backoff: {base: 30s, cap: 20s}}          | retry.backoff.cap: 20s
            retry: {backoff: {base: 1s, jitter: ful}}        | retry.backoff.jitter: ful: unknown, did you mean full?
            retry: {on: []}                                  | on: empty
            retry: {on: [transient, permanent]}              | retry.on[1]: permanent: unknown
            """)
    void what_cannot_be_is_refused_with_its_place(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("guard.yaml:1: ")
                .hasMessageContaining(problem);
    }
}
