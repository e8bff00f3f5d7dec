package io.goodput.telemetry.file;

import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A writer without its thread, in a time that the test moves. */
final class Turns {
    static final RecordOrigin ORIGIN = new RecordOrigin("orders", "pod-1", null);
    private static final long SECOND = 1_000_000_000;

    final Path path;
    final FaultyFolder folder;
    final Ledger ledger = new Ledger();
    private final Handover handover;
    private final Spool spool;
    private final WriterLoop loop;
    private long nanos;
    private Instant clock = Instant.parse("2026-11-30T18:00:00Z");

    Turns(Path path) {
        this(path, settings -> settings);
    }

    Turns(Path path, UnaryOperator<WriterSettings.Builder> change) {
        this.path = path;
        folder = new FaultyFolder(new LocalFolder(path));
        WriterSettings settings = change.apply(WriterSettings.builder(path)).build();
        handover = new Handover(settings.heldBytes(), ledger);
        var custody = new Custody(ledger);
        spool = new Spool(folder, ORIGIN, settings, custody, ledger, Told.AT);
        loop = new WriterLoop(
                handover,
                custody,
                spool,
                () -> nanos,
                () -> clock,
                settings.flush().toNanos());
        loop.turn();
    }

    /** Hands over a record that was begun. */
    void tell(Told record) {
        if (record.isCounted()) {
            ledger.begun();
        }
        handover.leave(record);
    }

    void tell(int from, int to) {
        for (int i = from; i < to; i++) {
            tell(new Told(i));
            if (i % 100 == 99) {
                loop.turn();
            }
        }
        loop.turn();
    }

    /** A second passes, at the end of which the writer looks around. */
    void second() {
        pass(Duration.ofSeconds(1));
    }

    void pass(Duration time) {
        for (long left = time.toNanos(); left > 0; left -= SECOND) {
            nanos += Math.min(left, SECOND);
            clock = clock.plusNanos(Math.min(left, SECOND));
            loop.turn();
        }
    }

    /** The clock on the wall is set; the ticker goes on. */
    void setClock(Duration by) {
        clock = clock.plus(by);
    }

    void finish() {
        handover.close();
        while (!loop.isDrained()) {
            loop.turn();
        }
        loop.finish();
        spool.close();
    }

    WriterMode mode() {
        return spool.step().mode();
    }

    Accounting accounting() {
        return ledger.accounting();
    }

    ReadBack read() throws Exception {
        return ReadBack.of(path);
    }
}
