package io.goodput.lab.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.sim.Estimate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConclusionTest {
    @Test
    void it_names_who_never_recovers_and_how_fast_the_others_do() {
        assertThat(Conclusion.of(SampleResults.retryStorm()))
                .isEqualTo("three-attempts never recovers from the spike at 20–25 s in 82 % of the runs; none, backoff,"
                        + " bucket-small and bucket-large always recover, on average in 4.9 s (none) to 17.4 s"
                        + " (bucket-large). All 3 claims hold.");
    }

    @Test
    void one_seed_is_no_average() {
        assertThat(Conclusion.of(SampleResults.oneSeed()))
                .isEqualTo("three-attempts never recovers from the spike at 20–25 s; none, backoff, bucket-small and"
                        + " bucket-large recover, in 4.9 s (none) to 17.4 s (bucket-large). One run does not judge"
                        + " the claims.");
    }

    @Test
    void nobody_recovers() {
        assertThat(Conclusion.of(SampleResults.nothingSucceeded()))
                .isEqualTo("No variant ever recovers from the spike at 20–25 s. The claim fails.");
    }

    @Test
    void without_a_disturbance_it_tells_who_collapses() {
        assertThat(Conclusion.of(SampleResults.undisturbed()))
                .isEqualTo("three-attempts collapses in 82 % of the runs; none, backoff, bucket-small and bucket-large"
                        + " do not. All 3 claims hold.");
    }

    @Test
    void a_run_that_ends_too_soon_to_see_a_recovery_tells_who_collapses() {
        var storm = SampleResults.retryStorm();
        var unseen = storm.variants().stream()
                .map(variant -> new VariantResult(
                        variant.name(),
                        variant.goodput(),
                        variant.throughput(),
                        variant.attempts(),
                        variant.amplification(),
                        variant.metastable(),
                        new VariantResult.Recovery(Estimate.NONE, Double.NaN),
                        variant.latency(),
                        variant.timeline(),
                        variant.collapsedSeeds(),
                        variant.figures()))
                .toList();

        assertThat(Conclusion.of(SampleResults.with(storm, "", "", "", 1, 200, unseen, List.of())))
                .startsWith("three-attempts collapses in 82 % of the runs;");
    }

    @Test
    void who_was_not_disturbed_has_nothing_to_recover_from() throws InterruptedException {
        String text = """
                goodput: 1
                scenario: one-disturbed
                services: {api: {latency: 10ms}}
                clients: {users: {arrivals: constant, rate: 10/s, calls: {to: api}}}
                faults: [{fault: crash, of: api, from: 5s, to: 6s}]
                variants: {disturbed: {}, calm: {faults: ~}}
                run: {for: 20s, seeds: 3}
                """;
        ScenarioResult report = new Experiment(ScenarioReader.parse("f", text, Path.of("")), "", 1).run(_ -> {});

        assertThat(Conclusion.of(report)).startsWith("disturbed recovers from the crash at 5–6 s");
        assertThat(OneLine.of(report, report.variants().getLast())).isEqualTo("does not collapse");
    }

    @Test
    void everybody_recovers() {
        var storm = SampleResults.retryStorm();
        var well = List.of(storm.variants().getFirst(), storm.variants().getLast());
        var report = SampleResults.with(storm, "calm", "", "", 1, 200, well, List.of());

        assertThat(Conclusion.of(report))
                .isEqualTo("All variants recover from the spike at 20–25 s, on average in 4.9 s (none) to 17.4 s"
                        + " (bucket-large).");
    }

    @Test
    void one_line_of_a_variant() {
        var storm = SampleResults.retryStorm();

        assertThat(storm.variants().stream().map(variant -> OneLine.of(storm, variant)))
                .startsWith("recovers in 4.9 s (mean)", "82 % of runs never recover");
    }

    @Test
    void without_variants_there_is_nothing_to_say() {
        var storm = SampleResults.retryStorm();

        assertThat(Conclusion.of(SampleResults.with(storm, "", "", "", 1, 1, List.of(), List.of())))
                .isEqualTo("No variant was run.");
    }
}
