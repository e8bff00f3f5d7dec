package io.goodput.bench.telemetry;

import io.goodput.telemetry.file.RecordWriter;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.frame.FrameReader;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * So many records a second through one process: {@code RecordSoak FOLDER RATE SECONDS}. Prints, each ten seconds, the
 * memory in use and what was lost; at the end the processor time, and the bytes on the disk beside those of the JSON.
 */
public final class RecordSoak {
    private static final long SECOND = 1_000_000_000;
    private static final long SLICE = SECOND / 1000;
    private static final int SLICES_A_REPORT = 10_000;

    private final Ledger ledger = new Ledger();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Path folder;
    private final RecordWriter writer;

    private RecordSoak(Path folder) {
        this.folder = folder;
        writer = RecordWriter.start(
                new RecordOrigin("orders", "soak", null),
                WriterSettings.builder(folder).folderBytes(1L << 40).build(),
                ledger);
    }

    /** A folder that is empty or is not there, records a second, and seconds. */
    public static void main(String... arguments) throws IOException {
        var soak = new RecordSoak(Path.of(arguments[0]));
        soak.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        soak.report();
    }

    private void run(int rate, int seconds) {
        long cpu = cpu();
        long start = System.nanoTime();
        for (int slice = 0; slice < seconds * 1000; slice++) {
            tell(rate / 1000);
            LockSupport.parkNanos(start + (slice + 1) * SLICE - System.nanoTime());
            if ((slice + 1) % SLICES_A_REPORT == 0) {
                print("%d s: %s%n", (slice + 1) / 1000, state());
            }
        }
        writer.close();
        double elapsed = System.nanoTime() - start;
        Accounting figures = ledger.accounting();
        print(
                "%d records in %.1f s: %.0f a second, of which written %d, lost %s%n",
                figures.begun(),
                elapsed / SECOND,
                figures.begun() * SECOND / elapsed,
                figures.written(),
                figures.dropped());
        print("processor time, makers of records included: %.2f cores%n", (cpu() - cpu) / elapsed);
    }

    private void tell(int records) {
        long at = System.currentTimeMillis() * 1_000_000;
        for (int i = 0; i < records; i++) {
            ledger.begun();
            writer.leave(new SoakRecord(random, at + i * 1000L));
        }
    }

    private String state() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return String.format(
                Locale.ROOT,
                "heap %d MiB of %d, waiting %d KiB, lost %d",
                heap.getUsed() >> 20,
                heap.getCommitted() >> 20,
                writer.health().waitingBytes() >> 10,
                ledger.accounting().allDropped());
    }

    private void report() throws IOException {
        long stored = 0;
        long[] json = new long[1];
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            stored += Files.size(file);
            try (var channel = FileChannel.open(file);
                    var reader = new FrameReader(channel)) {
                reader.next(head -> {
                    json[0] += head.length();
                    return false;
                });
            }
        }
        print(
                "on disk %d MiB in %d files, as JSON %d MiB: %.3f of it%n",
                stored >> 20, files.size(), json[0] >> 20, (double) stored / json[0]);
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is no dependency of ours
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
