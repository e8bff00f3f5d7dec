package io.goodput.telemetry.file;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the writer's thread does, a turn at a time: takes out what was handed over, and looks around at each interval.
 */
final class WriterLoop {
    private static final int BATCH = 256;
    private static final long NANOS = 1_000_000_000;
    /** Turns within an interval, so that what it flushes is hardly older than that. */
    private static final int TURNS = 10;

    private final Handover handover;
    private final Custody custody;
    private final Spool spool;
    private final Ticker ticker;
    private final InstantSource clock;
    private final long interval;
    private final List<Outgoing> batch = new ArrayList<>(BATCH);

    private volatile long turned;
    private long due;

    WriterLoop(
            Handover handover, Custody custody, Spool spool, Ticker ticker, InstantSource clock, long intervalNanos) {
        this.handover = handover;
        this.custody = custody;
        this.spool = spool;
        this.ticker = ticker;
        this.clock = clock;
        this.interval = intervalNanos;
        this.turned = ticker.nanos();
        this.due = turned;
    }

    /** Works for a while; answers how long it may rest then, in nanoseconds, if nobody wakes it. */
    long turn() {
        long now = ticker.nanos();
        turned = now;
        long epochNanos = epochNanos();
        if (now >= due) {
            // Before anything is taken, so that the state of the disk is known before the first record.
            spool.tick(now, epochNanos);
            due = now + interval;
        }
        int taken = takeBatch(now, epochNanos);
        return taken == BATCH ? 0 : Math.max(0, Math.min(due - now, interval / TURNS));
    }

    /** Whether all is out that ever will be. */
    boolean isDrained() {
        return handover.isClosed() && handover.bytes() == 0;
    }

    /** Writes what there still is, and ends the file. */
    void finish() {
        spool.finish(ticker.nanos(), epochNanos());
    }

    /** When the last turn began, as the ticker reads. For any thread. */
    long turned() {
        return turned;
    }

    private int takeBatch(long now, long epochNanos) {
        int taken = handover.take(batch, BATCH);
        for (Outgoing record : batch) {
            if (record.isCounted()) {
                custody.taken();
            }
        }
        for (Outgoing record : batch) {
            spool.take(record, now, epochNanos);
        }
        batch.clear();
        return taken;
    }

    private long epochNanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }
}
