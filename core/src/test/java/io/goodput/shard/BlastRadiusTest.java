package io.goodput.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlastRadiusTest {
    @ParameterizedTest
    @CsvSource({
        "8, 2, 0, 53.571, 0.0005",
        "8, 2, 1, 42.857, 0.0005",
        "8, 2, 2, 3.571, 0.0005",
        "100, 5, 0, 76.959, 0.0005",
        "100, 5, 1, 21.143, 0.0005",
        "100, 5, 2, 1.838, 0.0005",
        "100, 5, 3, 0.0593, 0.00005",
        "100, 5, 4, 0.000631, 0.0000005",
        "100, 5, 5, 0.00000133, 0.000000005",
    })
    void overlaps_are_those_of_the_published_tables(int n, int k, int overlap, double percent, double rounding) {
        assertThat(100 * BlastRadius.of(n, k).sharing(overlap)).isCloseTo(percent, within(rounding));
    }

    @Test
    void shards_are_counted_exactly() {
        assertThat(BlastRadius.of(8, 2).shards()).isEqualTo(28);
        assertThat(BlastRadius.of(100, 5).shards()).isEqualTo(75_287_520);
        assertThat(BlastRadius.of(2048, 4).shards()).isEqualTo(730_862_190_080L);
        assertThat(BlastRadius.of(65_536, 1_024).shards().bitLength()).isGreaterThan(6_000);
    }

    @Test
    void the_overlaps_of_8_and_2_are_those_of_all_pairs_of_shards_one_by_one() {
        int[] counts = new int[3];
        for (int one = 0; one < 256; one++) {
            for (int other = 0; other < 256; other++) {
                if (Integer.bitCount(one) == 2 && Integer.bitCount(other) == 2) {
                    counts[Integer.bitCount(one & other)]++;
                }
            }
        }
        for (int overlap = 0; overlap <= 2; overlap++) {
            assertThat(BlastRadius.of(8, 2).shardsSharing(overlap)).isEqualTo(counts[overlap] / 28);
        }
    }

    @Property(tries = 200)
    void every_shard_shares_something_or_nothing(
            @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @IntRange(min = 1, max = 40) int size) {
        int k = Math.min(n, size);
        var radius = BlastRadius.of(n, k);
        BigInteger sum = BigInteger.ZERO;
        for (int overlap = 0; overlap <= k; overlap++) {
            sum = sum.add(radius.shardsSharing(overlap));
        }
        assertThat(sum).isEqualTo(radius.shards());
        assertThat(radius.affected()).isCloseTo(1 - radius.sharing(0), within(1e-12));
        assertThat(radius.whollyAffected()).isEqualTo(radius.sharing(k));
    }

    @Property(tries = 200)
    void a_call_fails_where_all_endpoints_that_it_tries_are_down(
            @ForAll @IntRange(min = 2, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 8) int size,
            @ForAll @IntRange(min = 1, max = 8) int more) {
        int k = Math.min(n, size);
        int tries = Math.min(k, more);
        var radius = BlastRadius.of(n, k);
        double expected = 0;
        for (int overlap = tries; overlap <= k; overlap++) {
            // All of the tries among the endpoints in common, of those that the customer has.
            double allDown = 1;
            for (int i = 0; i < tries; i++) {
                allDown *= (double) (overlap - i) / (k - i);
            }
            expected += radius.sharing(overlap) * allDown;
        }
        assertThat(radius.failing(tries)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void who_tries_all_its_endpoints_fails_only_if_they_are_the_same() {
        var radius = BlastRadius.of(8, 2);

        assertThat(radius.failing(1)).isEqualTo(0.25);
        assertThat(radius.failing(2)).isEqualTo(radius.whollyAffected()).isCloseTo(1.0 / 28, within(1e-15));
    }

    @Test
    void without_shards_all_are_affected() {
        assertThat(BlastRadius.of(8, 8).whollyAffected()).isEqualTo(1);
        assertThat(BlastRadius.of(8, 8).affected()).isEqualTo(1);
        assertThat(BlastRadius.of(8, 5).sharing(0)).isZero();
    }

    @Test
    void impossible_sizes_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.of(0, 1))
                .withMessage("endpoints: 0 (expected: >= 1 and <= 65536)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.of(8, 9))
                .withMessage("size: 9 (expected: >= 1 and <= 8)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.of(8, 2).sharing(3))
                .withMessage("overlap: 3 (expected: >= 0 and <= 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.of(8, 2).failing(0))
                .withMessage("tries: 0 (expected: >= 1 and <= 2)");
    }
}
