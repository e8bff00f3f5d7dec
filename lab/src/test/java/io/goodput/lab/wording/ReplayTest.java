package io.goodput.lab.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.SampleResults;
import org.junit.jupiter.api.Test;

final class ReplayTest {
    @Test
    void one_seed_that_collapsed_and_one_that_did_not() {
        assertThat(Replay.of(SampleResults.retryStorm()))
                .containsExactly(
                        new Replay("./goodput lab retry-storm --seed 1", "three-attempts collapses"),
                        new Replay("./goodput lab retry-storm --seed 4", "three-attempts does not collapse"));
    }

    @Test
    void where_all_collapsed_there_is_no_other() {
        assertThat(Replay.of(SampleResults.nothingSucceeded()))
                .containsExactly(new Replay("./goodput lab retry-storm --seed 1", "none collapses"));
    }
}
