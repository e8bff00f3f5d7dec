package io.goodput.logs.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.write.JsonWriter;
import io.goodput.config.write.Written;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.screen.TextWidth;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final Instant TIME = Instant.parse("2026-11-30T18:00:00Z");

    @SafeVarargs
    @SuppressWarnings("varargs") // Rows are only read.
    private static ResultTable table(List<String> columns, List<@Nullable Object>... rows) {
        return new ResultTable(columns, Arrays.asList(rows), false);
    }

    private static final ResultTable PLAIN = table(
            List.of("name", "n", "share"),
            Arrays.asList("a", 1L, 0.123456),
            Arrays.asList(null, 2_000_000L, null),
            Arrays.asList("long name", 3L, 12345.678));

    @Test
    void text_has_numbers_to_the_right_and_fractions_of_four_digits() {
        assertThat(TableText.render(PLAIN, 100)).isEqualTo("""
                name             n   share
                a                1  0.1235
                           2000000
                long name        3   12346
                """);
    }

    @Test
    void a_table_too_wide_is_cut_where_it_is_widest() {
        var wide = table(List.of("a", "b"), List.of("x".repeat(50), "yy"), List.of("日本語".repeat(10), "zz"));

        assertThat(TableText.render(wide, 20).lines())
                .containsExactly("a                 b", "xxxxxxxxxxxxxxx…  yy", "日本語日本語日…   zz")
                .allMatch(line -> TextWidth.of(line) <= 20);
    }

    @Property(tries = 300)
    void no_text_of_a_record_reaches_a_terminal_as_an_order(@ForAll String hostile) {
        String text = hostile + "\u001b[31m\r\n\u202e\u2028\u0007\u009b";
        var table = table(List.of("a", text), List.of(text, "b"));

        for (String shown : List.of(
                TableText.render(table, 80), TableText.render(table, Integer.MAX_VALUE), TableMarkdown.render(table))) {
            assertThat(shown.lines().count()).isBetween(2L, 3L);
            assertThat(shown.replace("\n", "").codePoints())
                    .noneMatch(each -> Character.getType(each) == Character.CONTROL
                            || Character.getType(each) == Character.FORMAT
                            || Character.getType(each) == Character.LINE_SEPARATOR);
        }
    }

    @Test
    void csv_is_exact_quoted_and_no_formula() {
        assertThat(TableCsv.render(table(
                        List.of("time", "text", "n"),
                        Arrays.asList(TIME, "a,\"b\"\nc", 0.1 + 0.2),
                        Arrays.asList(null, "=HYPERLINK(\"x\")", -5L),
                        Arrays.asList(true, "@SUM", 1.0))))
                .isEqualTo("""
                        time,text,n\r
                        2026-11-30T18:00:00Z,"a,""b""
                        c",0.30000000000000004\r
                        ,"'=HYPERLINK(""x"")",-5\r
                        true,'@SUM,1\r
                        """);
    }

    @Test
    void markdown_quotes_what_markdown_and_html_would_obey() {
        assertThat(TableMarkdown.render(table(List.of("a|b", "n"), List.of("<script>|*x*", 1L))))
                .isEqualTo("""
                        | a\\|b | n |
                        | --- | ---: |
                        | \\<script\\>\\|\\*x\\* | 1 |
                        """);
    }

    @Test
    void json_has_an_object_for_each_row_and_no_name_twice() {
        var root = new LinkedHashMap<String, Written>();
        root.put(
                "rows",
                TableJson.render(table(List.of("a", "a"), Arrays.asList(TIME, null), Arrays.asList(1.5, Double.NaN))));

        assertThat(JsonWriter.write(new Written.Entries(root)).replaceAll("\\s", ""))
                .isEqualTo("{\"rows\":[{\"a\":\"2026-11-30T18:00:00Z\",\"a_2\":null},{\"a\":1.5,\"a_2\":null}]}");
    }

    @Test
    void a_chart_draws_a_gap_as_a_gap_and_nothing_as_the_ground() {
        var series = table(
                List.of("time", "n"),
                List.of(TIME, 8.0),
                List.of(TIME.plusSeconds(1), 4.0),
                List.of(TIME.plusSeconds(3), 0.0),
                List.of(TIME.plusSeconds(4), 8.0));

        assertThat(TimeChart.render(series, Duration.ofSeconds(1), 60, false)).isEqualTo("""
                    8.00  #   #
                          #   #
                          #   #
                          #   #
                          ##  #
                          ##  #
                          ##  #
                       0  ## _#
                          2026-11-30T18:00:00Z .. 2026-11-30T18:00:04Z
                """);
    }

    @Test
    void a_chart_narrower_than_its_points_shows_the_highest_of_each_column() {
        var rows = new java.util.ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < 1000; i++) {
            rows.add(List.of(TIME.plusSeconds(i), i == 500 ? 80.0 : 1.0));
        }

        String chart =
                TimeChart.render(new ResultTable(List.of("time", "n"), rows, false), Duration.ofSeconds(1), 60, true);

        assertThat(chart.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("80.00").endsWith("█"));
        assertThat(chart.lines()).allMatch(line -> line.length() <= 60);
    }
}
