package io.goodput.logs.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.config.problem.ConfigException;
import io.goodput.duckdb.SqlAnswer;
import io.goodput.logs.table.ResultTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostSheetTest {
    private static final Instant WEEK = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-30T00:00:00Z");
    private static final String PRICES = """
            goodput: 1
            prices:
              currency: EUR
              cpu: 3600/h
              moved: 2/GB
              kept: {counter: stored, price: 3/GB-month, for: 60d}
              dependencies:
                pay: {call: 0.5/call}
                stock: {call: 10/million, moved: 1/GB}
            """;

    private static PriceList prices(String text) {
        return new PriceListKind().parse("prices.yaml", text, Path.of(""));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // Rows are only read.
    private static SqlAnswer answer(List<@Nullable Object>... rows) {
        return new SqlAnswer(List.of(), List.of(), List.of(rows), false);
    }

    private static ResultTable sheet(String prices, SqlAnswer requests, SqlAnswer dependencies, SqlAnswer processes) {
        var sheet = new CostSheet(CostGroup.OPERATION, prices(prices));
        sheet.addRequests(requests);
        sheet.addDependencies(dependencies);
        sheet.addProcesses(processes);
        return sheet.table();
    }

    private static @Nullable Object cell(ResultTable table, int row, String column) {
        return table.rows().get(row).get(table.columns().indexOf(column));
    }

    private static double number(ResultTable table, int row, String column) {
        return cell(table, row, column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Test
    void every_part_has_its_price_and_cpu_is_shared_out_by_own_time() {
        ResultTable table = sheet(
                PRICES,
                answer(
                        Arrays.asList(WEEK, "shop", "1", "buy", 10.0, 5e6, 1e9, 2e9),
                        Arrays.asList(WEEK, "shop", "1", "look", 30.0, 1e6, 0.0, 0.0)),
                answer(
                        Arrays.asList(WEEK, "shop", "1", "buy", "pay", 4.0, 2e6, 7e9),
                        Arrays.asList(WEEK, "shop", "1", "buy", "stock", 1e6, 0.0, 1e9)),
                answer(Arrays.asList(WEEK, "shop", "1", 8e6)));

        assertThat(cell(table, 0, "operation")).isEqualTo("buy");
        assertThat(number(table, 0, "cpu")).isCloseTo(6, within(1e-9));
        assertThat(number(table, 1, "cpu")).isCloseTo(2, within(1e-9));
        assertThat(number(table, 0, "moved")).isCloseTo(2, within(1e-9));
        assertThat(number(table, 0, "kept")).isCloseTo(12, within(1e-9));
        assertThat(number(table, 0, "calls")).isCloseTo(4 * 0.5 + 10 + 1, within(1e-9));
        assertThat(number(table, 0, "cost")).isCloseTo(6 + 2 + 12 + 13, within(1e-9));
        assertThat(number(table, 0, "per_1000")).isCloseTo(3300, within(1e-9));
        assertThat(cell(table, 0, "unpriced")).isEqualTo("");
        assertThat(cell(table, 1, "calls")).isNull();
    }

    @Test
    void what_has_no_price_is_named_and_never_free() {
        ResultTable table = sheet(
                "goodput: 1\nprices: {currency: EUR}",
                answer(Arrays.asList(WEEK, "shop", "1", "buy", 10.0, 5e6, 1e9, 0.0)),
                answer(Arrays.asList(WEEK, "shop", "1", "buy", "pay", 4.0, 2e6, 0.0)),
                answer(Arrays.asList(WEEK, "shop", "1", 8e6)));

        assertThat(List.of("cost", "per_1000", "change", "cpu", "moved", "kept", "calls"))
                .allSatisfy(column -> assertThat(cell(table, 0, column)).isNull());
        assertThat(cell(table, 0, "unpriced")).isEqualTo("calls of pay, cpu, moved");
    }

    @Test
    void without_records_of_processes_cpu_is_not_known_which_is_not_nothing() {
        ResultTable table =
                sheet(PRICES, answer(Arrays.asList(WEEK, "shop", "1", "buy", 10.0, 5e6, 1e9, 0.0)), answer(), answer());

        assertThat(cell(table, 0, "cpu")).isNull();
        assertThat(cell(table, 0, "unpriced")).isEqualTo("cpu (no process records)");
    }

    @Test
    void cpu_of_processes_that_did_nothing_is_paid_too() {
        ResultTable table = sheet(PRICES, answer(), answer(), answer(Arrays.asList(WEEK, "shop", "1", 8e6)));

        assertThat(table.rows()).hasSize(1);
        assertThat(cell(table, 0, "operation")).isEqualTo("(no work)");
        assertThat(number(table, 0, "cost")).isCloseTo(8, within(1e-9));
    }

    @Test
    void a_week_is_held_against_the_one_before_it() {
        ResultTable table = sheet(
                PRICES,
                answer(
                        Arrays.asList(WEEK, "shop", "1", "buy", 10.0, 0.0, 1e9, 0.0),
                        Arrays.asList(NEXT, "shop", "1", "buy", 10.0, 0.0, 3e9, 0.0)),
                answer(),
                answer(Arrays.asList(WEEK, "shop", "1", 0.0), Arrays.asList(NEXT, "shop", "1", 0.0)));

        assertThat(cell(table, 0, "change")).isNull();
        assertThat(number(table, 1, "change")).isCloseTo(2, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpu: 0.04/h                       | cpu: 0.04        | missing unit (expected: a price such as 0.04/h
            cpu: 0.04/h                       | cpu: 1/GB        | unknown unit /GB
            cpu: 0.04/h                       | cpu: -1/h        | below 0
            moved: 2/GB                       | moved: 2/MB      | unknown unit /MB
            moved: 2/GB                       | movd: 2/GB       | did you mean moved?
            for: 60d                          | for: 60          | missing unit
            currency: EUR                     |                  | missing key currency
            goodput: 1                        | goodput: 2       | unknown version
            call: 0.5/call                    | call: 0.5/s      | a price such as 0.0004/call
            """)
    void a_wrong_unit_or_key_is_an_error_with_its_place(String right, @Nullable String wrong, String message) {
        String text = PRICES.replace("cpu: 3600/h", "cpu: 0.04/h").replace(right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> prices(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("prices.yaml:")
                .hasMessageContaining(message);
    }
}
