package io.goodput.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReplayTest {
    @Test
    void oneSeedThatCollapsedAndOneThatDidNot() {
        assertThat(Replay.of(SampleReports.retryStorm()))
                .containsExactly(
                        new Replay("./goodput lab retry-storm --seed 1", "three-attempts collapses"),
                        new Replay("./goodput lab retry-storm --seed 4", "three-attempts does not collapse"));
    }

    @Test
    void whereAllCollapsedThereIsNoOther() {
        assertThat(Replay.of(SampleReports.nothingSucceeded()))
                .containsExactly(new Replay("./goodput lab retry-storm --seed 1", "none collapses"));
    }
}
