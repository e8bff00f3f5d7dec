package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hand-over takes while the writer has nothing to do, and while it hangs in its folder: printed, in alternated
 * slices of one run, as many as {@code -Dgoodput.telemetry.slices} says.
 */
@Timeout(300)
class HandoverLatencyTest {
    private static final int SLICES = Integer.getInteger("goodput.telemetry.slices", 2);
    private static final int RECORDS = 50_000;

    private final Ledger ledger = new Ledger();
    private final List<Long> idle = new ArrayList<>();
    private final List<Long> stalled = new ArrayList<>();
    private final List<Long> differences = new ArrayList<>();

    @TempDir
    Path temp;

    @Test
    void a_hand_over_takes_as_long_while_the_writer_hangs_as_while_it_is_idle() {
        var folder = new FaultyFolder(new LocalFolder(temp));
        // So that all records of a slice find room: what is measured is a hand-over, not a refusal.
        WriterSettings settings = WriterSettings.builder(temp)
                .heldBytes(1 << 28)
                .flush(Duration.ofMillis(10))
                .build();
        var writer = new RecordWriter(folder, Turns.ORIGIN, settings, ledger, Ticker.system(), InstantSource.system());
        writer.start();
        for (int slice = -2; slice < SLICES; slice++) {
            awaitThat(() -> writer.health().waitingBytes() == 0);
            long whileIdle = slice(writer);
            var gate = new CountDownLatch(1);
            folder.gate = gate;
            ledger.begun();
            writer.leave(new Told(0));
            awaitThat(() -> folder.isHeld);
            long whileStalled = slice(writer);
            folder.gate = null;
            gate.countDown();
            if (slice >= 0) {
                idle.add(whileIdle);
                stalled.add(whileStalled);
                differences.add(whileStalled - whileIdle);
            }
        }
        writer.close(Duration.ofMinutes(1));
        System.out.printf(
                Locale.ROOT,
                "p99.9 of a hand-over, %d slices each of %d: idle %d ns, stalled %d ns, difference %d ns (middle half %d to %d)%n",
                SLICES,
                RECORDS,
                quantile(idle, 0.5),
                quantile(stalled, 0.5),
                quantile(differences, 0.5),
                quantile(differences, 0.25),
                quantile(differences, 0.75));
        assertThat(ledger.accounting().open()).isZero();
    }

    /** Its 99.9th percentile, in nanoseconds. */
    private long slice(RecordWriter writer) {
        long[] took = new long[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            var record = new Told(i);
            ledger.begun();
            long start = System.nanoTime();
            writer.leave(record);
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        return took[(int) (RECORDS * 0.999)];
    }

    private static void awaitThat(BooleanSupplier comes) {
        while (!comes.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static long quantile(List<Long> values, double share) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
