package io.goodput.telemetry.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final List<String> TEXTS =
            List.of("{\"a\":1}\n{\"a\":2}\n", "{\"b\":3}\n", "{\"c\":4}\n{\"c\":5}\n{\"c\":6}\n");
    private static final List<Integer> RECORDS = List.of(2, 1, 3);

    /** The frames of the texts, and an index. */
    private static byte[] file() {
        var index = new TraceIndex();
        index.add(1, 2);
        return FileBytes.joined(FileBytes.ofFrames(null, TEXTS), index.ofFile());
    }

    @Test
    void the_bytes_of_a_frame_and_its_head_stay_what_they_are() {
        byte[] frame = FileBytes.ofFrames(null, List.of("{\"v\":1}\n"));

        assertThat(HexFormat.of().formatHex(frame))
                .isEqualTo("502a4d1828000000" + "47504831" + "15000000" + "08000000" + "01000000"
                        + "0100000000000000" + "0100000000000000" + "c59f590a" + "63ebf62e"
                        + "28b52ffd2408410000" + "7b2276223a317d0a" + "1b5b04f5");
    }

    @Test
    void what_was_written_is_read_in_order_with_its_heads() throws Exception {
        try (var reader = new FrameReader(new FileBytes(file()))) {
            Frame first = Objects.requireNonNull(reader.next());
            assertThat(first.position()).isZero();
            assertThat(first.head().records()).isEqualTo(2);
            assertThat(first.head().firstMicros()).isEqualTo(1);
            assertThat(first.head().lastMicros()).isEqualTo(2);
            assertThat(first.text()).asString().isEqualTo(TEXTS.getFirst());
            assertThat(FileBytes.texts(reader)).isEqualTo(TEXTS.subList(1, 3));
            assertThat(reader.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void frames_of_another_time_are_passed_over() throws Exception {
        try (var reader = new FrameReader(new FileBytes(file()))) {
            Frame wanted = Objects.requireNonNull(reader.next(head -> head.overlaps(3, 3)));
            assertThat(wanted.text()).asString().isEqualTo(TEXTS.get(1));
            assertThat(reader.next(head -> head.overlaps(3, 3))).isNull();
            assertThat(reader.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void a_file_that_grows_is_read_on() throws Exception {
        byte[] all = FileBytes.ofFrames(null, TEXTS);
        for (int cut = 0; cut <= all.length; cut++) {
            var file = new FileBytes(Arrays.copyOf(all, cut));
            try (var reader = new FrameReader(file)) {
                List<String> read = new ArrayList<>(FileBytes.texts(reader));
                file.append(Arrays.copyOfRange(all, cut, all.length));
                read.addAll(FileBytes.texts(reader));
                assertThat(read).as("cut at %d", cut).isEqualTo(TEXTS);
                assertThat(reader.damage()).isEqualTo(Damage.NONE);
            }
        }
    }

    @Test
    void a_file_that_was_torn_loses_the_last_frame_and_its_head_tells_how_many_records() throws Exception {
        byte[] all = FileBytes.ofFrames(null, TEXTS);
        int third = FileBytes.ofFrames(null, TEXTS.subList(0, 2)).length;
        for (int cut = third + 1; cut < all.length; cut++) {
            try (var reader = new FrameReader(new FileBytes(Arrays.copyOf(all, cut)))) {
                assertThat(FileBytes.texts(reader)).isEqualTo(TEXTS.subList(0, 2));
                long told = cut >= third + FrameHead.BYTES ? 3 : 0;
                assertThat(reader.damage()).isEqualTo(new Damage(true, 0, told, cut - third, 0));
            }
        }
    }

    @Test
    void any_bit_that_flips_costs_at_most_the_frame_that_it_is_in() throws Exception {
        byte[] good = file();
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            try (var reader = new FrameReader(new FileBytes(bad))) {
                List<String> read = FileBytes.texts(reader);
                List<String> lost = new ArrayList<>(TEXTS);
                lost.removeAll(read);
                assertThat(TEXTS).as("bit %d", bit).containsSubsequence(read);
                assertThat(lost).as("bit %d", bit).hasSizeLessThanOrEqualTo(1);
                Damage damage = reader.damage();
                assertThat(damage).as("bit %d", bit).isNotEqualTo(Damage.NONE);
                if (!lost.isEmpty() && damage.records() > 0) {
                    assertThat(damage.records()).isEqualTo(lostRecords(lost));
                }
            }
        }
    }

    private static long lostRecords(List<String> lost) {
        return lost.stream().mapToLong(text -> RECORDS.get(TEXTS.indexOf(text))).sum();
    }

    @Property(tries = 300)
    void whatever_is_overwritten_removed_or_put_in_nothing_wrong_is_read(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 40) int bytes) throws Exception {
        var random = new SplittableRandom(seed);
        byte[] good = file();
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        int at = random.nextInt(good.length);
        int rest = Math.min(good.length, at + (random.nextBoolean() ? 0 : random.nextInt(80)));
        byte[] bad =
                FileBytes.joined(Arrays.copyOf(good, at), ByteBuffer.wrap(random.nextBoolean() ? noise : new byte[0]));
        bad = FileBytes.joined(bad, ByteBuffer.wrap(good, rest, good.length - rest));

        try (var reader = new FrameReader(new FileBytes(bad))) {
            assertThat(isPart(FileBytes.texts(reader))).isTrue();
            assertThat(reader.damage().bytes()).isLessThanOrEqualTo(bad.length);
        }
    }

    /** Whether these are some of the texts, in their order; a row that was written twice may be read twice. */
    private static boolean isPart(List<String> read) {
        return TEXTS.containsAll(read);
    }

    @Property(tries = 200)
    void noise_is_no_file(@ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 200_000) int size)
            throws Exception {
        byte[] noise = new byte[size];
        new SplittableRandom(seed).nextBytes(noise);
        try (var reader = new FrameReader(new FileBytes(noise))) {
            assertThat(reader.next()).isNull();
            assertThat(reader.damage()).isEqualTo(new Damage(size > 0, 0, 0, size, 0));
        }
    }

    @Test
    void a_sealed_file_is_read_with_its_key_only() throws Exception {
        var key = new FrameKey(new byte[32]);
        byte[] file = FileBytes.ofFrames(new Sealer(key), TEXTS);

        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("{\"a\"");
        try (var reader = new FrameReader(new FileBytes(file), key)) {
            assertThat(FileBytes.texts(reader)).isEqualTo(TEXTS);
            assertThat(reader.damage()).isEqualTo(Damage.NONE);
        }
        try (var reader = new FrameReader(new FileBytes(file))) {
            assertThatExceptionOfType(KeyMissingException.class).isThrownBy(reader::next);
        }
        byte[] other = new byte[32];
        other[0] = 1;
        try (var reader = new FrameReader(new FileBytes(file), new FrameKey(other))) {
            assertThat(reader.next()).isNull();
            assertThat(reader.damage()).isEqualTo(new Damage(false, 0, 0, 0, 3));
        }
    }

    @Test
    void any_bit_of_a_sealed_file_that_flips_costs_at_most_one_frame() throws Exception {
        var key = new FrameKey(new byte[32]);
        byte[] good = FileBytes.ofFrames(new Sealer(key), TEXTS);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            try (var reader = new FrameReader(new FileBytes(bad), key)) {
                List<String> read = FileBytes.texts(reader);
                assertThat(TEXTS).containsSubsequence(read);
                assertThat(read).as("bit %d", bit).hasSize(2);
            }
        }
    }

    @Test
    void the_bytes_of_a_sealed_frame_stay_what_they_are() {
        var sealer = new Sealer(new FrameKey(new byte[32]), new FrameKey.Nonces(new byte[12]));

        byte[] frame = FileBytes.ofFrames(sealer, List.of("{\"v\":1}\n"));

        assertThat(HexFormat.of().formatHex(frame))
                .isEqualTo("502a4d1828000000" + "47504831" + "3d000000" + "08000000" + "01000000"
                        + "0100000000000000" + "0100000000000000" + "a6185fef" + "367e0b35"
                        + "512a4d1835000000" + "47504531" + "000000000000000000000000"
                        + "e6126fc069682a6e0735e7a598c9ac65787b58cec2ac56e1" + "9fa40e054088334d92456ab767");
    }

    @Test
    void a_head_that_was_put_before_another_frame_does_not_open_it() throws Exception {
        var key = new FrameKey(new byte[32]);
        byte[] one = FileBytes.ofFrames(new Sealer(key), List.of("{\"a\":1}\n"));
        byte[] other = FileBytes.ofFrames(new Sealer(key), List.of("{\"a\":1}\n{\"a\":2}\n"));
        ByteBuffer head = ByteBuffer.wrap(one).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        FrameHead of =
                Objects.requireNonNull(FrameHead.at(ByteBuffer.wrap(other).order(java.nio.ByteOrder.LITTLE_ENDIAN), 0));
        new FrameHead(of.stored(), of.length(), 2, 7, 8, of.checksum()).put(head, 0);
        byte[] forged = FileBytes.joined(
                Arrays.copyOf(one, FrameHead.BYTES),
                ByteBuffer.wrap(other, FrameHead.BYTES, other.length - FrameHead.BYTES));

        try (var reader = new FrameReader(new FileBytes(forged), key)) {
            assertThat(reader.next()).isNull();
            assertThat(reader.damage().locked()).isOne();
        }
    }

    @Test
    void nonces_never_repeat() {
        byte[] almost = new byte[12];
        Arrays.fill(almost, (byte) -1);
        almost[11] = -2;
        var nonces = new FrameKey.Nonces(almost);

        assertThat(HexFormat.of().formatHex(nonces.next())).isEqualTo("fffffffffffffffffffffffe");
        assertThat(HexFormat.of().formatHex(nonces.next())).isEqualTo("ffffffffffffffffffffffff");
        assertThat(HexFormat.of().formatHex(nonces.next())).isEqualTo("000000000000000000000000");
        assertThat(HexFormat.of().formatHex(nonces.next())).isEqualTo("000000000000000000000001");
    }
}
