package io.goodput.telemetry.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceBloomTest {
    private static TraceBloom reread(TraceBloom filter, byte[] before) throws Exception {
        return Objects.requireNonNull(TraceBloom.at(new FileBytes(FileBytes.joined(before, filter.encode()))));
    }

    @Test
    void the_bytes_of_an_index_stay_what_they_are() {
        var filter = new TraceBloom();
        filter.add(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);
        ByteBuffer index = filter.encode();
        byte[] bytes = new byte[index.remaining()];
        index.get(bytes);

        assertThat(bytes).hasSize(8 + 16 + 128 + 4);
        assertThat(HexFormat.of().formatHex(bytes, 0, 24))
                .isEqualTo("522a4d1894000000" + "47504931" + "07000000" + "0004000000000000");
        assertThat(HexFormat.of().formatHex(bytes, 24, bytes.length))
                .isEqualTo("0".repeat(13) + "4" + "0".repeat(10) + "2" + "0".repeat(42) + "2" + "0".repeat(10) + "1"
                        + "0".repeat(42) + "1" + "0".repeat(50) + "8" + "0".repeat(53) + "4" + "0".repeat(29)
                        + "7b333d00");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 103, 1000, 80_000, TraceBloom.MOST_TRACES})
    void what_was_added_is_found_and_of_the_rest_at_most_one_in_a_hundred(int traces) throws Exception {
        var shapes = List.<LongUnaryOperator>of(
                high -> high,
                // Those of 64 bits, and those that begin with a time.
                _ -> 0,
                high -> 0x6579_0000_0000_0000L | (high & 0xFFFF_FFFFL));
        for (LongUnaryOperator shape : traces > 100_000 ? shapes.subList(0, 1) : shapes) {
            var filter = new TraceBloom();
            var random = new SplittableRandom(1);
            for (int i = 0; i < traces; i++) {
                filter.add(shape.applyAsLong(random.nextLong()), random.nextLong());
            }
            TraceBloom read = reread(filter, "before".getBytes(StandardCharsets.US_ASCII));

            random = new SplittableRandom(1);
            for (int i = 0; i < traces; i++) {
                assertThat(read.mayHave(shape.applyAsLong(random.nextLong()), random.nextLong()))
                        .isTrue();
            }
            int wrong = 0;
            for (int i = 0; i < 100_000; i++) {
                wrong += read.mayHave(shape.applyAsLong(random.nextLong()), random.nextLong()) ? 1 : 0;
            }
            assertThat(wrong).isLessThan(1000);
        }
    }

    @Test
    void it_is_full_in_time_and_empty_again_after_that() {
        var filter = new TraceBloom();
        for (int i = 0; i < TraceBloom.MOST_TRACES * 1.05; i++) {
            filter.add(i, -i);
        }
        assertThat(filter.isFull()).isTrue();

        filter.clear();

        assertThat(filter.isFull()).isFalse();
        assertThat(filter.mayHave(1, -1)).isFalse();
    }

    @Test
    void an_index_that_was_changed_is_none() throws Exception {
        byte[] good = FileBytes.joined(new byte[0], new TraceBloom().encode());
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(TraceBloom.at(new FileBytes(bad))).as("bit %d", bit).isNull();
        }
        assertThat(TraceBloom.at(new FileBytes(new byte[0]))).isNull();
    }

    @Test
    void the_lines_of_a_trace_are_found_in_the_frames_of_its_time() throws Exception {
        String mine = "000000000000000a000000000000000b";
        String line = "{\"trace\":\"" + mine + "\",\"n\":%d}";
        List<String> texts = List.of(
                line.formatted(1) + "\n{\"n\":2}\n" + line.formatted(3) + "\n",
                "{\"trace\":\"" + "0".repeat(31) + "a\"}\n",
                line.formatted(5) + "\n");
        var file = new FileBytes(FileBytes.ofFrames(null, texts));
        var lookup = new TraceLookup(10, 11);
        List<String> found = new ArrayList<>();

        lookup.lines(
                file,
                null,
                FrameLines.AS_WRITTEN,
                0,
                Long.MAX_VALUE,
                each -> found.add(new String(each, StandardCharsets.UTF_8)));
        assertThat(found).containsExactly(line.formatted(1), line.formatted(3), line.formatted(5));

        found.clear();
        lookup.lines(
                file, null, FrameLines.AS_WRITTEN, 4, 9, each -> found.add(new String(each, StandardCharsets.UTF_8)));
        assertThat(found).containsExactly(line.formatted(5));

        var filter = new TraceBloom();
        filter.add(10, 12);
        assertThat(lookup.mayBeIn(file)).isTrue();
        assertThat(lookup.mayBeIn(new FileBytes(FileBytes.joined(new byte[0], filter.encode()))))
                .isFalse();
        filter.add(10, 11);
        assertThat(lookup.mayBeIn(new FileBytes(FileBytes.joined(new byte[0], filter.encode()))))
                .isTrue();
    }
}
