package io.goodput.lab.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.latency.Latencies;
import io.goodput.load.RequestOutcome;
import io.goodput.load.step.RateStep;
import io.goodput.load.step.SteppedLoad.MeasuredSteps;
import io.goodput.load.step.SteppedLoad.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    @TempDir
    private Path folder;

    /** A step of a service at rest or busy: its good requests in flight, answers a second, and latency by both. */
    private static RateStep step(double concurrency, double goodput) {
        long latency = Math.round(1e9 * concurrency / goodput);
        int sent = 2 * (int) Math.round(2.5 * goodput);
        long[] good = new long[sent];
        Arrays.setAll(good, i -> latency - latency / 20 + latency / 10 * (i % 2));
        return new RateStep(
                goodput,
                5,
                sent,
                sent,
                Map.of(RequestOutcome.GOOD, sent),
                0,
                goodput,
                goodput,
                concurrency,
                (int) Math.ceil(concurrency + 2 * Math.sqrt(concurrency)),
                good,
                Latencies.of(0));
    }

    private static Findings findings(DoubleUnaryOperator throughput, double... loads) {
        List<RateStep> steps = Arrays.stream(loads)
                .mapToObj(load -> step(load, throughput.applyAsDouble(load)))
                .toList();
        return Findings.of(new MeasuredSteps(steps, StopReason.DONE));
    }

    private Scenario written(Findings findings) throws IOException {
        ServiceFile file = ServiceFile.of(findings, "./goodput probe http://127.0.0.1:1/");
        Files.writeString(folder.resolve(ServiceFile.LATENCIES), file.latencies());
        return ScenarioReader.read(Files.writeString(folder.resolve("service.yaml"), file.yaml()));
    }

    @Test
    void a_service_of_slots_is_found_and_written_down() throws IOException {
        Findings findings = findings(n -> Math.min(n / 0.05, 400), 1, 2, 5, 10, 16, 30, 60);

        assertThat(findings.reasons()).isEmpty();
        assertThat(findings.law()).isInstanceOf(ServiceLaw.Slots.class);
        assertThat(requireNonNull(findings.recommendation()).concurrency()).isEqualTo(20);
        assertThat(requireNonNull(findings.recommendation()).rate()).isEqualTo(320);
        assertThat(requireNonNull(findings.law()).yaml())
                .isEqualTo("{latency: \"file(latencies.csv, ms)\", slots: 20, queue: 56}");
        assertThat(written(findings).variants()).containsOnlyKeys("none", "retries", "recommended");
        assertThat(Files.readAllLines(folder.resolve(ServiceFile.LATENCIES)))
                .hasSize(1 + 5 * (20 + 40 + 100 + 200 + 320))
                .startsWith("latency_ms", "47.500000", "52.500000");
    }

    @Test
    void a_service_that_slows_down_with_each_request_is_found_and_written_down() throws IOException {
        Findings findings = findings(n -> n / (0.020 + 0.002 * n), 0.5, 1, 2, 4, 8, 12, 20);

        assertThat(findings.law()).isInstanceOf(ServiceLaw.Linear.class);
        assertThat(requireNonNull(findings.law()).yaml()).isEqualTo("{latency: \"18ms + 2ms * inflight\"}");
        assertThat(requireNonNull(findings.linear()).base()).isCloseTo(0.020, within(1e-6));
        assertThat(written(findings)).isNotNull();
    }

    @Test
    void a_service_whose_throughput_falls_beyond_a_peak_is_found_and_written_down() throws IOException {
        Findings findings =
                findings(n -> 50 * n / (1 + 0.03 * (n - 1) + 0.002 * n * (n - 1)), 1, 2, 4, 8, 12, 16, 20, 30, 40);

        assertThat(findings.law()).isInstanceOf(ServiceLaw.Scalability.class);
        assertThat(requireNonNull(findings.law()).yaml())
                .isEqualTo("{latency: \"file(latencies.csv, ms)\", usl: {contention: 3%, coherence: 0.2%}}");
        assertThat(written(findings).variants()).containsOnlyKeys("none", "retries", "recommended");
    }

    @Test
    void the_timeout_is_the_advice_for_the_safe_load() {
        Findings findings = findings(n -> Math.min(n / 0.05, 400), 1, 2, 5, 10, 16, 30, 60);

        // Always 47.5 ms or 52.5 ms, so the tail is close to the median, and twice that is advised.
        assertThat(requireNonNull(findings.recommendation()).roundedTimeout().toMillis())
                .isEqualTo(95);
    }

    @Test
    void a_measured_peak_bounds_the_concurrency() {
        // The peak is at sqrt(0.98 / 0.0005) = 44.3 in flight, and 80 % of it is 35.4.
        Findings findings =
                findings(n -> 50 * n / (1 + 0.02 * (n - 1) + 0.0005 * n * (n - 1)), 1, 2, 4, 8, 16, 24, 30, 34, 44, 50);

        assertThat(requireNonNull(findings.usl()).peak())
                .isCloseTo(44.3, within(0.1))
                .isLessThan(findings.highest());
        Recommendation recommended = Recommendation.of(
                findings.result().steps(),
                Long.MAX_VALUE / 2,
                new ServiceLaw.Linear(
                        requireNonNull(findings.linear()), findings.linear().goodness()),
                findings.usl(),
                findings.highest());
        assertThat(requireNonNull(recommended).concurrency()).isEqualTo(35);
        assertThat(recommended.rate())
                .isEqualTo(findings.result().steps().get(7).goodput());
    }

    @Test
    void three_steps_are_too_few() {
        Findings findings = findings(n -> Math.min(n / 0.05, 400), 1, 10, 60);

        assertThat(findings.recommendation()).isNull();
        assertThat(findings.reasons()).containsExactly("only 3 valid steps (expected: at least 4)");
        assertThat(ProbeText.render(findings)).contains("No recommendation: only 3 valid steps");
    }

    @Test
    void a_capacity_that_was_not_reached_is_not_guessed() {
        Findings findings = findings(n -> n / 0.05, 1, 2, 4, 8, 12);

        assertThat(findings.recommendation()).isNull();
        assertThat(findings.reasons()).hasSize(1).first().asString().startsWith("the capacity was not found");
    }

    @Test
    void what_follows_no_law_gets_no_recommendation() {
        List<RateStep> steps =
                List.of(step(1, 50), step(8, 40), step(3, 150), step(30, 60), step(5, 210), step(50, 90));
        Findings findings = Findings.of(new MeasuredSteps(steps, StopReason.DONE));

        assertThat(findings.law()).isNull();
        assertThat(findings.reasons()).hasSize(1).first().asString().contains("R² below 0.9");
    }

    @Test
    void nothing_measured_is_said_and_does_not_fail() {
        Findings findings = Findings.of(new MeasuredSteps(List.of(), StopReason.NOTHING));

        assertThat(findings.reasons()).containsExactly("only 0 valid steps (expected: at least 4)");
        assertThat(ProbeText.render(findings)).contains("0 requests sent");
        assertThat(ProbeJson.render(findings, "x")).contains("\"recommendation\": null");
    }

    @Test
    void reports_carry_the_figures() {
        Findings findings = findings(n -> Math.min(n / 0.05, 400), 1, 2, 5, 10, 16, 30, 60);

        assertThat(ProbeText.render(findings))
                .contains("Service:    20 slots of 50ms", "Concurrency: 20", "Every rate was measured");
        assertThat(ProbeJson.render(findings, "./goodput probe x"))
                .contains("\"command\": \"./goodput probe x\"", "\"concurrency\": 20");
    }
}
