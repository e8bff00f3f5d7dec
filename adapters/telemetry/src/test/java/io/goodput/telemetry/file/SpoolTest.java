package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.frame.Damage;
import io.goodput.telemetry.frame.FileBytes;
import io.goodput.telemetry.frame.FrameLines;
import io.goodput.telemetry.frame.TraceLookup;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.FieldWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of records, in virtual time, on a disk that fails. */
class SpoolTest {
    @TempDir
    Path temp;

    private Turns turns() {
        return new Turns(temp.resolve("records"));
    }

    private static List<Long> numbers(int from, int to) {
        return LongStream.range(from, to).boxed().toList();
    }

    /** So many thousandths of a disk of a gigabyte. */
    private static Folder.Space free(long thousandths) {
        return new Folder.Space(thousandths * 1_000_000, 1_000_000_000);
    }

    private static List<String> modes(ReadBack read) {
        return read.kind("health").stream()
                .map(each -> each.get("mode").asString())
                .toList();
    }

    private static void assertAllAccountedFor(Turns turns) {
        Accounting figures = turns.accounting();
        assertThat(figures.open()).isZero();
        assertThat(figures.begun()).isEqualTo(figures.written() + figures.sampledOut() + figures.allDropped());
    }

    @Test
    void each_second_what_there_is_can_be_read_and_only_then_counts_as_written() throws Exception {
        var turns = turns();
        turns.tell(0, 10);
        assertThat(turns.accounting().written()).isZero();

        turns.second();

        assertThat(turns.accounting().written()).isEqualTo(10);
        assertThat(turns.read().numbers()).isEqualTo(numbers(0, 10));
        turns.finish();
    }

    @Test
    void an_account_is_written_in_each_second_in_which_something_changed() throws Exception {
        var turns = turns();
        turns.pass(Duration.ofSeconds(5));
        assertThat(turns.read().kind("accounting")).hasSize(1);
        turns.tell(0, 3);
        turns.pass(Duration.ofSeconds(5));

        List<JsonNode> accounts = turns.read().kind("accounting");
        assertThat(accounts).hasSize(3);
        assertThat(accounts.get(1).get("open").asLong()).isEqualTo(3);
        assertThat(accounts.get(2).get("open").asLong()).isZero();
        assertThat(accounts.get(2).get("written").asLong()).isEqualTo(3);
        turns.finish();
        assertThat(turns.read().kind("accounting")).hasSize(3);
    }

    @Test
    void a_file_is_ended_with_its_index_when_it_is_old_enough_or_large_enough() throws Exception {
        var turns = new Turns(temp, settings -> settings.fileBytes(1 << 18).fileTime(Duration.ofMinutes(1)));
        turns.tell(0, 10);
        turns.pass(Duration.ofMinutes(2));
        assertThat(turns.read().files()).hasSize(1);
        for (int i = 10; i < 4000; i++) {
            turns.tell(Told.noisy(i));
            if (i % 100 == 0) {
                turns.pass(Duration.ofMillis(10));
            }
        }
        turns.second();
        turns.finish();

        ReadBack read = turns.read();
        assertThat(read.files()).hasSizeGreaterThan(2);
        assertThat(read.numbers()).isEqualTo(numbers(0, 4000));
        for (FileName name : read.files()) {
            var file = new FileBytes(Files.readAllBytes(temp.resolve(name.toString())));
            assertThat(file.size()).isLessThan((1 << 18) + 20_000);
            long ofOther = readFor(-1, file);
            assertThat(ofOther).isLessThan(2_500);
            assertThat(readFor(3, file) > ofOther).isEqualTo(name.number() == 1);
        }
    }

    private static long readFor(long trace, FileBytes file) throws Exception {
        long before = file.read();
        new TraceLookup(7, trace).lines(file, null, FrameLines.AS_WRITTEN, line -> {});
        return file.read() - before;
    }

    @Test
    void the_folder_stays_below_its_cap_and_the_oldest_go_first_and_only_ours() throws Exception {
        Files.writeString(temp.resolve("precious-notes.txt"), "x".repeat(600_000));
        var other = FileName.of("billing", "pod-1", 0, 1, "jsonl.zst");
        Files.write(temp.resolve(other.toString()), new byte[600_000]);
        var ours = FileName.of("orders", "pod-0", 0, 1, "jsonl.zst");
        Files.write(temp.resolve(ours.toString()), new byte[300_000]);

        var turns = new Turns(temp, settings -> settings.fileBytes(1 << 18).folderBytes(1 << 20));
        for (int round = 0; round < 30; round++) {
            for (int i = 0; i < 200; i++) {
                turns.tell(Told.noisy(round * 200 + i));
            }
            turns.pass(Duration.ofMinutes(11));
            assertThat(bytesOf("orders")).isLessThanOrEqualTo(1 << 20);
        }
        turns.finish();

        assertThat(temp.resolve("precious-notes.txt")).exists();
        assertThat(temp.resolve(other.toString())).exists();
        assertThat(temp.resolve(ours.toString())).doesNotExist();
        List<Long> left = turns.read().numbers();
        assertThat(left).isEqualTo(numbers(6000 - left.size(), 6000)).hasSizeLessThan(6000);
    }

    private long bytesOf(String service) throws Exception {
        long bytes = 0;
        for (FileName name : ReadBack.names(temp)) {
            bytes += name.service().equals(service) ? Files.size(temp.resolve(name.toString())) : 0;
        }
        return bytes;
    }

    @Test
    void a_file_that_another_writes_is_not_deleted() throws Exception {
        var other = FileName.of("orders", "pod-0", 0, 1, "jsonl.zst");
        var folder = new LocalFolder(temp);
        Folder.OpenFile open = folder.create(other);

        assertThat(folder.delete(other)).isFalse();
        open.close();
        assertThat(folder.delete(other)).isTrue();
        assertThat(folder.delete(other)).isTrue();
        assertThat(temp.resolve(other.toString())).doesNotExist();
    }

    @Test
    void below_a_tenth_of_the_disk_one_trace_in_ten_is_written_and_weighs_as_much_as_ten() throws Exception {
        var turns = turns();
        turns.folder.space = free(99);
        turns.second();
        assertThat(turns.mode()).isEqualTo(WriterMode.SAMPLED);
        turns.tell(0, 10_000);
        for (int i = 0; i < 50; i++) {
            turns.tell(Told.error(20_000 + i));
        }
        turns.second();
        turns.finish();

        ReadBack read = turns.read();
        List<JsonNode> work = read.kind("work");
        assertThat(work.stream().filter(each -> each.get("n").asLong() >= 20_000))
                .hasSize(50)
                .allMatch(each -> each.get("weight").asDouble() == 1);
        double weights = work.stream()
                .filter(each -> each.get("n").asLong() < 10_000)
                .mapToDouble(each -> each.get("weight").asDouble())
                .sum();
        // A binomial law's three standard deviations are 900.
        assertThat(weights).isBetween(9100.0, 10_900.0);
        assertThat(turns.accounting().sampledOut()).isEqualTo(10_050 - work.size());
        assertThat(modes(read)).containsExactly("sampled");
        assertAllAccountedFor(turns);
    }

    @Test
    void a_trace_is_kept_or_left_out_whole() {
        for (int trace = 0; trace < 100; trace++) {
            var one = new Told(trace);
            var other = Told.error(trace);
            assertThat(TraceSample.has(one)).isEqualTo(TraceSample.has(other));
        }
    }

    @Test
    void below_a_twentieth_errors_only_and_below_a_fiftieth_only_the_account() throws Exception {
        var turns = turns();
        turns.folder.space = free(49);
        turns.second();
        turns.tell(0, 100);
        turns.tell(Told.error(100));
        turns.second();
        turns.folder.space = free(19);
        turns.second();
        turns.tell(Told.error(101));
        turns.tell(102, 110);
        turns.second();
        assertThat(turns.mode()).isEqualTo(WriterMode.COUNTS);
        turns.folder.space = free(500);
        turns.second();
        turns.tell(110, 120);
        turns.second();
        turns.finish();

        ReadBack read = turns.read();
        assertThat(read.numbers())
                .isEqualTo(LongStream.concat(LongStream.of(100), LongStream.range(110, 120))
                        .boxed()
                        .toList());
        assertThat(modes(read)).containsExactly("errors", "counts", "all");
        assertThat(read.kind("health").get(1).get("free_bytes").asLong()).isEqualTo(19_000_000);
        assertThat(read.kind("health").get(1).get("why").asString()).isEqualTo("1.9 % of the disk free");
        assertThat(turns.accounting().dropped()).containsEntry(Drop.DISK, 109L);
        assertThat(read.kind("accounting").getLast().get("dropped").get("disk").asLong())
                .isEqualTo(109);
        assertAllAccountedFor(turns);
    }

    @Test
    void a_disk_that_is_full_tears_nothing_and_is_written_again_when_there_is_room() throws Exception {
        var turns = turns();
        turns.tell(0, 10);
        turns.second();
        turns.folder.room.set(30);
        turns.tell(10, 20);
        turns.second();
        assertThat(turns.mode()).isEqualTo(WriterMode.OFF);
        turns.tell(20, 30);
        turns.second();
        turns.folder.room.set(Long.MAX_VALUE);
        turns.folder.space = free(900);
        turns.second();
        turns.tell(30, 40);
        turns.second();
        turns.finish();

        ReadBack read = turns.read();
        assertThat(read.numbers())
                .isEqualTo(LongStream.concat(LongStream.range(0, 10), LongStream.range(30, 40))
                        .boxed()
                        .toList());
        assertThat(read.damage()).isEqualTo(Damage.NONE);
        assertThat(read.files()).hasSize(2);
        assertThat(modes(read)).containsExactly("off", "all");
        assertThat(turns.accounting().dropped()).containsEntry(Drop.DISK, 20L);
        assertAllAccountedFor(turns);
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_tried_each_second() throws Exception {
        var turns = turns();
        turns.tell(0, 10);
        turns.second();
        turns.folder.isReadOnly = true;
        turns.tell(10, 20);
        turns.second();
        turns.tell(20, 30);
        turns.pass(Duration.ofSeconds(10));
        assertThat(turns.mode()).isEqualTo(WriterMode.OFF);
        turns.folder.isReadOnly = false;
        turns.second();
        assertThat(turns.mode()).isEqualTo(WriterMode.ALL);
        turns.tell(30, 40);
        turns.finish();

        ReadBack read = turns.read();
        assertThat(read.numbers()).hasSize(20).endsWith(39L);
        assertThat(modes(read)).containsExactly("off", "all");
        assertThat(read.kind("health").getFirst().get("why").asString()).contains("Read-only file system");
        assertThat(turns.accounting().dropped()).containsEntry(Drop.FOLDER, 20L);
        assertAllAccountedFor(turns);
    }

    @Test
    void a_folder_that_was_removed_and_a_file_that_was_are_made_again_before_the_next_frame() throws Exception {
        var turns = turns();
        turns.tell(0, 10);
        turns.second();
        delete(turns.path);
        turns.tell(10, 20);
        turns.second();
        assertThat(turns.read().numbers()).isEqualTo(numbers(10, 20));
        Files.delete(turns.path.resolve(turns.read().files().getFirst().toString()));
        turns.tell(20, 30);
        turns.second();
        assertThat(turns.read().numbers()).isEqualTo(numbers(20, 30));
        turns.finish();

        assertThat(turns.accounting().written()).isEqualTo(30);
        assertAllAccountedFor(turns);
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void a_file_that_could_not_be_synced_is_left_for_a_new_one() throws Exception {
        var turns = new Turns(temp, settings -> settings.fsync(true));
        turns.tell(0, 10);
        turns.second();
        turns.folder.failsToSync = true;
        turns.tell(10, 20);
        turns.second();
        assertThat(turns.mode()).isEqualTo(WriterMode.OFF);
        turns.folder.failsToSync = false;
        turns.second();
        turns.tell(20, 30);
        turns.second();
        turns.finish();

        assertThat(turns.read().numbers()).isEqualTo(numbers(0, 30));
        assertThat(turns.read().files()).hasSize(2);
        assertAllAccountedFor(turns);
    }

    @Test
    void names_of_files_sort_as_they_were_written_though_the_clock_was_set_back_an_hour() throws Exception {
        var turns = turns();
        for (int i = 0; i < 6; i++) {
            turns.tell(i, i + 1);
            turns.pass(Duration.ofMinutes(11));
            if (i == 2) {
                turns.setClock(Duration.ofHours(-1));
            }
        }
        turns.finish();

        assertThat(turns.read().numbers()).isEqualTo(numbers(0, 6));
        assertThat(turns.read().files()).hasSize(6);
        assertAllAccountedFor(turns);
    }

    @Test
    void a_record_that_cannot_be_encoded_costs_itself_only() throws Exception {
        var turns = turns();
        var bad = new Told(1) {
            @Override
            public void writeTo(FieldWriter out) {
                out.beginObject().name("half");
                throw new IllegalStateException("planted");
            }
        };
        turns.tell(0, 1);
        turns.tell(bad);
        turns.tell(2, 3);
        turns.finish();

        assertThat(turns.read().numbers()).containsExactly(0L, 2L);
        assertThat(bad.released).hasValue(1);
        assertThat(turns.accounting().dropped()).containsEntry(Drop.ENCODING, 1L);
        assertAllAccountedFor(turns);
    }

    @Test
    void what_the_ledger_does_not_count_is_written_too_and_not_counted() throws Exception {
        var turns = turns();
        var policy = new Told(1);
        policy.isCounted = false;
        turns.tell(policy);
        turns.finish();

        assertThat(turns.read().kind("policy")).hasSize(1);
        assertThat(policy.released).hasValue(1);
        assertThat(turns.accounting().written()).isZero();
    }

    @Test
    void nothing_is_appended_to_a_file_that_another_left_torn() throws Exception {
        var turns = turns();
        turns.tell(0, 10);
        turns.second();
        Path file = turns.path.resolve(turns.read().files().getFirst().toString());
        long size = Files.size(file);
        try (var channel = FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(size - 5);
        }
        var next = turns();
        next.tell(10, 20);
        next.finish();

        ReadBack read = next.read();
        assertThat(Files.size(file)).isEqualTo(size - 5);
        assertThat(read.numbers()).isEqualTo(numbers(10, 20));
        assertThat(read.damage().torn()).isTrue();
        assertThat(read.damage().records()).isEqualTo(11);
    }
}
