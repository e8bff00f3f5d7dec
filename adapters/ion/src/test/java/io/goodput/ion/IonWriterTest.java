package io.goodput.ion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.KilledProcess;
import io.goodput.telemetry.file.RecordWriter;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.frame.Damage;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.record.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of Ion as the writer of records makes them. */
@Timeout(600)
class IonWriterTest {
    private static final int RECORDS = 5_000;
    private static final int KILLS = Integer.getInteger("goodput.telemetry.kills", 3);

    @TempDir
    Path temp;

    private WrittenIon written(@Nullable FrameKey key) throws IOException {
        var ledger = new Ledger();
        WriterSettings settings = WriterSettings.builder(temp)
                .format(IonFormat.BINARY)
                .fileBytes(1 << 18)
                .key(key)
                .build();
        try (var writer = RecordWriter.start(Numbered.ORIGIN, settings, ledger)) {
            for (long n = 0; n < RECORDS; n++) {
                ledger.begun();
                writer.leave(new Numbered(n));
            }
        }
        assertThat(ledger.accounting().written()).isEqualTo(RECORDS);
        return WrittenIon.in(temp, key);
    }

    private static void assertAll(WrittenIon read) {
        assertThat(read.damage()).isEqualTo(Damage.NONE);
        assertThat(read.numbers())
                .isEqualTo(LongStream.range(0, RECORDS).boxed().toList());
        assertThat(read.frames()).isGreaterThan(20);
        assertThat(read.records())
                .filteredOn(each -> each.get("kind").asString().equals("accounting"))
                .isNotEmpty();
    }

    @Test
    void every_frame_of_every_file_is_read_by_itself() throws IOException {
        WrittenIon read = written(null);

        assertAll(read);
        assertThat(read.files()).hasSizeGreaterThan(3).allMatch(each -> each.endsWith(".ion.zst"));
        assertThat(read.records().getLast().get("kind").asString()).isEqualTo("accounting");
    }

    @Test
    void frames_can_be_sealed() throws IOException {
        WrittenIon read = written(new FrameKey("0123456789abcdef0123456789abcdef".getBytes(UTF_8)));

        assertAll(read);
        assertThat(read.files()).allMatch(each -> each.endsWith(".ion.zst.sealed"));
    }

    @Test
    void all_that_was_flushed_before_a_kill_is_readable_and_at_most_one_frame_is_torn() throws Exception {
        var random = new SplittableRandom(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Path folder = temp.resolve("kill-" + kill);
            long flushed = KilledProcess.tellsLast(KilledIonWriter.class, folder, 1 + random.nextInt(40));

            WrittenIon read = WrittenIon.in(folder, null);
            assertThat(read.damage().places()).isZero();
            assertThat(read.numbers())
                    .isEqualTo(
                            LongStream.range(0, read.numbers().size()).boxed().toList())
                    .hasSizeGreaterThanOrEqualTo((int) flushed);
            assertThat(read.damage().bytes()).isLessThan(100_000);
        }
    }
}
