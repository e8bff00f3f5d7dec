package io.goodput.telemetry.file;

import io.goodput.telemetry.record.Ledger;
import java.nio.file.Path;
import java.time.Duration;

/** A process that writes records until it is killed, and prints how many were flushed. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
        var ledger = new Ledger();
        WriterSettings settings = WriterSettings.builder(Path.of(arguments[0]))
                .flush(Duration.ofMillis(10))
                .fileBytes(1 << 20)
                .build();
        var writer = RecordWriter.start(Turns.ORIGIN, settings, ledger);
        long told = 0;
        for (long n = 0; ; n++) {
            while (writer.health().waitingBytes() > settings.heldBytes() / 2) {
                Thread.onSpinWait();
            }
            ledger.begun();
            writer.leave(Told.noisy(n));
            long written = ledger.accounting().written();
            if (written != told) {
                System.out.println(written);
                told = written;
            }
        }
    }
}
