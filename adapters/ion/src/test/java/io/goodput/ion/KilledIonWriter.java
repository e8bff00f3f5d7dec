package io.goodput.ion;

import io.goodput.telemetry.file.RecordWriter;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.record.Ledger;
import java.nio.file.Path;
import java.time.Duration;

/** A process that writes records of Ion until it is killed, and prints how many were flushed. */
final class KilledIonWriter {
    private KilledIonWriter() {}

    public static void main(String[] arguments) {
        var ledger = new Ledger();
        WriterSettings settings = WriterSettings.builder(Path.of(arguments[0]))
                .format(IonFormat.BINARY)
                .flush(Duration.ofMillis(10))
                .fileBytes(1 << 20)
                .build();
        var writer = RecordWriter.start(Numbered.ORIGIN, settings, ledger);
        long told = 0;
        for (long n = 0; ; n++) {
            while (writer.health().waitingBytes() > settings.heldBytes() / 2) {
                Thread.onSpinWait();
            }
            ledger.begun();
            writer.leave(new Numbered(n));
            long written = ledger.accounting().written();
            if (written != told) {
                System.out.println(written);
                told = written;
            }
        }
    }
}
