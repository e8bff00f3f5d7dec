package io.goodput.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Outcome;
import io.goodput.lab.fidelity.Point.Part;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final long SECOND = 1_000_000_000;

    private static final String SPIKE = """
            goodput: 1
            scenario: spike
            workload:
              arrivals: constant
              rate: 100/s
              phases:
                - {from: 5s, to: 8s, rate: 300/s}
            service: {latency: 50ms, slots: 10, queue: 10}
            client: {timeout: 1s}
            policies:
              none: {}
            run: {for: 16s, seeds: 2, settled: 12s..16s}
            """;

    private static Scenario scenario(String yaml) {
        return ScenarioReader.parse("spike.yaml", yaml, Path.of(""));
    }

    /** The lab's own prediction, and a real run that answers so many calls each second. */
    private static List<Point> points(int perSecond) throws InterruptedException {
        Scenario scenario = scenario(SPIKE);
        var counts = new Counts(scenario.plan().length().toNanos());
        for (long second = 0; second < 16; second++) {
            for (int i = 0; i < perSecond; i++) {
                counts.made(second * SECOND + i);
                counts.ended(Outcome.SUCCESS, second * SECOND + i);
            }
        }
        VariantResult predicted =
                new Experiment(scenario, "", 1).run(_ -> {}).variants().getFirst();
        return new Comparison(scenario, Law.of(scenario)).points(predicted, counts);
    }

    @Test
    void each_stretch_is_compared_where_it_is_steady_and_recovery_apart() throws InterruptedException {
        List<Point> points = points(100);

        assertThat(points).extracting(Point::from).containsExactly(2.0, 7.0, 8.0, 12.0);
        assertThat(points).extracting(Point::to).containsExactly(5.0, 8.0, 12.0, 16.0);
        assertThat(points)
                .extracting(Point::part)
                .containsExactly(Part.STEADY, Part.STEADY, Part.RECOVERY, Part.STEADY);
        assertThat(points).extracting(Point::load).containsExactly(0.5, 1.5, 0.5, 0.5);
        assertThat(points).extracting(Point::offered).containsOnly(100.0);
        assertThat(points.getFirst().predicted()).isEqualTo(100);
    }

    @Test
    void a_planted_deviation_of_a_fifth_is_judged_off_and_one_of_a_twentieth_is_not() throws InterruptedException {
        assertThat(points(120).getFirst().deviates()).isTrue();
        assertThat(points(80).getFirst().deviates()).isTrue();
        assertThat(points(105).getFirst().deviates()).isFalse();
        assertThat(new FidelityReport(points(80), List.of()).holds()).isFalse();
    }

    @Test
    void recovery_is_shown_but_not_judged() {
        var point = new Point("s", "p", 8, 12, 100, 0.5, 10, 100, Part.RECOVERY);

        assertThat(point.deviates()).isFalse();
        assertThat(point.verdict()).isEqualTo("recovery, not judged");
    }

    @Test
    void next_to_nothing_beside_nothing_is_no_deviation() {
        assertThat(new Point("s", "p", 0, 1, 280, 0.7, 2, 0, Part.STEADY).deviates())
                .isFalse();
        assertThat(new Point("s", "p", 0, 1, 280, 0.7, 9, 0, Part.STEADY).deviates())
                .isTrue();
    }

    @Test
    void a_report_says_how_many_points_are_off() {
        var off = new Point("s", "p", 0, 1, 100, 0.5, 80, 100, Part.STEADY);
        var calls = new FidelityReport.Calls("s", "p", 3, Map.of(Outcome.SUCCESS, 2, Outcome.TIMEOUT, 1));
        var report = new FidelityReport(List.of(off), List.of(calls));

        assertThat(report.text())
                .contains("1 of 1 points that are judged are off by more than 10 %.")
                .contains("s, p: 3 calls: 2 success, 1 timeout");
        assertThat(report.markdown()).contains("| s | p | 0..1 | 100 | 0.50 | 80.0 | 100.0 | 0.800 | off |");
        assertThat(report.json()).contains("\"holds\": false", "\"ratio\": 0.8", "\"timeout\": 1");
        assertThat(report.html()).startsWith("<!DOCTYPE html>").contains("<td>0.800</td>");
    }

    @Test
    void what_the_real_server_does_not_do_is_refused() {
        for (String other : List.of("10ms * inflight", "50ms")) {
            String yaml = SPIKE.replace("{latency: 50ms, slots: 10, queue: 10}", "{latency: " + other + "}");
            assertThatThrownBy(() -> new Fidelity(List.of(scenario(yaml)), 1))
                    .hasMessageContaining("spike: not to be had for real");
        }
        assertThatThrownBy(() -> Law.of(scenario(SPIKE + "network: {each-way: 1ms}\n")))
                .hasMessageContaining("expected: one open population");
    }

    @Test
    void the_scenarios_that_come_with_it_can_be_had_for_real_and_take_less_than_two_minutes() {
        List<Scenario> scenarios = Fidelity.scenarios();

        assertThat(scenarios).extracting(Scenario::name).containsExactly("overload", "retry-storm");
        assertThat(scenarios.stream()
                        .collect(Collectors.summingLong(
                                scenario -> scenario.plan().length().toSeconds()
                                        * scenario.variants().size())))
                .isLessThanOrEqualTo(90);
        assertThat(new Fidelity(scenarios, 1).calls()).isBetween(20_000, 60_000);
    }
}
