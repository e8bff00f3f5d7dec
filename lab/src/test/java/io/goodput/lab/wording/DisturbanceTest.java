package io.goodput.lab.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.ScenarioResult.Disturbed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbanceTest {
    @Test
    void a_phase_with_more_load_is_a_spike() {
        var report = SampleResults.retryStorm();

        assertThat(Disturbance.phrase(report)).isEqualTo("the spike at 20–25 s");
        assertThat(Disturbance.label(report)).isEqualTo("spike at 20–25 s");
    }

    @Test
    void a_fault_goes_by_its_name() {
        var report = SampleResults.disturbed(List.of(new Disturbed(20, 60, "zone-loss")));

        assertThat(Disturbance.phrase(report)).isEqualTo("the zone-loss at 20–60 s");
        assertThat(Disturbance.label(report)).isEqualTo("zone-loss at 20–60 s");
    }

    @Test
    void of_several_kinds_each_has_its_time_in_a_sentence_and_only_its_name_in_a_legend() {
        var report = SampleResults.disturbed(List.of(
                new Disturbed(5, 5.000000001, "cache-loss"),
                new Disturbed(5, 15, "cache-outage"),
                new Disturbed(20, 25, "")));

        assertThat(Disturbance.phrase(report))
                .isEqualTo("the cache-loss at 5 s, the cache-outage at 5–15 s and the spike at 20–25 s");
        assertThat(Disturbance.label(report)).isEqualTo("cache-loss, cache-outage, spike");
    }

    @Test
    void one_kind_several_times_is_named_once() {
        var report = SampleResults.disturbed(List.of(new Disturbed(0, 10, "crash"), new Disturbed(30, 40, "crash")));

        assertThat(Disturbance.phrase(report)).isEqualTo("the crashes at 0–10 s, 30–40 s");
    }

    @Test
    void more_than_three_are_counted() {
        var losses = List.of(1, 2, 3, 4).stream()
                .map(second -> new Disturbed(second, second, "cache-loss"))
                .toList();

        assertThat(Disturbance.phrase(SampleResults.disturbed(losses))).isEqualTo("the 4 cache-losses");
        assertThat(Disturbance.label(SampleResults.disturbed(losses))).isEqualTo("4 cache-losses");
    }
}
