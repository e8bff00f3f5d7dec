package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.bench.evidence.ShuffleShardingEvidence.Damage;
import io.goodput.shard.BlastRadius;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the page about shuffle sharding claims, on a few seeds. */
class ShuffleShardingEvidenceTest {
    @Test
    void what_is_simulated_is_what_is_calculated() throws Exception {
        List<Damage> runs = ShuffleShardingEvidence.runs(40, seed -> ShuffleShardingEvidence.shuffled(8, 2, seed));
        var radius = BlastRadius.of(8, 2);

        assertThat(mean(runs, Damage::partly)).isCloseTo(100 * radius.affected(), within(1.5));
        assertThat(mean(runs, Damage::wholly)).isCloseTo(100 * radius.whollyAffected(), within(0.5));
        assertThat(mean(runs, Damage::failing1)).isCloseTo(100 * radius.failing(1), within(1.0));
        assertThat(mean(runs, Damage::failing2)).isCloseTo(100 * radius.failing(2), within(0.5));
    }

    @Test
    void without_shards_all_is_lost_and_with_shards_side_by_side_a_whole_group() throws Exception {
        List<Damage> none = ShuffleShardingEvidence.runs(1, seed -> ShuffleShardingEvidence.all(8));
        List<Damage> groups = ShuffleShardingEvidence.runs(1, seed -> ShuffleShardingEvidence.sideBySide(8, 2));

        assertThat(mean(none, Damage::failing2)).isCloseTo(100, within(1e-9));
        assertThat(mean(groups, Damage::wholly)).isCloseTo(25, within(0.2));
        assertThat(mean(groups, Damage::failing2)).isCloseTo(25, within(0.2));
    }

    private static double mean(List<Damage> runs, ToDoubleFunction<Damage> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }
}
