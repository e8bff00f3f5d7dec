package io.goodput.lab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Goodput against load is drawn where the load goes up and down once, and nowhere else. */
class LoadLoopTest {
    private static ScenarioResult report(String phases) throws InterruptedException {
        String text = """
                goodput: 1
                scenario: slope
                workload: {arrivals: constant, rate: 1/s, phases: [%s]}
                service: {latency: 10ms}
                policies: {none: {}}
                run: {for: 120s, seeds: 2}
                """.formatted(phases);
        return new Experiment(ScenarioReader.parse("f", text, Path.of("")), "", 1).run(_ -> {});
    }

    @Test
    void a_load_that_rises_and_falls_is_a_loop() throws Exception {
        ScenarioResult slope = report("{from: 0s, to: 60s, rate: 1/s..61/s}, {from: 60s, to: 120s, rate: 61/s..1/s}");

        LoadLoop loop = LoadLoop.of(slope).orElseThrow();
        assertThat(loop.peak()).isBetween(28, 31);
        assertThat(loop.load()[15]).isBetween(31.0, 33.0);
        assertThat(LoadLoop.goodput(slope.variants().getFirst())[15]).isBetween(31.0, 33.0);
        assertThat(SvgPictures.render(slope)).containsKey("loop.svg");
        assertThat(SvgLoop.render(slope, loop))
                .contains("goodput against load", "offered load, calls/s")
                .isEqualTo(SvgLoop.render(slope, loop));
    }

    @Test
    void a_spike_a_rise_alone_and_two_rises_are_none() throws Exception {
        assertThat(LoadLoop.of(report("{from: 55s, to: 60s, rate: 50/s}"))).isEmpty();
        assertThat(LoadLoop.of(report("{from: 0s, to: 120s, rate: 1/s..61/s}"))).isEmpty();
        assertThat(LoadLoop.of(report("{from: 0s, to: 30s, rate: 1/s..61/s}, {from: 30s, to: 60s, rate: 61/s..5/s},"
                        + " {from: 60s, to: 90s, rate: 5/s..50/s}, {from: 90s, to: 120s, rate: 50/s..1/s}")))
                .isEmpty();
    }
}
