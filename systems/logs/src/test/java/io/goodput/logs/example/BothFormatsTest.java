package io.goodput.logs.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.duckdb.SqlLimits;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.LogFiles;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.query.LogQueries;
import io.goodput.logs.query.QuestionFilter;
import io.goodput.logs.query.ReadyMade;
import io.goodput.logs.query.TopBy;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.source.GrowingRecords;
import io.goodput.logs.source.StoredRecords;
import io.goodput.logs.tail.TailedFiles;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.FrameKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever reads records answers alike, be they JSON or Ion, or some of each. */
class BothFormatsTest {
    private static final SqlLimits LIMITS = new SqlLimits(512L << 20, 2, Duration.ofSeconds(60), 10_000);
    private static final QuestionFilter ALL = QuestionFilter.ALL;

    @TempDir
    Path temp;

    private Path json = Path.of("");
    private Path mixed = Path.of("");

    @BeforeEach
    void the_records_of_the_example_in_both() throws IOException {
        json = Files.createDirectory(temp.resolve("json"));
        mixed = Files.createDirectory(temp.resolve("mixed"));
        for (int i = 0; i < ExampleRecords.FILES.size(); i++) {
            Files.write(json.resolve(ExampleRecords.FILES.get(i).replace(".zst", "")), ExampleRecords.lines(i));
        }
        Path first = Path.of(ExampleRecords.FILES.getFirst().replace(".zst", ""));
        Files.copy(json.resolve(first), mixed.resolve(first));
        IonFiles.write(ion(1), null, ExampleRecords.lines(1));
        IonFiles.write(ion(2), null, ExampleRecords.lines(2));
    }

    private Path ion(int file) {
        return mixed.resolve(ExampleRecords.FILES.get(file).replace("jsonl", "ion"));
    }

    private static List<LogRecord> records(Path folder) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        new StoredRecords(List.of(folder), TimeBounds.ALWAYS, null, new ReadReport()).read(records::add);
        return records;
    }

    private static List<List<@Nullable Object>> rows(Path folder, String sql) throws Exception {
        var report = new ReadReport();
        var reader = new LogFileReader(TimeBounds.ALWAYS, null, report);
        try (var queries = new LogQueries(LogFiles.of(List.of(folder)), reader, LIMITS)) {
            List<List<@Nullable Object>> rows = queries.ask(sql).rows();
            assertThat(report.damaged()).isEmpty();
            return rows;
        }
    }

    @Test
    void questions_have_the_same_answers() throws Exception {
        List<String> questions = Stream.concat(
                        Stream.of(
                                ReadyMade.slow(ALL, 50),
                                ReadyMade.errors(ALL, 50),
                                ReadyMade.top(TopBy.TENANT, ALL, 50),
                                ReadyMade.concurrency(ALL, Duration.ofSeconds(1)),
                                ReadyMade.dependencies(ALL),
                                ReadyMade.drops(ALL, 50)),
                        Stream.of(
                                        "requests",
                                        "calls",
                                        "attempts",
                                        "accounting",
                                        "health",
                                        "policies",
                                        "process",
                                        "lines")
                                .map(table -> "select * from " + table + " order by all"))
                .toList();
        for (String question : questions) {
            List<List<@Nullable Object>> rows = rows(json, question);
            assertThat(rows).as(question).isNotEmpty();
            assertThat(rows(mixed, question)).as(question).isEqualTo(rows);
        }
    }

    @Test
    void records_and_traces_are_the_same() throws IOException {
        List<LogRecord> records = records(json);
        assertThat(records(mixed)).isEqualTo(records);

        List<String> traces = records.stream()
                .filter(WorkRecord.class::isInstance)
                .map(each -> String.valueOf(((WorkRecord) each).trace()))
                .filter(each -> each.hashCode() % 50 == 0)
                .toList();
        assertThat(traces).isNotEmpty();
        var source = new StoredRecords(List.of(mixed), TimeBounds.ALWAYS, null, new ReadReport());
        for (String trace : traces) {
            assertThat(source.trace(trace))
                    .isEqualTo(new StoredRecords(List.of(json), TimeBounds.ALWAYS, null, new ReadReport()).trace(trace))
                    .isNotEmpty();
        }
    }

    @Test
    void who_follows_sees_the_same_lines() throws IOException {
        try (var one = new TailedFiles(List.of(json), null);
                var other = new TailedFiles(List.of(mixed), null);
                var growing = new GrowingRecords(List.of(mixed), null)) {
            assertThat(text(other.last(5_000, _ -> true))).isEqualTo(text(one.last(5_000, _ -> true)));
            List<LogRecord> read = new ArrayList<>();
            growing.read(read::add);
            assertThat(read).isEqualTo(records(json));

            IonFiles.write(mixed.resolve("shop-i2-20261130T190000.000Z-000003.ion.zst"), null, ExampleRecords.lines(0));
            List<byte[]> added = new ArrayList<>();
            other.look(added::add);
            assertThat(text(added)).isEqualTo(ExampleRecords.lines(0));
        }
    }

    private static List<String> text(List<byte[]> lines) {
        return lines.stream().map(line -> new String(line, UTF_8).strip()).toList();
    }

    @Test
    void sealed_ion_is_read_with_its_key() throws IOException {
        FrameKey key = new FrameKey("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        Path sealed = temp.resolve("shop-i9-20261130T190000.000Z-000001.ion.zst.sealed");
        IonFiles.write(sealed, key, ExampleRecords.lines(1));
        List<LogRecord> read = new ArrayList<>();

        new StoredRecords(List.of(sealed), TimeBounds.ALWAYS, key, new ReadReport()).read(read::add);

        assertThat(read).hasSize(ExampleRecords.lines(1).size());
        assertThat(LogFiles.inFolder(temp)).containsExactly(sealed);
    }

    @Test
    void a_torn_end_a_flipped_bit_and_a_frame_that_is_no_ion_cost_one_frame_each() throws IOException {
        byte[] whole = Files.readAllBytes(ion(1));
        byte[] flipped = whole.clone();
        flipped[100] ^= 1;
        FileDamage damage = damage("a", flipped);
        assertThat(damage.places()).isEqualTo(1);
        assertThat(damage.lostRecords()).isPositive();

        FileDamage torn = damage("b", java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(torn.torn()).isTrue();

        try (var frame = new FrameBuffer(1)) {
            byte[] none = {(byte) 0xE0, 1, 0, (byte) 0xEA, (byte) 0x8F, 0};
            frame.add(none, none.length, 1);
            byte[] strange = new byte[frame.encode().remaining()];
            frame.encode().get(strange);
            byte[] both = java.util.Arrays.copyOf(strange, strange.length + whole.length);
            System.arraycopy(whole, 0, both, strange.length, whole.length);
            FileDamage one = damage("c", both);
            assertThat(one.places()).isEqualTo(1);
            assertThat(one.lostRecords()).isEqualTo(1);
            assertThat(one.lostBytes()).isEqualTo(strange.length);
        }
    }

    private FileDamage damage(String instance, byte[] bytes) throws IOException {
        Path file = temp.resolve("shop-" + instance + "-20261130T190000.000Z-000001.ion.zst");
        Files.write(file, bytes);
        var report = new ReadReport();
        new StoredRecords(List.of(file), TimeBounds.ALWAYS, null, report).read(_ -> {});
        Map<Path, FileDamage> damaged = report.damaged();
        assertThat(damaged).containsOnlyKeys(file);
        return java.util.Objects.requireNonNull(damaged.get(file));
    }
}
