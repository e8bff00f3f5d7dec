package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of a megabyte, which gets full. */
@Timeout(60)
class SmallDiskTest {
    private final Ledger ledger = new Ledger();
    private long number;

    @TempDir
    Path temp;

    @Test
    void a_disk_that_fills_up_stops_records_and_not_their_makers_and_goes_on_when_there_is_room() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", temp.toString()), "may not mount a small disk");
        try {
            fillAndFree();
        } finally {
            run("umount", temp.toString());
        }
    }

    private void fillAndFree() throws Exception {
        Path others = Files.write(temp.resolve("others"), new byte[500_000]);
        WriterSettings settings = WriterSettings.builder(temp.resolve("records"))
                .flush(Duration.ofMillis(10))
                .disk(new DiskLimits(0, 0, 0))
                .build();
        var writer = RecordWriter.start(Turns.ORIGIN, settings, ledger);
        while (lost() == 0) {
            tell(writer);
        }
        assertThat(writer.health().mode()).isEqualTo(WriterMode.OFF);

        Files.delete(others);
        while (writer.health().mode() != WriterMode.ALL) {
            tell(writer);
        }
        tell(writer);
        writer.close();

        Accounting figures = ledger.accounting();
        ReadBack read = ReadBack.of(settings.folder());
        assertThat(figures.begun()).isEqualTo(number).isEqualTo(figures.written() + figures.allDropped());
        assertThat(read.numbers()).hasSize((int) figures.written());
        assertThat(read.damage().places()).isZero();
        assertThat(read.damage().torn()).isFalse();
        assertThat(read.kind("health"))
                .extracting(each -> each.get("mode").asString())
                .startsWith("off", "all");
    }

    private long lost() {
        return ledger.accounting().dropped().getOrDefault(Drop.DISK, 0L);
    }

    private void tell(RecordWriter writer) {
        for (int i = 0; i < 20; i++) {
            ledger.begun();
            writer.leave(Told.noisy(number++));
        }
        LockSupport.parkNanos(1_000_000);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
