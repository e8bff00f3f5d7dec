package io.goodput.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.Allocations;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every statistic here is over fixed seeds and keys: it comes out the same each time. */
class ShuffleShardTest {
    @Property(tries = 500)
    void a_shard_is_so_many_different_endpoints_and_the_mask_is_the_same_set(
            @ForAll @IntRange(min = 1, max = 64) int endpoints,
            @ForAll @IntRange(min = 1, max = 64) int size,
            @ForAll long seed,
            @ForAll String key) {
        var shards = ShuffleShard.of(endpoints, Math.min(size, endpoints), seed);

        int[] shard = shards.shard(key);

        assertThat(Arrays.stream(shard).boxed())
                .hasSize(shards.size())
                .doesNotHaveDuplicates()
                .allMatch(e -> e >= 0 && e < endpoints);
        assertThat(shards.mask(key))
                .isEqualTo(Arrays.stream(shard).mapToLong(e -> 1L << e).sum());
    }

    @Test
    void a_shard_never_changes_from_one_version_or_machine_to_another() {
        // The figures are of another implementation (SipHash-2-4, SplitMix64, Floyd, Fisher-Yates), in Python.
        // route53-infima shuffles with a generator that is not seeded: the shard of a key then depends on the run.
        assertThat(ShuffleShard.of(8, 2, 0).shard("alice")).containsExactly(1, 5);
        assertThat(ShuffleShard.of(100, 5, 42).shard("customer-17")).containsExactly(31, 76, 51, 66, 44);
        assertThat(ShuffleShard.of(2048, 4, -1).shard("")).containsExactly(1062, 1326, 302, 1200);
        assertThat(ShuffleShard.of(64, 3, 7).mask(123_456_789L)).isEqualTo(0x600004L);
    }

    @Test
    void all_28_shards_of_8_endpoints_are_equally_likely() {
        var shards = ShuffleShard.of(8, 2, 1);
        int keys = 280_000;
        long[] counts = new long[256];
        for (int key = 0; key < keys; key++) {
            counts[(int) shards.mask("customer-" + key)]++;
        }
        long[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();

        assertThat(seen).hasSize(28);
        // 27 degrees of freedom: 55.5 is the 99.9th percentile.
        assertThat(chiSquare(seen, keys / 28.0)).isLessThan(55.5);
    }

    @Test
    void each_endpoint_serves_as_many_keys_in_each_place_of_the_order() {
        var shards = ShuffleShard.of(100, 5, 3);
        int keys = 100_000;
        long[][] counts = new long[5][100];
        int[] shard = new int[5];
        for (long key = 0; key < keys; key++) {
            shards.fill(key, shard);
            for (int place = 0; place < 5; place++) {
                counts[place][shard[place]]++;
            }
        }
        for (long[] place : counts) {
            // 99 degrees of freedom: 148.2 is the 99.9th percentile.
            assertThat(chiSquare(place, keys / 100.0)).isLessThan(148.2);
        }
    }

    @Test
    void keys_that_differ_by_one_bit_have_nothing_to_do_with_each_other() {
        var shards = ShuffleShard.of(8, 2, 5);
        int keys = 28_000;
        int same = 0;
        for (long key = 0; key < keys; key++) {
            same += shards.mask(2 * key) == shards.mask(2 * key + 1) ? 1 : 0;
        }
        // One in 28: 1,000, with a standard deviation of 31.
        assertThat(same).isBetween(900, 1_100);
    }

    @Test
    void levels_are_independent_where_one_hash_for_two_levels_would_correlate_them() {
        // One hash reused on each level: all customers of a cell would meet on the same few of its hosts.
        var seed = ShardHash.of(9);
        var cells = ShuffleShard.of(4, 1, seed.level("cell"));
        var hosts = ShuffleShard.of(8, 1, seed.level("host"));
        int keys = 64_000;

        // 21 degrees of freedom (3 · 7): 46.8 is the 99.9th percentile.
        assertThat(independence(cells, hosts, keys)).isLessThan(46.8);
        assertThat(independence(ShuffleShard.of(4, 1, seed), ShuffleShard.of(8, 1, seed), keys))
                .isGreaterThan(keys);
    }

    /** Pearson's chi-square of a table of 4 cells by 8 hosts. */
    private static double independence(ShuffleShard cells, ShuffleShard hosts, int keys) {
        long[] table = new long[32];
        for (long key = 0; key < keys; key++) {
            table[8 * Long.numberOfTrailingZeros(cells.mask(key)) + Long.numberOfTrailingZeros(hosts.mask(key))]++;
        }
        double chiSquare = 0;
        for (int cell = 0; cell < 4; cell++) {
            for (int host = 0; host < 8; host++) {
                double row = 0;
                double column = 0;
                for (int i = 0; i < 8; i++) {
                    row += table[8 * cell + i];
                }
                for (int i = 0; i < 4; i++) {
                    column += table[8 * i + host];
                }
                double expected = row * column / keys;
                chiSquare += (table[8 * cell + host] - expected) * (table[8 * cell + host] - expected) / expected;
            }
        }
        return chiSquare;
    }

    @Test
    void the_overlap_of_real_shards_is_the_one_that_is_calculated() {
        var shards = ShuffleShard.of(60, 5, 11);
        var calculated = BlastRadius.of(60, 5);
        long poison = shards.mask("poison");
        int keys = 200_000;
        long[] overlaps = new long[6];
        for (long key = 0; key < keys; key++) {
            overlaps[Long.bitCount(poison & shards.mask(key))]++;
        }
        for (int overlap = 0; overlap <= 5; overlap++) {
            double expected = keys * calculated.sharing(overlap);
            assertThat((double) overlaps[overlap])
                    .as("keys sharing %s", overlap)
                    .isBetween(expected - 4 * Math.sqrt(expected) - 1, expected + 4 * Math.sqrt(expected) + 1);
        }
    }

    @Test
    void another_seed_gives_other_shards() {
        Set<Long> masks = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            masks.add(ShuffleShard.of(64, 8, seed).mask("alice"));
        }
        assertThat(masks).hasSize(200);
    }

    @Test
    void to_fill_an_array_and_to_make_a_mask_allocate_nothing() throws Exception {
        var shards = ShuffleShard.of(64, 5, 1);
        int[] into = new int[5];
        int times = 100_000;
        fillOften(shards, into, times);
        long bytes = Allocations.of(() -> fillOften(shards, into, times));

        assertThat(bytes).as("bytes for %s shards", times).isLessThan(times);
    }

    private static void fillOften(ShuffleShard shards, int[] into, int times) {
        for (int i = 0; i < times; i++) {
            shards.fill("customer-17", into);
            into[0] += (int) shards.mask("customer-17");
        }
    }

    @Test
    void impossible_sizes_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShuffleShard.of(0, 1, 0))
                .withMessage("endpoints: 0 (expected: >= 1 and <= 1048576)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShuffleShard.of(8, 9, 0))
                .withMessage("size: 9 (expected: >= 1 and <= 8)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShuffleShard.of(8, 2, 0).fill("a", new int[1]))
                .withMessage("places: 1 (expected: >= 2)");
        assertThatIllegalStateException()
                .isThrownBy(() -> ShuffleShard.of(65, 2, 0).mask("a"))
                .withMessage("endpoints: 65 (expected: <= 64 for a mask)");
    }

    private static double chiSquare(long[] counts, double expected) {
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
