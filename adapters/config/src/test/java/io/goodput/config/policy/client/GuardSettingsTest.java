package io.goodput.config.policy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Outcome;
import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.ReplayRule;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardSettingsTest {
    private static GuardSettings read(String yaml) {
        return YamlFile.parse("guard.yaml", yaml).as(GuardSettings.CODEC);
    }

    private static RetryPolicy.Settings retry(String yaml) {
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
              replay: idempotent
            """);

        assertThat(settings)
                .isEqualTo(GuardSettings.NONE
                        .withDeadline(Duration.ofSeconds(2))
                        .withTimeout(Duration.ofMillis(300))
                        .withRetry(new RetryPolicy.Settings(
                                4,
                                new Backoff(
                                        Duration.ofMillis(25),
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(10),
                                        Jitter.DECORRELATED),
                                RetryBudget.Settings.STANDARD,
                                null,
                                Set.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED),
                                ReplayRule.IDEMPOTENT)));
    }

    @Test
    void standard_is_what_it_is_in_java() {
        RetryPolicy written = new RetryPolicy(retry("standard"));
        RetryPolicy standard = RetryPolicy.standard();

        assertThat(written.settings().attempts()).isEqualTo(standard.settings().attempts());
        assertThat(written.settings().backoff()).isEqualTo(standard.settings().backoff());
        assertThat(written.budget()).extracting(RetryBudget::settings).isEqualTo(RetryBudget.Settings.STANDARD);
        assertThat(retry("{backoff: standard, budget: standard}")).isEqualTo(RetryPolicy.Settings.STANDARD);
    }

    @Test
    void a_long_base_lifts_the_usual_cap() {
        assertThat(retry("{backoff: {base: 50ms}}").backoff().cap()).isEqualTo(Duration.ofSeconds(20));
        assertThat(retry("{backoff: {base: 1m}}").backoff().cap()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        throttle: standard            | throttle: {}
        rate-limit: 100/s             | rate-limit: {rate: 100/s, burst: 100, keys: 10000}
        hedge: standard               | hedge: {delay: {percentile: 95, least: 1ms, samples: 100}}
        balance: standard             | balance: {ejection: standard}
        breaker: standard             | breaker: {keys: 1000, failures: [timeout, transient, throttled]}
        breaker: {on-off: standard}   | breaker: {on-off: {}}
        limit: standard               | limit: {gradient: {}}
        limit: 20                     | limit: {fixed: 20}
        limit: {aimd: standard}       | limit: {aimd: {}}
        limit: {aimd: {max: 10}}      | limit: {aimd: {initial: 10, min: 1, max: 10}}
        limit: {aimd: {min: 300}}     | limit: {aimd: {initial: 300, min: 300, max: 300}}
        limit: {aimd: {initial: 500}} | limit: {aimd: {initial: 500, min: 1, max: 500}}
        """)
    void a_key_that_is_left_out_is_the_standards(String less, String more) {
        assertThat(read(less)).isEqualTo(read(more)).isNotEqualTo(GuardSettings.NONE);
    }

    @Test
    void a_policy_within_a_block_is_not_added_either() {
        var balance =
                Objects.requireNonNull(read("balance: {endpoints: [a, b]}").balance());

        assertThat(balance.settings().ejection()).isNull();
        assertThat(balance.settings().zones()).isNull();
        assertThat(Objects.requireNonNull(read("rate-limit: 5/s").rateLimit()).overall())
                .isNull();
    }

    private static RetryBudget budget(Guard guard) {
        return Objects.requireNonNull(Objects.requireNonNull(guard.retry()).budget());
    }

    @Test
    void every_guard_gets_a_budget_of_its_own() {
        GuardSettings settings = read("retry: {budget: {capacity: 10, deposit: 0.1}}");

        assertThat(budget(settings.newGuard("a").build()))
                .isNotSameAs(budget(settings.newGuard("b").build()));
    }

    @Test
    void its_own_settings_come_before_the_others() {
        var merged = read("timeout: 1s").orElse(read("{timeout: 3s, deadline: 9s}"));

        assertThat(merged)
                .isEqualTo(
                        GuardSettings.NONE.withDeadline(Duration.ofSeconds(9)).withTimeout(Duration.ofSeconds(1)));
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
        retry: {budget: {capacity: -0.1, deposit: 0.1}}  | retry.budget.capacity: -0.1: below 0
        retry: {budget: {capacity: 10, deposit: -1}}     | retry.budget.deposit: -1
        retry: {backoff: {base: 30s, cap: 20s}}          | retry.backoff.cap: 20s
        retry: {backoff: {base: 1s, jitter: ful}}        | retry.backoff.jitter: ful: unknown, did you mean full?
        retry: {on: []}                                  | retry: on: []
        retry: {on: [transient, permanent]}              | retry.on[1]: permanent: unknown
        retry: {adaptive-rate: {max-wait: 2h}}           | retry.adaptive-rate.max-wait: 2h: above 1h
        throttle: {multiplier: 0.5}                      | throttle.multiplier: 0.5: below 1
        throttle: {window: 1m, patience: 40s}            | throttle.patience: 40s: above 30s
        throttle: {rejections: []}                       | throttle: rejections: []
        rate-limit: 100                                  | rate-limit: 100: missing unit
        rate-limit: {burst: 5}                           | rate-limit: missing key rate
        rate-limit: {rate: 1/s, overall: {rate: 1/s, bust: 1}} | rate-limit.overall.bust: unknown key (did you mean burst?
        hedge: {share: 200%}                             | hedge.share: 200%: more than 100%
        hedge: {delay: {percentile: 20}}                 | hedge.delay.percentile: 20: below 50
        hedge: {delay: 20}                               | hedge.delay: 20: missing unit
        balance: {strategy: power-of-tow}                | balance.strategy: power-of-tow: unknown, did you mean power-of-two?
        balance: {endpoints: [a, a]}                     | balance: endpoints: "a" (expected: each name once)
        balance: {endpoints: [{zone: a}]}                | balance.endpoints[0]: missing key name
        balance: {endpoints: [' ']}                      | balance.endpoints[0]: blank
        balance: {zones: {}}                             | balance.zones: missing key local
        balance: {zones: {local: a, weights: {a: -1}}}   | balance.zones.weights.a: -1: below 0
        balance: {ejection: {base: 1m, longest: 30s}}    | balance.ejection.longest: 30s: below 1m
        balance: {subset: 0}                             | balance.subset: 0: below 1
        breaker: {threshold: 100%}                       | breaker.threshold: 100%: above 99.9999%
        breaker: {on-of: standard}                       | breaker.on-of: unknown key (did you mean on-off?
        breaker: {on-off: standard, window: 1s}          | breaker.window: unknown key
        breaker: {on-off: {calls: 10, min-calls: 20}}    | breaker.on-off.min-calls: 20: above 10
        breaker: {failures: [cancelled]}                 | breaker.failures[0]: cancelled: unknown
        limit: 0                                         | limit: 0: below 1
        limit: standrad                                  | limit: standrad: unknown, did you mean standard?
        limit: ""                                        | limit: : nothing in the quotes
        limit: {}                                        | limit: has 0 algorithms
        limit: {aimd: standard, fixed: 3}                | limit: has 2 algorithms
        limit: {gradiant: {}}                            | limit.gradiant: unknown key (did you mean gradient?
        limit: {aimd: {min: 30, max: 20}}                | limit.aimd.max: 20: below 30
        """)
    void what_cannot_be_is_refused_with_its_place(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("guard.yaml:1:")
                .hasMessageContaining(problem);
    }
}
