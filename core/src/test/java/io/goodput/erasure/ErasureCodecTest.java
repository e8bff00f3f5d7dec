package io.goodput.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureCodecTest {
    static List<ErasureCodec> codecs() {
        return List.of(
                XorCodec.fourOfFive(),
                new XorCodec(1),
                new XorCodec(2),
                new XorCodec(9),
                new ReedSolomon(1, 1),
                new ReedSolomon(1, 4),
                new ReedSolomon(2, 1),
                new ReedSolomon(3, 2),
                new ReedSolomon(4, 2),
                new ReedSolomon(5, 5),
                new ReedSolomon(6, 3),
                new ReedSolomon(10, 4),
                new ReedSolomon(2, 9));
    }

    private static byte[] random(int length, long seed) {
        byte[] data = new byte[length];
        new SplittableRandom(seed).nextBytes(data);
        return data;
    }

    /** The shards but for those whose bit is set. */
    private static byte[] @Nullable [] without(byte[][] shards, int erased) {
        byte[] @Nullable [] left = new byte[shards.length][];
        for (int i = 0; i < shards.length; i++) {
            left[i] = (erased >>> i & 1) == 0 ? shards[i] : null;
        }
        return left;
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void every_pattern_of_losses_is_mended_or_refused(ErasureCodec codec) throws Exception {
        byte[] data = random(157, 1);
        byte[][] shards = codec.encode(data);
        for (int erased = 0; erased < 1 << codec.shards(); erased++) {
            byte[] @Nullable [] left = without(shards, erased);
            int present = codec.shards() - Integer.bitCount(erased);
            if (present >= codec.dataShards()) {
                assertThat(codec.decode(left)).isEqualTo(data);
            } else {
                assertThatExceptionOfType(UnrecoverableDataException.class)
                        .isThrownBy(() -> codec.decode(left))
                        .withMessage(present + " of " + codec.shards() + " shards (expected: >= " + codec.dataShards()
                                + ")");
            }
        }
    }

    @Property(tries = 300)
    void any_data_comes_back_from_any_k_shards(
            @ForAll @IntRange(min = 1, max = 254) int k,
            @ForAll @IntRange(min = 1, max = 254) int m,
            @ForAll @IntRange(max = 2_000) int length,
            @ForAll @LongRange(min = 0) long seed)
            throws Exception {
        var codec = new ReedSolomon(Math.min(k, 255 - Math.min(m, 30)), Math.min(m, 30));
        byte[] data = random(length, seed);
        byte[] @Nullable [] shards = codec.encode(data);
        var random = new SplittableRandom(seed);
        for (int lost = 0; lost < codec.parityShards(); lost++) {
            shards[random.nextInt(shards.length)] = null;
        }

        assertThat(codec.decode(shards)).isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void every_length_comes_back(ErasureCodec codec) throws Exception {
        for (int length = 0; length < 70; length++) {
            byte[] data = random(length, length);
            byte[] @Nullable [] shards = codec.encode(data);
            assertThat(shards).hasDimensions(codec.shards(), codec.shardSize(length));
            shards[0] = null;
            assertThat(codec.decode(shards)).isEqualTo(data);
        }
    }

    @Test
    void the_data_shards_hold_length_sum_and_the_data_itself() {
        byte[][] shards = new ReedSolomon(2, 1).encode(new byte[] {7, 8, 9, 10});

        assertThat(shards[0]).startsWith(0, 0, 0, 4).hasSize(6);
        assertThat(shards[1]).endsWith(7, 8, 9, 10);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void a_damaged_shard_is_found_out(ErasureCodec codec) {
        byte[] data = random(100, 3);
        for (int damaged = 0; damaged < codec.dataShards(); damaged++) {
            byte[][] shards = codec.encode(data);
            shards[damaged][shards[damaged].length / 2] ^= 0x10;
            boolean padding = damaged * codec.shardSize(100) + shards[damaged].length / 2 >= 108;
            if (!padding) {
                assertThatExceptionOfType(UnrecoverableDataException.class)
                        .isThrownBy(() -> codec.decode(shards))
                        .withMessageStartingWith("the shards do not belong together");
            }
        }
    }

    @Test
    void shards_in_each_others_place_or_of_other_data_are_found_out() {
        var codec = XorCodec.fourOfFive();
        byte[][] swapped = codec.encode(random(100, 3));
        byte[] first = swapped[1];
        swapped[1] = swapped[2];
        swapped[2] = first;
        byte[] @Nullable [] mixed = codec.encode(random(100, 3));
        mixed[0] = null;
        mixed[3] = codec.encode(random(100, 4))[3];

        assertThatExceptionOfType(UnrecoverableDataException.class).isThrownBy(() -> codec.decode(swapped));
        assertThatExceptionOfType(UnrecoverableDataException.class).isThrownBy(() -> codec.decode(mixed));
    }

    @Test
    void any_bytes_at_all_are_data_or_refused() {
        var random = new SplittableRandom(1);
        var codec = new ReedSolomon(3, 2);
        for (int i = 0; i < 2_000; i++) {
            int size = 3 + random.nextInt(20);
            byte[][] noise = IntStream.range(0, 5)
                    .mapToObj(_ -> random(size, random.nextLong()))
                    .toArray(byte[][]::new);
            noise[0][0] = 0;
            noise[0][1] = 0;
            noise[0][2] = 0;
            assertThatExceptionOfType(UnrecoverableDataException.class).isThrownBy(() -> codec.decode(noise));
        }
    }

    @Test
    void wrong_sizes_are_refused() {
        var codec = XorCodec.fourOfFive();
        byte[] @Nullable [] uneven = codec.encode(random(100, 1));
        uneven[1] = null;
        uneven[3] = new byte[26];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(new byte[4][27]))
                .withMessage("shards: 4 (expected: 5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(uneven))
                .withMessage("bytes of shard 3: 26 (expected: 27, as others)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(new byte[5][1]))
                .withMessage("bytes of a shard: 1 (expected: >= 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(new byte[5][0]))
                .withMessage("bytes of a shard: 0 (expected: >= 2)");
    }

    @Test
    void no_shards_at_all_are_too_few() {
        assertThatExceptionOfType(UnrecoverableDataException.class)
                .isThrownBy(() -> XorCodec.fourOfFive().decode(new byte @Nullable [5][]))
                .withMessage("0 of 5 shards (expected: >= 4)");
    }

    @Test
    void what_is_given_is_not_changed() throws Exception {
        byte[] data = random(1_000, 5);
        var codec = new ReedSolomon(4, 2);
        byte[] @Nullable [] shards = codec.encode(data);
        byte[][] before = codec.encode(data);
        shards[0] = null;
        shards[3] = null;

        codec.decode(shards);

        assertThat(data).isEqualTo(random(1_000, 5));
        assertThat(shards).isEqualTo(without(before, 0b1001));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, dataShards: 0", "1, 0, parityShards: 0", "255, 1, dataShards: 255", "-1, 1, dataShards: -1"})
    void impossible_numbers_are_refused(int k, int m, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReedSolomon(k, m))
                .withMessage(what + " (expected: >= 1 and <= 254)");
    }

    @Test
    void more_than_255_shards_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReedSolomon(200, 56))
                .withMessage("shards: 256 (expected: <= 255)");
        assertThat(new ReedSolomon(200, 55).shards()).isEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 255})
    void xor_of_too_few_or_too_many_is_refused(int k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XorCodec(k))
                .withMessage("dataShards: " + k + " (expected: >= 1 and <= 254)");
    }
}
