package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.scan.ScanField.Form;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LineScannerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<ScanField> ALL_FORMS = List.of(
            new ScanField("text", Form.TEXT),
            new ScanField("whole", Form.WHOLE),
            new ScanField("real", Form.REAL),
            new ScanField("truth", Form.TRUTH),
            new ScanField("at", Form.INSTANT),
            new ScanField("json", Form.JSON));

    private static final String NOISE = "{}[]\":,\\ 1etn\u0000ü";

    private long strange;

    private List<List<Object>> scan(List<ScanField> wanted, @Nullable String kind, TimeBounds bounds, byte[] lines) {
        var scanner = new LineScanner(wanted, kind, bounds);
        var kept = new KeptRows();
        int row = 0;
        for (int at = 0; at < lines.length; ) {
            at = scanner.scan(lines, at, lines.length, kept, row);
            row += scanner.isAccepted() ? 1 : 0;
        }
        strange = scanner.strange();
        return kept.rows();
    }

    private List<List<Object>> scan(String lines) {
        return scan(ALL_FORMS, null, TimeBounds.ALWAYS, lines.getBytes(UTF_8));
    }

    @Test
    void each_form_is_read_whatever_stands_between() {
        assertThat(scan("""
                {"other":{"text":"not this \\" }"},"text":"a\\u0041\\n\\"ü","whole":-12,"real":2.5e1,"list":[1,[2,"]"]],\
                "truth":true,"at":"2026-11-30T18:00:00.000001Z","json":{"a":[1,{"b":"}"}]}}
                { "json" : null , "whole" : 7 ,\t"text" : null }\r
                """))
                .containsExactly(
                        List.of(
                                "aA\n\"ü",
                                -12L,
                                25.0,
                                true,
                                micros("2026-11-30T18:00:00.000001Z"),
                                "{\"a\":[1,{\"b\":\"}\"}]}"),
                        List.of(7L, "null"));
        assertThat(strange).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-30T18:00:00.123456Z  | 2026-11-30T18:00:00.123456Z
            2028-02-29T23:59:59.999999Z  | 2028-02-29T23:59:59.999999Z
            2026-11-30T18:00:00Z         | 2026-11-30T18:00:00Z
            2026-11-30T19:00:00.5+01:00  | 2026-11-30T18:00:00.5Z
            """)
    void an_instant_may_be_written_as_others_do(String written, String meant) {
        assertThat(scan("{\"at\":\"%s\"}\n".formatted(written))).containsExactly(List.of(micros(meant)));
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"whole\":\"12\"}",
                "{\"whole\":true}",
                "{\"whole\":[1]}",
                "{\"real\":\"x\"}",
                "{\"real\":nan}",
                "{\"truth\":1}",
                "{\"at\":12}",
                "{\"at\":\"2026-02-30T18:00:00.000000Z\"}",
                "{\"at\":\"2026-13-01T18:00:00.000000Z\"}",
                "{\"at\":\"yesterday\"}",
                "{}"
            })
    void a_value_that_is_not_of_the_form_is_none(String line) {
        assertThat(scan("{\"text\":\"before\"}\n" + line + "\n")).containsExactly(List.of("before"));
        assertThat(strange).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[1]",
                "{",
                "{\"text\"",
                "{\"text\":",
                "{\"text\":\"a",
                "{\"text\":\"a\\",
                "{\"a\":{\"b\":1}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":}",
                "{\"a\":1 \"b\":2}",
                "\"text\"",
                "{\"a\":[{]}"
            })
    void a_line_that_is_no_object_is_counted_and_costs_no_other_line(String line) {
        assertThat(scan("{\"whole\":1}\n" + line + "\n\n{\"whole\":2}\n")).containsExactly(List.of(1L), List.of(2L));
        assertThat(strange).isEqualTo(1);
    }

    @Test
    void records_of_another_kind_or_time_leave_nothing_behind() {
        var wanted = List.of(new ScanField("whole", Form.WHOLE));
        var bounds = new TimeBounds(micros("2026-11-30T18:00:00Z"), micros("2026-11-30T18:00:01Z"));
        byte[] lines = """
                {"whole":1,"kind":"work","at":"2026-11-30T17:59:59.999999Z"}
                {"whole":2,"kind":"work","at":"2026-11-30T18:00:00.000000Z"}
                {"whole":3,"kind":"health","at":"2026-11-30T18:00:00.000000Z"}
                {"whole":4,"kind":"work"}
                {"whole":5,"at":"2026-11-30T18:00:00.500000Z"}
                {"whole":6,"kind":"work","at":"2026-11-30T18:00:00.999999Z"}
                {"whole":7,"kind":"work","at":"2026-11-30T18:00:01.000000Z"}
                """.getBytes(UTF_8);

        assertThat(scan(wanted, "work", bounds, lines)).containsExactly(List.of(2L), List.of(6L));
    }

    @Test
    void a_whole_line_can_be_wanted_beside_a_field_of_it() {
        var wanted = List.of(new ScanField("line", Form.LINE), new ScanField("whole", Form.WHOLE));

        assertThat(scan(wanted, null, TimeBounds.ALWAYS, "{\"a\":1,\"whole\":2}\n".getBytes(UTF_8)))
                .containsExactly(List.of("{\"a\":1,\"whole\":2}", 2L));
    }

    @Property(tries = 300)
    void text_is_what_a_writer_of_json_was_given(@ForAll String name, @ForAll String value, @ForAll String other) {
        String known = name.equals("text") ? "texts" : name;
        String line = JSON.writeValueAsString(Map.of(known, other)).replaceFirst("}$", ",")
                + JSON.writeValueAsString(Map.of("text", value)).substring(1);

        assertThat(scan(line + "\n")).containsExactly(List.of(whole(value)));
        assertThat(strange).isZero();
    }

    /** Half a pair of surrogates is no text, and is replaced on its way. */
    private static String whole(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    @Property(tries = 500)
    void no_bytes_make_it_fail_or_lose_the_line_after(@ForAll long seed) {
        var random = new Random(seed);
        var noise = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            noise.append(NOISE.charAt(random.nextInt(NOISE.length())));
        }

        List<List<Object>> rows = scan(noise + "\n{\"whole\":42}\n");

        assertThat(rows).last().isEqualTo(List.of(42L));
    }
}
