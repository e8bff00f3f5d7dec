package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.ConfigException;
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
    void oneNumberALine(String text) {
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
    void aColumnOfATableByItsNameOrItsNumber(String text) {
        assertThat(read(text, "us", "took")).containsExactly(12_500, 3_000);
        assertThat(read(text, "us", "2")).containsExactly(12_500, 3_000);
    }

    @Test
    void aTableNeedsNoHeaderIfTheColumnHasANumber() {
        assertThat(read("1,10\n2,20\n", "s", "2")).containsExactly(10_000_000_000L, 20_000_000_000L);
    }

    @Test
    void aHeaderThatIsANumberByNameIsFoundByName() {
        assertThat(read("50th,2\nx,7\n", "ns", "2")).isNotEmpty();
        assertThat(read("route,p50,p99\na,1,2\n", "ns", "p99")).containsExactly(2);
    }

    @Test
    void everyUnitIsKnownAndRoundedToTheNanosecond() {
        assertThat(read("1.4\n1.6\n", "ns", "")).containsExactly(1, 2);
        assertThat(read("0.001\n", "us", "")).containsExactly(1);
        assertThat(read("86400\n", "s", "")).containsExactly(86_400_000_000_000L);
        refused("1\n", "msec", "", "msec: unknown unit (expected: one of ns, us, ms, s)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "latency\n", "\uFEFF", "route,took\n"})
    void aFileWithoutValuesIsRefused(String text) {
        refused(text, "ms", text.contains(",") ? "took" : "", file + ": has no values" + NOT_A_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "-0.5", "1e3", "+1", "inf", "-Infinity", ".5", "5.", "1E-3"})
    void whatLooksLikeANumberButIsNoneIsNeverTakenForAHeader(String bad) {
        String message = ": '" + bad + "' (expected: a number such as 12.5)";
        refused(bad + "\n1\n", "ms", "", file + ":1" + message);
        refused("took\n\n1\n" + bad + "\n", "ms", "", file + ":4" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1 2", "12ms", "0x10", "1_000", "٣"})
    void aValueThatIsNoNumberIsRefusedAtItsLine(String bad) {
        refused("1\n" + bad + "\n", "ms", "", file + ":2: '" + bad + "' (expected: a number such as 12.5)");
    }

    @Test
    void aDecimalCommaIsNotHalfANumber() {
        refused("a;b\n1;12,5\n", "ms", "b", file + ":2: '12,5' (expected: a number such as 12.5)");
        refused("took\n12,5\n", "ms", "", file + ":2: '12,5' (expected: a number such as 12.5)");
    }

    @Test
    void aValueOfMoreThanADayIsRefused() {
        refused("86401\n", "s", "", file + ":1: 86401: more than a day (expected: a latency; is the unit right?)");
        refused(
                "999999999999999999\n",
                "s",
                "",
                file + ":1: 999999999999999999: more than a day (expected: a latency; is the unit right?)");
    }

    @Test
    void theColumnMustBeSaidAndBeThere() {
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
    void aQuoteMustBeClosedOnItsLine() {
        refused("a,b\n\"1,2\n", "ms", "b", file + ":2: a quote is not closed");
    }

    @Test
    void aLongLineIsRefused() {
        refused(",".repeat(65_537), "ms", "1", file + ":1: longer than 65536 characters");
    }

    @Test
    void aMillionValuesAreReadAndNotOneMore() throws IOException {
        String million = "1\n".repeat(1_000_000);
        assertThat(read(million, "ns", "")).hasSize(1_000_000);
        refused(million + "1\n", "ns", "", file + ":1000001: more than 1,000,000 values (expected: fewer)");
    }

    @Test
    void whatIsNoTextFileIsRefused() throws IOException {
        Files.write(file, new byte[] {'1', '\n', (byte) 0xFF, '\n'});
        refused("ms", "", file + ": not UTF-8 text" + NOT_A_FILE);
        Files.write(file, "1\n2\n".getBytes(StandardCharsets.UTF_16));
        refused("ms", "", file + ": not UTF-8 text" + NOT_A_FILE);
    }

    @Test
    void aFileThatIsNotThereOrIsNoneIsRefused() throws IOException {
        refused("ms", "", file + ": no such file" + NOT_A_FILE);
        Files.createDirectory(file);
        refused("ms", "", file + ": not a regular file" + NOT_A_FILE);
    }

    @Test
    void aFileWithoutPermissionIsRefused() throws IOException {
        Files.writeString(file, "1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "permissions do not bind this user");
        refused("ms", "", file + ": no permission to read it" + NOT_A_FILE);
    }

    @Test
    void aLargeFileIsRefusedBeforeItIsRead() throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(33L << 20);
        }
        refused("ms", "", file + ": larger than 32 MiB" + NOT_A_FILE);
    }

    @Test
    void theScenariosLineComesFirstThenTheFilesOwn() throws IOException {
        Files.writeString(file, "1\nx\n");
        assertThatThrownBy(() -> scenario("file(measured.csv, ms)"))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage("f:10: service.latency: " + file + ":2: 'x' (expected: a number such as 12.5)");
        assertThatThrownBy(() -> scenario("file(none.csv, ms)"))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage("f:10: service.latency: " + folder.resolve("none.csv") + ": no such file" + NOT_A_FILE);
    }

    @Test
    void aScenarioNamesAFewFiles() throws IOException {
        Files.writeString(file, "1\n");
        scenario("file(measured.csv, ms)" + " + file(measured.csv, ms)".repeat(19));
        assertThatThrownBy(() -> scenario("file(measured.csv, ms)" + " + file(measured.csv, ms)".repeat(20)))
                .hasMessage("f:10: service.latency: more than 20 files of latencies (expected: fewer)");
    }

    @Test
    void aLongPathIsShownByItsEnd() {
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
