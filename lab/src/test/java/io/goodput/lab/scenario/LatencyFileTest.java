package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured latencies are read as tools write them, and nothing else is taken for one. */
class LatencyFileTest {
    private static final String NOT_A_FILE = " (expected: a file of measured latencies)";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("measured.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5\n3\n0",
                "12.5\r\n3\r\n0\r\n",
                "\n12.5\n\n  \n3\n0\n\n",
                "\uFEFF12.5\n3\n0\n",
                "latency\n12.5\n3\n0\n",
                "\uFEFFlatency\n12.5\n3\n0\n",
                "\"12.5\"\n \"3\"\n0 \n"
            })
    void one_number_a_line(String text) {
        assertThat(read(text, "ms", "")).containsExactly(12_500_000, 3_000_000, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "route,took,code\na,12.5,200\nb,3,500\n",
                "route;took;code\na;12.5;200\nb;3;500\n",
                "route\ttook\tcode\na\t12.5\t200\nb\t3\t500\n",
                "\uFEFF\"route\",\"took\",\"code\"\r\n\"a\",\"12.5\",\"200\"\r\n\"b\",\"3\",\"500\"\r\n",
                "route , took , code\n a , 12.5 , 200\n b , 3 , 500\n",
                "route,took\n\"a,1\",12.5\n\"b;2\",3,surplus\n"
            })
    void a_column_of_a_table_by_its_name_or_its_number(String text) {
        assertThat(read(text, "us", "took")).containsExactly(12_500, 3_000);
        assertThat(read(text, "us", "2")).containsExactly(12_500, 3_000);
    }

    @Test
    void a_table_needs_no_header_if_the_column_has_a_number() {
        assertThat(read("1,10\n2,20\n", "s", "2")).containsExactly(10_000_000_000L, 20_000_000_000L);
    }

    @Test
    void a_header_that_is_a_number_by_name_is_found_by_name() {
        assertThat(read("50th,2\nx,7\n", "ns", "2")).isNotEmpty();
        assertThat(read("route,p50,p99\na,1,2\n", "ns", "p99")).containsExactly(2);
    }

    @Test
    void every_unit_is_known_and_rounded_to_the_nanosecond() {
        assertThat(read("1.4\n1.6\n", "ns", "")).containsExactly(1, 2);
        assertThat(read("0.001\n", "us", "")).containsExactly(1);
        assertThat(read("86400\n", "s", "")).containsExactly(86_400_000_000_000L);
        refused("1\n", "msec", "", "msec: unknown unit (expected: one of ns, us, ms, s)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "latency\n", "\uFEFF", "route,took\n"})
    void a_file_without_values_is_refused(String text) {
        refused(text, "ms", text.contains(",") ? "took" : "", file + ": has no values" + NOT_A_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "-0.5", "1e3", "+1", "inf", "-Infinity", ".5", "5.", "1E-3"})
    void what_looks_like_a_number_but_is_none_is_never_taken_for_a_header(String bad) {
        String message = ": '" + bad + "' (expected: a number such as 12.5)";
        refused(bad + "\n1\n", "ms", "", file + ":1" + message);
        refused("took\n\n1\n" + bad + "\n", "ms", "", file + ":4" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1 2", "12ms", "0x10", "1_000", "٣"})
    void a_value_that_is_no_number_is_refused_at_its_line(String bad) {
        refused("1\n" + bad + "\n", "ms", "", file + ":2: '" + bad + "' (expected: a number such as 12.5)");
    }

    @Test
    void a_decimal_comma_is_not_half_a_number() {
        refused("a;b\n1;12,5\n", "ms", "b", file + ":2: '12,5' (expected: a number such as 12.5)");
        refused("took\n12,5\n", "ms", "", file + ":2: '12,5' (expected: a number such as 12.5)");
    }

    @Test
    void a_value_of_more_than_a_day_is_refused() {
        refused("86401\n", "s", "", file + ":1: 86401: more than a day (expected: a latency; is the unit right?)");
        refused(
                "999999999999999999\n",
                "s",
                "",
                file + ":1: 999999999999999999: more than a day (expected: a latency; is the unit right?)");
    }

    @Test
    void the_column_must_be_said_and_be_there() {
        String expected = " (expected: a name of the header, or a number from 1)";
        refused(
                "a,b\n1,2\n",
                "ms",
                "",
                file + ":1: has 2 cells (expected: one number, or file(name, unit, column) to" + " say which)");
        refused("route,took\na,1\n", "ms", "toko", file + ":1: no column toko, did you mean took?" + expected);
        refused("route,took\na,1\n", "ms", "xyz", file + ":1: no column xyz" + expected);
        refused("route,took\na,1\n", "ms", "0", file + ":1: no column 0" + expected);
        refused("1,2\n", "ms", "took", file + ":1: no column took" + expected);
        refused("route,took\na,1\n\nb\n", "ms", "took", file + ":4: has 1 cells (expected: at least 2)");
        refused("route,took\na,1\n", "ms", "3", file + ":2: has 2 cells (expected: at least 3)");
    }

    @Test
    void a_quote_must_be_closed_on_its_line() {
        refused("a,b\n\"1,2\n", "ms", "b", file + ":2: a quote is not closed");
    }

    @Test
    void a_long_line_is_refused() {
        refused(",".repeat(65_537), "ms", "1", file + ":1: longer than 65536 characters");
    }

    @Test
    void a_million_values_are_read_and_not_one_more() throws IOException {
        String million = "1\n".repeat(1_000_000);
        assertThat(read(million, "ns", "")).hasSize(1_000_000);
        refused(million + "1\n", "ns", "", file + ":1000001: more than 1,000,000 values (expected: fewer)");
    }

    @Test
    void what_is_no_text_file_is_refused() throws IOException {
        Files.write(file, new byte[] {'1', '\n', (byte) 0xFF, '\n'});
        refused("ms", "", file + ": not UTF-8 text" + NOT_A_FILE);
        Files.write(file, "1\n2\n".getBytes(StandardCharsets.UTF_16));
        refused("ms", "", file + ": not UTF-8 text" + NOT_A_FILE);
    }

    @Test
    void a_file_that_is_not_there_or_is_none_is_refused() throws IOException {
        refused("ms", "", file + ": no such file" + NOT_A_FILE);
        Files.createDirectory(file);
        refused("ms", "", file + ": not a regular file" + NOT_A_FILE);
    }

    @Test
    void a_file_without_permission_is_refused() throws IOException {
        Files.writeString(file, "1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "permissions do not bind this user");
        refused("ms", "", file + ": no permission to read it" + NOT_A_FILE);
    }

    @Test
    void a_large_file_is_refused_before_it_is_read() throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(33L << 20);
        }
        refused("ms", "", file + ": larger than 32 MiB" + NOT_A_FILE);
    }

    @Test
    void the_scenarios_line_comes_first_then_the_files_own() throws IOException {
        Files.writeString(file, "1\nx\n");
        assertThatThrownBy(() -> scenario("file(measured.csv, ms)"))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage("f:10:20: service.latency: " + file + ":2: 'x' (expected: a number such as 12.5)");
        assertThatThrownBy(() -> scenario("file(none.csv, ms)"))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage("f:10:20: service.latency: " + folder.resolve("none.csv") + ": no such file" + NOT_A_FILE);
    }

    @Test
    void a_scenario_names_a_few_files() throws IOException {
        Files.writeString(file, "1\n");
        scenario("file(measured.csv, ms)" + " + file(measured.csv, ms)".repeat(19));
        assertThatThrownBy(() -> scenario("file(measured.csv, ms)" + " + file(measured.csv, ms)".repeat(20)))
                .hasMessage("f:10:20: service.latency: more than 20 files of latencies (expected: fewer)");
    }

    @Test
    void a_long_path_is_shown_by_its_end() {
        Path deep = folder.resolve("x".repeat(250) + ".csv");
        assertThatThrownBy(() -> LatencyFile.read(deep, "ms", ""))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("…" + "x".repeat(196) + ".csv: no such file" + NOT_A_FILE);
    }

    private void scenario(String latency) {
        ScenarioReader.parse(
                "f", Texts.with("{latency: 1s + 10ms * inflight}", "{latency: '" + latency + "'}"), folder);
    }

    private long[] read(String text, String unit, String column) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return LatencyFile.read(file, unit, column);
    }

    private void refused(String text, String unit, String column, String message) {
        assertThatThrownBy(() -> read(text, unit, column))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private void refused(String unit, String column, String message) {
        assertThatThrownBy(() -> LatencyFile.read(file, unit, column))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
