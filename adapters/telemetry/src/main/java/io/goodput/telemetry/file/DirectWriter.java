package io.goodput.telemetry.file;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to files of a folder on the thread that hands them over, by clocks of one's own: for simulations,
 * whose time stands still meanwhile. The files are those of {@link RecordWriter}, and the same records at the same
 * times make the same bytes. Not thread-safe.
 *
 * <p>Whoever drives it calls {@link #tick()} whenever its time has gone on by the interval of the settings: then what
 * there is goes to the file, with the account after it.
 */
public final class DirectWriter implements Exit, AutoCloseable {
    private static final long NANOS = 1_000_000_000;

    private final Custody custody;
    private final Spool spool;
    private final Ticker ticker;
    private final InstantSource clock;

    /**
     * One that has written nothing.
     *
     * @param ledger counts what becomes of each record
     * @param ticker tells how old files are
     * @param clock tells the instants of their names, and of the writer's own records
     */
    public DirectWriter(
            RecordOrigin origin, WriterSettings settings, Ledger ledger, Ticker ticker, InstantSource clock) {
        this.custody = new Custody(ledger);
        this.ticker = ticker;
        this.clock = clock;
        this.spool = new Spool(new LocalFolder(settings.folder()), origin, settings, custody, ledger, epochNanos());
    }

    @Override
    public void leave(Outgoing record) {
        if (record.isCounted()) {
            custody.taken();
        }
        spool.take(record, ticker.nanos(), epochNanos());
    }

    /** Writes what there is. */
    public void tick() {
        spool.tick(ticker.nanos(), epochNanos());
    }

    /** Why nothing can be written, as of the last time that it was tried; null if it can. */
    public @Nullable String trouble() {
        OwnRecords.Step step = spool.step();
        return step.mode() == WriterMode.OFF ? step.why() : null;
    }

    /** Writes what there is, and the last account after it, and ends the file. */
    @Override
    public void close() {
        spool.finish(ticker.nanos(), epochNanos());
        spool.close();
    }

    private long epochNanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }
}
