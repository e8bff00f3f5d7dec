package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.scan.ScanField.Form;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldOrderTest {
    private static final List<ScanField> WANTED = List.of(
            new ScanField("us", Form.WHOLE),
            new ScanField("usual", Form.TEXT),
            new ScanField("at", Form.INSTANT),
            new ScanField("weight", Form.REAL),
            new ScanField("a_name_that_is_longer_than_three_words", Form.TEXT));

    private static String line(Random random) {
        List<String> fields = new ArrayList<>(List.of(
                "\"us\":" + random.nextInt(100_000),
                "\"us\" : " + random.nextInt(10),
                "\"usual\":\"" + "x".repeat(random.nextInt(20)) + "\"",
                "\"u\":{\"us\":1}",
                "\"at\":\"2026-11-30T18:0%d:%02d.%06dZ\""
                        .formatted(random.nextInt(10), random.nextInt(70), random.nextInt(1_000_000)),
                "\"at\":\"2026-11-30T18:00:0x.000000Z\"",
                "\"weight\":" + random.nextInt(1000) / 8.0,
                "\"weight\":" + random.nextDouble(),
                "\"a_name_that_is_longer_than_three_words\":\"y\"",
                "\"a_name_that_is_longer_than_three\":\"no\"",
                "\"f" + random.nextInt(200) + "\":null"));
        Collections.shuffle(fields, random);
        return String.join(",", fields.subList(0, random.nextInt(fields.size() + 1)));
    }

    private static List<List<Object>> scan(LineScanner scanner, byte[] lines) {
        var kept = new KeptRows();
        int row = 0;
        for (int at = 0; at < lines.length; row++) {
            at = scanner.scan(lines, at, lines.length, kept, row);
        }
        return kept.rows();
    }

    private static LineScanner scanner() {
        return new LineScanner(WANTED, null, TimeBounds.ALWAYS);
    }

    @Property(tries = 100)
    void what_was_learnt_of_other_lines_changes_nothing_in_what_a_line_says(@ForAll @LongRange(min = 0) long seed) {
        var random = new Random(seed);
        LineScanner learnt = scanner();
        for (int i = 0; i < 100; i++) {
            byte[] line = ("{" + line(random) + "}\n").getBytes(UTF_8);
            assertThat(scan(learnt, line)).as("%s", new String(line, UTF_8)).isEqualTo(scan(scanner(), line));
        }
    }

    @Test
    void fields_that_are_no_longer_there_are_passed_over_and_new_ones_are_learnt() {
        var order = new FieldOrder();
        byte[] line = "\"us\":1,\"weight\":2,\"usual\":3                                ".getBytes(UTF_8);
        int place = order.learn(line, 0, 5, 10, 0);
        place = order.learn(line, 7, 16, 11, place);
        place = order.learn(line, 18, 26, 12, place);

        assertThat(place).isEqualTo(3);
        assertThat(order.find(line, 0, 0)).isZero();
        assertThat(order.find(line, 18, 1)).isEqualTo(2);
        assertThat(order.number(2)).isEqualTo(12);
        assertThat(order.length(2)).isEqualTo(8);
        assertThat(order.find(line, 0, 1)).isEqualTo(FieldOrder.UNKNOWN);
        assertThat(order.find("\"us\":1".getBytes(UTF_8), 0, 0)).isEqualTo(FieldOrder.UNKNOWN);
    }

    @Test
    void a_line_may_have_more_fields_than_are_learnt() {
        LineScanner scanner = scanner();
        byte[] line = IntStream.range(0, 500)
                .mapToObj(i -> "\"g" + i + "\":" + i)
                .collect(java.util.stream.Collectors.joining(",", "{", ",\"us\":7}\n"))
                .getBytes(UTF_8);

        assertThat(scan(scanner, line)).isEqualTo(List.of(List.of(7L)));
        assertThat(scan(scanner, line)).isEqualTo(List.of(List.of(7L)));
    }
}
