package io.goodput.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.Catalogue;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The retry storm of Marc Brooker's simulator_example, against the figures of a second implementation of it that shares
 * no code with this one: 200 seeds of 200 s each.
 */
class RetryStormTest {
    private static ScenarioResult report;

    @BeforeAll
    static void run() throws InterruptedException {
        var scenario = Objects.requireNonNull(Catalogue.find("retry-storm"));
        report = new Experiment(scenario, "", 2).run(_ -> {});
    }

    private static VariantResult variant(String name) {
        return report.variants().stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_is_two_hundred_seeds_of_two_hundred_seconds() {
        assertThat(report.seeds()).isEqualTo(200);
        assertThat(report.seconds()).isEqualTo(200);
        assertThat(report.settled()).isEqualTo(new ScenarioResult.Span(60, 80));
    }

    @Test
    void three_plain_attempts_stay_collapsed() {
        VariantResult three = variant("three-attempts");
        assertThat(three.metastable().mean()).isCloseTo(0.82, within(0.08));
        assertThat(three.goodput().mean()).isCloseTo(7.4, within(2.5));
        assertThat(three.attempts().mean()).isCloseTo(105, within(6.0));
        assertThat(three.recovery().recovered()).isCloseTo(37 / 200.0, within(0.08));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "backoff", "budget", "large-budget"})
    void everything_else_recovers_in_every_run(String name) {
        assertThat(variant(name).metastable().mean()).isZero();
        assertThat(variant(name).recovery().recovered()).isEqualTo(1);
        assertThat(variant(name).goodput().mean()).isCloseTo(40.1, within(0.6));
    }

    @Test
    void recovery_takes_as_long_as_the_bucket_lets() {
        assertThat(variant("none").recovery().time().mean()).isCloseTo(4.9, within(1.0));
        assertThat(variant("backoff").recovery().time().mean()).isCloseTo(5.8, within(1.2));
        assertThat(variant("budget").recovery().time().mean()).isCloseTo(5.6, within(1.2));
        assertThat(variant("large-budget").recovery().time().mean()).isCloseTo(17.4, within(3.5));
    }

    @Test
    void all_that_the_scenario_claims_is_true() {
        assertThat(report.claims()).isNotEmpty().allMatch(claim -> claim.verdict() == Verdict.HOLDS);
    }
}
