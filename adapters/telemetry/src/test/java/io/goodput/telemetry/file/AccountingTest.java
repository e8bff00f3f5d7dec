package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is lost uncounted: 64 threads and many virtual ones, while files are rotated, the folder is taken away, the
 * disk is full, the writer stands still for ten seconds, and the clock is set back an hour. As many units as
 * {@code -Dgoodput.telemetry.units} says; the full form is 10,000,000.
 */
@Timeout(600)
class AccountingTest {
    private static final long UNITS = Long.getLong("goodput.telemetry.units", 200_000);
    private static final int THREADS = 64;
    private static final int UNITS_OF_A_VIRTUAL_THREAD = 100;
    private static final long ALL =
            UNITS / 2 / THREADS * THREADS + UNITS / 2 / UNITS_OF_A_VIRTUAL_THREAD * UNITS_OF_A_VIRTUAL_THREAD;

    private final AtomicLong leap = new AtomicLong();
    private final AtomicLong releases = new AtomicLong();
    private final AtomicLong next = new AtomicLong();
    private final Ledger ledger = new Ledger();
    /** How many units may be told so far. */
    private volatile long allowed;

    private volatile Duration wrong = Duration.ZERO;

    @TempDir
    Path temp;

    private final List<Path> takenAway = new ArrayList<>();

    @Test
    void what_was_begun_is_written_or_left_out_or_lost_for_a_reason_exactly() throws Exception {
        Path path = temp.resolve("records");
        var folder = new FaultyFolder(new LocalFolder(path));
        WriterSettings settings = WriterSettings.builder(path)
                .flush(Duration.ofMillis(10))
                .fileBytes(1 << 18)
                .folderBytes(1L << 40)
                .heldBytes(1 << 20)
                .build();
        Ticker ticker = () -> Ticker.system().nanos() + leap.get();
        var writer = new RecordWriter(
                folder,
                Turns.ORIGIN,
                settings,
                ledger,
                ticker,
                () -> Instant.now().minus(wrong));
        writer.start();

        List<Thread> producers = start(writer);
        trouble(folder, writer, path);
        for (Thread producer : producers) {
            producer.join();
        }
        writer.close(Duration.ofMinutes(5));

        Accounting figures = ledger.accounting();
        assertThat(figures.begun()).isEqualTo(next.get());
        assertThat(figures.written() + figures.sampledOut() + figures.allDropped())
                .isEqualTo(figures.begun());
        assertThat(releases).hasValue(figures.begun());
        assertThat(figures.written()).isPositive();
        assertThat(figures.sampledOut()).isPositive();
        long readable = readable(path);
        for (Path away : takenAway) {
            readable += readable(away);
        }
        assertThat(readable).isEqualTo(figures.written());
    }

    private static long readable(Path folder) throws IOException {
        ReadBack read = ReadBack.of(folder);
        assertThat(read.damage().places()).isZero();
        assertThat(read.damage().torn()).isFalse();
        return read.numbers().size();
    }

    private List<Thread> start(RecordWriter writer) {
        List<Thread> producers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            producers.add(Thread.ofPlatform().start(() -> tell(writer, UNITS / 2 / THREADS)));
        }
        producers.add(Thread.ofPlatform().start(() -> {
            for (long i = 0; i < UNITS / 2 / UNITS_OF_A_VIRTUAL_THREAD; i++) {
                Thread.startVirtualThread(() -> tell(writer, UNITS_OF_A_VIRTUAL_THREAD));
            }
        }));
        return producers;
    }

    private void tell(RecordWriter writer, long units) {
        for (long i = 0; i < units; i++) {
            while (next.get() >= allowed) {
                LockSupport.parkNanos(100_000);
            }
            ledger.begun();
            writer.leave(new Told(next.getAndIncrement()) {
                @Override
                public void release() {
                    super.release();
                    releases.incrementAndGet();
                }
            });
        }
    }

    /** One trouble after the other, each for a tenth of the units, once the writer has met it. */
    private void trouble(FaultyFolder folder, RecordWriter writer, Path path) throws Exception {
        tell(1);
        takeAway(path, "away-1");
        tell(2);
        folder.room.set(10_000);
        tell(3);
        await(writer, WriterMode.OFF);
        folder.room.set(Long.MAX_VALUE);
        folder.space = free(500);
        wrong = Duration.ofHours(1);
        await(writer, WriterMode.ALL);
        tell(4);
        var gate = new CountDownLatch(1);
        folder.gate = gate;
        folder.waiting.await();
        leap.addAndGet(Duration.ofSeconds(10).toNanos());
        tell(5);
        folder.gate = null;
        gate.countDown();
        folder.space = free(80);
        await(writer, WriterMode.SAMPLED);
        tell(6);
        while (writer.health().waitingBytes() > 0) {
            LockSupport.parkNanos(100_000);
        }
        folder.isReadOnly = true;
        tell(7);
        await(writer, WriterMode.OFF);
        folder.isReadOnly = false;
        folder.space = free(40);
        await(writer, WriterMode.ERRORS);
        tell(8);
        takeAway(path, "away-2");
        folder.space = free(500);
        wrong = Duration.ZERO;
        await(writer, WriterMode.ALL);
        tell(10);
    }

    private void takeAway(Path path, String name) throws IOException {
        while (!Files.exists(path)) {
            LockSupport.parkNanos(100_000);
        }
        takenAway.add(Files.move(path, temp.resolve(name)));
    }

    private static Folder.Space free(long thousandths) {
        return new Folder.Space(thousandths * 1_000_000, 1_000_000_000);
    }

    /** Lets so many tenths of all units be told, and waits until they are. */
    private void tell(int tenths) {
        allowed = ALL * tenths / 10;
        while (next.get() < allowed) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(RecordWriter writer, WriterMode mode) {
        while (writer.health().mode() != mode) {
            LockSupport.parkNanos(100_000);
        }
    }
}
