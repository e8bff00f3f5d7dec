package io.goodput.telemetry.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.telemetry.record.FieldWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFieldsTest {
    private static final JsonMapper READER = JsonMapper.shared();
    private static final long AT = nanos(Instant.parse("2026-11-30T18:36:15.123456789Z"));

    private final JsonFields fields = new JsonFields(FieldRules.none());

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    private String written(Consumer<FieldWriter> record) {
        return written(fields, record);
    }

    static String written(JsonFields fields, Consumer<FieldWriter> record) {
        fields.begin();
        record.accept(fields);
        return new String(fields.bytes(), 0, fields.end(), StandardCharsets.UTF_8);
    }

    /** A record with one field. */
    private String value(Consumer<FieldWriter> value) {
        String line = written(out -> {
            value.accept(out.beginObject().name("x"));
            out.endObject();
        });
        return line.substring("{\"x\":".length(), line.length() - 2);
    }

    @Test
    void a_record_is_one_line_with_its_fields_in_order() {
        String line = written(out -> out.beginObject()
                .name("v")
                .number(1)
                .name("at")
                .instant(AT)
                .name("operation")
                .text("Get")
                .name("id")
                .hex(0x0123456789ABCDEFL)
                .name("trace")
                .hex(0xFEDCBA9876543210L, 1)
                .name("hedge")
                .truth(true)
                .name("weight")
                .number(1.5)
                .name("counts")
                .beginObject()
                .name("rows")
                .number(0)
                .name("hits")
                .number(-7)
                .endObject()
                .name("calls")
                .beginArray()
                .beginObject()
                .endObject()
                .beginObject()
                .name("n")
                .number(2)
                .endObject()
                .endArray()
                .endObject());

        assertThat(line)
                .isEqualTo("{\"v\":1,\"at\":\"2026-11-30T18:36:15.123456Z\",\"operation\":\"Get\","
                        + "\"id\":\"0123456789abcdef\",\"trace\":\"fedcba98765432100000000000000001\",\"hedge\":true,"
                        + "\"weight\":1.5,\"counts\":{\"rows\":0,\"hits\":-7},\"calls\":[{},{\"n\":2}]}\n");
    }

    @Test
    void text_that_a_terminal_or_a_reader_of_lines_would_obey_is_escaped() {
        assertThat(value(out -> out.text("a\"b\\c\nd\re\tf"))).isEqualTo("\"a\\\"b\\\\c\\nd\\re\\tf\"");
        assertThat(value(out -> out.text("\u001b[31m\u0000\u0007\u007f")))
                .isEqualTo("\"\\u001b[31m\\u0000\\u0007\\u007f\"");
        assertThat(value(out -> out.text("\u009b2J\u0085"))).isEqualTo("\"\\u009b2J\\u0085\"");
        assertThat(value(out -> out.text("\u2028\u2029"))).isEqualTo("\"\\u2028\\u2029\"");
        assertThat(value(out -> out.text("\u202egpj\u2066\u200f\ufeff\u200b")))
                .isEqualTo("\"\\u202egpj\\u2066\\u200f\\ufeff\\u200b\"");
        assertThat(value(out -> out.text("\uDB40\uDC41"))).isEqualTo("\"\\udb40\\udc41\"");
    }

    @Test
    void text_of_all_planes_stands_as_utf_8_and_half_a_pair_becomes_the_replacement() {
        assertThat(value(out -> out.text("aé€😀"))).isEqualTo("\"aé€😀\"");
        assertThat(value(out -> out.text("\uD83D"))).isEqualTo("\"\uFFFD\"");
        assertThat(value(out -> out.text("\uDE00\uD83Dx"))).isEqualTo("\"\uFFFD\uFFFDx\"");
    }

    @Test
    void numbers_are_written_as_java_reads_them() {
        for (long number : new long[] {0, 9, 10, -1, 99, 100, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(value(out -> out.number(number))).isEqualTo(Long.toString(number));
        }
        assertThat(value(out -> out.number(20.0))).isEqualTo("20");
        assertThat(value(out -> out.number(0.05))).isEqualTo("0.05");
        assertThat(value(out -> out.number(1e300))).isEqualTo("1.0E300");
        assertThat(value(out -> out.number(Double.NaN))).isEqualTo("\"NaN\"");
        assertThat(value(out -> out.number(Double.NEGATIVE_INFINITY))).isEqualTo("\"-Infinity\"");
    }

    @Test
    void instants_are_utc_on_both_sides_of_1970() {
        assertThat(value(out -> out.instant(0))).isEqualTo("\"1970-01-01T00:00:00.000000Z\"");
        assertThat(value(out -> out.instant(-1))).isEqualTo("\"1969-12-31T23:59:59.999999Z\"");
        assertThat(value(out -> out.instant(AT + 1_000_000_000))).isEqualTo("\"2026-11-30T18:36:16.123456Z\"");
    }

    @Test
    void no_text_is_no_value() {
        String line = written(out -> out.beginObject()
                .name("a")
                .text(null)
                .name("b")
                .number(1)
                .name("c")
                .secret("without a key")
                .name("d")
                .beginArray()
                .text(null)
                .text("e")
                .endArray()
                .endObject());

        assertThat(line).isEqualTo("{\"b\":1,\"d\":[\"e\"]}\n");
    }

    @Test
    void a_long_text_ends_at_a_character_and_the_record_says_so() {
        JsonNode record = READER.readTree(written(out -> out.beginObject()
                .name("error")
                .text("x" + "€".repeat(1000))
                .name("details")
                .beginObject()
                .name("sql")
                .text("\n".repeat(10_000))
                .name("fits")
                .text("y".repeat(1024))
                .endObject()
                .endObject()));

        assertThat(record.get("error").asString()).isEqualTo("x" + "€".repeat(341));
        assertThat(record.get("details").get("sql").asString()).isEqualTo("\n".repeat(512));
        assertThat(record.get("details").get("fits").asString()).hasSize(1024);
        assertThat(record.get("cut").toString()).isEqualTo("[\"error\",\"details.sql\"]");
    }

    @Test
    void of_a_text_of_a_megabyte_no_more_is_looked_at_than_is_written() {
        var looked = new LookedAt("a".repeat(1_000_000));

        written(out -> out.beginObject().name("x").text(looked).endObject());

        assertThat(looked.characters).isBetween(1024, 1025);
    }

    @Test
    void what_finds_no_room_is_left_out_whole_and_named() {
        JsonNode record = READER.readTree(written(out -> {
            out.beginObject().name("operation").text("Get").name("details").beginObject();
            for (int i = 0; i < 10; i++) {
                out.name("d" + i).text("d".repeat(1024));
            }
            out.endObject().name("calls").beginArray();
            for (int i = 0; i < 1000; i++) {
                out.beginObject().name("n").number(i).name("attempts").beginArray();
                out.beginObject().name("resource").text("e".repeat(200)).endObject();
                out.endArray().endObject();
            }
            out.endArray()
                    .name("error")
                    .text("f".repeat(1024))
                    .name("last")
                    .number(5)
                    .endObject();
        }));

        assertThat(record.get("details").size()).isEqualTo(10);
        assertThat(record.get("calls").size()).isBetween(15, 30);
        record.get("calls")
                .forEach(call -> assertThat(
                                call.get("attempts").get(0).get("resource").asString())
                        .hasSize(200));
        assertThat(record.has("error")).isFalse();
        assertThat(record.get("last").asInt()).isEqualTo(5);
        assertThat(record.get("cut").toString()).isEqualTo("[\"calls\",\"error\"]");
    }

    @Test
    void a_record_fills_its_16_KiB_and_no_more() {
        fields.begin();
        fields.beginObject().name("details").beginObject();
        for (int i = 0; i < 5000; i++) {
            fields.name("name" + i).number(i);
        }
        fields.endObject().endObject();

        assertThat(fields.end()).isBetween(15_800, RecordEncoder.MOST_BYTES);
    }

    @Test
    void what_was_cut_before_stands_beside_what_is_cut_here_each_once() {
        String line = written(out -> out.beginObject()
                .cut("calls")
                .name("a")
                .text("a".repeat(2000))
                .cut("a")
                .cut("calls")
                .endObject());

        assertThat(line).endsWith(",\"cut\":[\"calls\",\"a\"]}\n");
    }

    @Test
    void a_record_of_which_nothing_is_left_says_what_was_cut() {
        assertThat(written(out -> out.beginObject().cut("a").endObject())).isEqualTo("{\"cut\":[\"a\"]}\n");
    }

    @Test
    void the_names_of_what_was_cut_have_a_bound_too() {
        JsonNode record = READER.readTree(written(out -> {
            out.beginObject().name("v").number(1);
            for (int i = 0; i < 1000; i++) {
                out.cut("name-" + "n".repeat(50) + i);
            }
            out.endObject();
        }));

        assertThat(record.get("cut").size()).isBetween(3, 12);
        assertThat(record.get("cut").get(record.get("cut").size() - 1).asString())
                .isEqualTo("and more");
    }

    @Test
    void the_weight_of_one_that_stands_for_others_is_multiplied_once() {
        Consumer<FieldWriter> record = out -> out.beginObject()
                .name("weight")
                .number(2.5)
                .name("details")
                .beginObject()
                .name("weight")
                .number(3)
                .endObject()
                .endObject();
        fields.begin();
        fields.weigh(10);
        record.accept(fields);

        assertThat(new String(fields.bytes(), 0, fields.end(), StandardCharsets.UTF_8))
                .isEqualTo("{\"weight\":25,\"details\":{\"weight\":3}}\n");
        assertThat(written(record)).startsWith("{\"weight\":2.5,");
    }

    @Test
    void a_record_that_does_not_add_up_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> written(FieldWriter::beginObject));
        assertThatIllegalStateException()
                .isThrownBy(() -> written(out -> out.beginObject().number(1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> written(out -> out.beginObject().endArray()));
        assertThatIllegalStateException()
                .isThrownBy(() -> written(out -> out.beginObject().name("a").endObject()));
        assertThatIllegalStateException()
                .isThrownBy(() -> written(out -> out.beginObject().name("a").name("b")));
        assertThatIllegalStateException().isThrownBy(() -> written(out -> out.name("a")));
        assertThatIllegalStateException().isThrownBy(() -> written(FieldWriter::beginArray));
        assertThatIllegalStateException()
                .isThrownBy(() -> written(
                        out -> out.beginObject().endObject().beginObject().endObject()));
        assertThat(written(out -> out.beginObject().endObject())).isEqualTo("{}\n");
    }

    /** Counts what is looked at. */
    private static final class LookedAt implements CharSequence {
        private final String text;
        private int characters;

        LookedAt(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            characters++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            characters = text.length();
            return text;
        }
    }
}
