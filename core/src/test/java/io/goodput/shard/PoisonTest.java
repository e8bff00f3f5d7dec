package io.goodput.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whom a poison tenant takes with it: it takes down every endpoint of its shard, and the calls of 999 others try some
 * of theirs. Drawn as {@link ShuffleShard} does, beside what {@link BlastRadius} calculates; the table of the page
 * about shuffle sharding is what is calculated.
 */
class PoisonTest {
    private static final int TENANTS = 1_000;
    private static final int CALLS = 5;
    private static final int SEEDS = 40;

    /** Shares of the other tenants, or of their calls, in percent. */
    private record Damage(double partly, double wholly, double failing1, double failing2) {
        static Damage mean(Damage[] all) {
            return new Damage(
                    Arrays.stream(all).mapToDouble(Damage::partly).average().orElseThrow(),
                    Arrays.stream(all).mapToDouble(Damage::wholly).average().orElseThrow(),
                    Arrays.stream(all).mapToDouble(Damage::failing1).average().orElseThrow(),
                    Arrays.stream(all).mapToDouble(Damage::failing2).average().orElseThrow());
        }
    }

    @Test
    void what_is_drawn_is_what_is_calculated() {
        var damage = Damage.mean(IntStream.range(0, SEEDS)
                .mapToObj(seed -> {
                    var shards = ShuffleShard.of(8, 2, seed);
                    return poison(tenant -> shards.shard("tenant-" + tenant), seed);
                })
                .toArray(Damage[]::new));
        var radius = BlastRadius.of(8, 2);

        assertThat(damage.partly()).isCloseTo(100 * radius.affected(), within(1.5));
        assertThat(damage.wholly()).isCloseTo(100 * radius.whollyAffected(), within(0.5));
        assertThat(damage.failing1()).isCloseTo(100 * radius.failing(1), within(1.0));
        assertThat(damage.failing2()).isCloseTo(100 * radius.failing(2), within(0.5));
    }

    @Test
    void without_shards_all_is_lost_and_with_shards_side_by_side_a_whole_group() {
        var none = poison(tenant -> new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 1);
        var groups = poison(tenant -> new int[] {tenant % 4 * 2, tenant % 4 * 2 + 1}, 1);

        assertThat(none.failing2()).isCloseTo(100, within(1e-9));
        assertThat(groups.wholly()).isCloseTo(25, within(0.2));
        assertThat(groups.failing2()).isCloseTo(25, within(0.2));
    }

    /** The first tenant is the poisonous one. */
    private static Damage poison(IntFunction<int[]> shards, long seed) {
        var random = new SplittableRandom(seed);
        boolean[] down = new boolean[8];
        for (int endpoint : shards.apply(0)) {
            down[endpoint] = true;
        }
        int[] counts = new int[4];
        for (int tenant = 1; tenant < TENANTS; tenant++) {
            int[] shard = shards.apply(tenant);
            long lost = Arrays.stream(shard).filter(endpoint -> down[endpoint]).count();
            counts[0] += lost > 0 ? 1 : 0;
            counts[1] += lost == shard.length ? 1 : 0;
            for (int call = 0; call < CALLS; call++) {
                int first = random.nextInt(shard.length);
                int second = (first + 1 + random.nextInt(shard.length - 1)) % shard.length;
                counts[2] += down[shard[first]] ? 1 : 0;
                counts[3] += down[shard[first]] && down[shard[second]] ? 1 : 0;
            }
        }
        double percent = 100.0 / (TENANTS - 1);
        return new Damage(
                counts[0] * percent, counts[1] * percent, counts[2] * percent / CALLS, counts[3] * percent / CALLS);
    }
}
