package io.goodput.telemetry.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.frame.IndexFrame.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIndexTest {
    private static final byte[] BEFORE = "before".getBytes(StandardCharsets.US_ASCII);

    private static IndexFrame reread(ByteBuffer index, Scope scope) throws Exception {
        byte[] file = FileBytes.joined(BEFORE, index);
        return Objects.requireNonNull(IndexFrame.endingAt(new FileBytes(file), file.length, scope));
    }

    @Test
    void the_bytes_of_an_index_stay_what_they_are() {
        var filter = new TraceIndex();
        filter.add(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);
        ByteBuffer index = filter.ofFile();
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
    @ValueSource(ints = {0, 1, 100, 103, 1000, 80_000, TraceIndex.MOST_TRACES})
    void what_was_added_is_found_and_of_the_rest_at_most_one_in_a_hundred(int traces) throws Exception {
        var shapes = List.<LongUnaryOperator>of(
                high -> high,
                // Those of 64 bits, and those that begin with a time.
                _ -> 0,
                high -> 0x6579_0000_0000_0000L | (high & 0xFFFF_FFFFL));
        for (LongUnaryOperator shape : traces > 100_000 ? shapes.subList(0, 1) : shapes) {
            var filter = new TraceIndex();
            var random = new SplittableRandom(1);
            for (int i = 0; i < traces; i++) {
                filter.add(shape.applyAsLong(random.nextLong()), random.nextLong());
            }
            TraceBloom read = reread(filter.ofFile(), Scope.FILE).filter();

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
    void it_is_full_in_time_and_empty_again_after_that() throws Exception {
        var filter = new TraceIndex();
        for (int i = 0; i < TraceIndex.MOST_TRACES * 1.05; i++) {
            filter.add(i, -i);
        }
        assertThat(filter.isFull()).isTrue();

        filter.clear();

        assertThat(filter.isFull()).isFalse();
        assertThat(reread(filter.ofFile(), Scope.FILE).filter().mayHave(1, -1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 9_000, TraceIndex.MOST_OF_SECTION})
    void the_index_of_a_section_has_those_of_the_section_and_errs_for_six_of_a_hundred(int traces) throws Exception {
        var index = new TraceIndex();
        index.add(1, 2);
        index.begin(3);
        for (int i = 0; i < traces; i++) {
            index.add(i, -i);
        }
        IndexFrame read = reread(index.ofSection(), Scope.SECTION);

        assertThat(read.begin()).isEqualTo(3);
        assertThat(read.start()).isEqualTo(BEFORE.length);
        for (int i = 0; i < traces; i++) {
            assertThat(read.filter().mayHave(i, -i)).isTrue();
        }
        int wrong = 0;
        for (int i = 1; i <= 100_000; i++) {
            wrong += read.filter().mayHave(i, i) ? 1 : 0;
        }
        assertThat(wrong).isLessThan(6_000);
    }

    @Test
    void a_section_ends_with_its_bytes_or_its_traces() {
        var index = new TraceIndex();
        index.begin(1000);
        assertThat(index.isDue(1000 + TraceIndex.SECTION_BYTES - 1)).isFalse();
        assertThat(index.isDue(1000 + TraceIndex.SECTION_BYTES)).isTrue();
        for (int i = 0; i < TraceIndex.MOST_OF_SECTION * 1.2; i++) {
            index.add(i, i);
        }
        assertThat(index.isDue(2000)).isTrue();
        index.begin(2000);
        assertThat(index.isDue(2000)).isFalse();
    }

    @Test
    void the_bytes_of_the_index_of_a_section_stay_what_they_are() {
        var index = new TraceIndex();
        index.begin(0x1234);
        index.add(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);
        ByteBuffer section = index.ofSection();
        byte[] bytes = new byte[section.remaining()];
        section.get(bytes);

        assertThat(bytes).hasSize(8 + 24 + 128 + 4);
        assertThat(HexFormat.of().formatHex(bytes, 0, 32))
                .isEqualTo("522a4d189c000000" + "47505431" + "04000000" + "0004000000000000" + "3412000000000000");
        assertThat(HexFormat.of().formatHex(bytes, 32, bytes.length))
                .isEqualTo("0".repeat(24) + "2" + "0".repeat(53) + "1" + "0".repeat(93) + "8" + "0".repeat(53) + "4"
                        + "0".repeat(29) + "eaca154c");
    }

    @ParameterizedTest
    @EnumSource
    void an_index_that_was_changed_is_none(Scope scope) throws Exception {
        var index = new TraceIndex();
        byte[] good = FileBytes.joined(BEFORE, scope == Scope.FILE ? index.ofFile() : index.ofSection());
        for (int bit = BEFORE.length * 8; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            var file = new FileBytes(bad);
            assertThat(IndexFrame.endingAt(file, bad.length, scope))
                    .as("bit %d", bit)
                    .isNull();
            assertThat(IndexFrame.at(file, BEFORE.length)).as("bit %d", bit).isNull();
        }
        assertThat(IndexFrame.endingAt(new FileBytes(new byte[0]), 0, scope)).isNull();
    }
}
