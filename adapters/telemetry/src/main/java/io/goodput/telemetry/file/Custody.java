package io.goodput.telemetry.file;

import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Ledger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The counted records that the writer has taken over and that are in no frame yet that was flushed. Each is entered in
 * the ledger once: by the writer, or, if that hangs while it is closed, by who closes it.
 */
final class Custody {
    /** Far below 0, whatever the writer still adds and subtracts. */
    private static final long ABANDONED = Long.MIN_VALUE / 2;

    private final Ledger ledger;
    private final AtomicLong held = new AtomicLong();

    Custody(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The writer took a record over. */
    void taken() {
        if (held.getAndIncrement() < 0) {
            ledger.dropped(Drop.CLOSED, 1);
        }
    }

    void written(long records) {
        if (settles(records)) {
            ledger.written(records);
        }
    }

    void sampledOut() {
        if (settles(1)) {
            ledger.sampledOut();
        }
    }

    void dropped(Drop reason, long records) {
        if (settles(records)) {
            ledger.dropped(reason, records);
        }
    }

    /** Takes from the writer what it has, and will yet take: all of it is lost. */
    void abandon() {
        long lost = held.getAndSet(ABANDONED);
        if (lost > 0) {
            ledger.dropped(Drop.CLOSED, lost);
        }
    }

    private boolean settles(long records) {
        return held.getAndAdd(-records) >= 0;
    }
}
