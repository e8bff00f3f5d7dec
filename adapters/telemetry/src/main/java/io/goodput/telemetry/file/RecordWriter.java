package io.goodput.telemetry.file;

import io.goodput.Ticker;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes records to files of a folder, on a thread of its own. Nobody who hands one over waits, whatever the folder or
 * its disk do: what cannot be written is entered in the {@link Ledger} with the reason, and {@link #health()} tells.
 *
 * <pre>{@code
 * try (var writer = RecordWriter.start(new RecordOrigin("orders", "pod-1", null), WriterSettings.in(folder), ledger)) {
 *     writer.leave(record);
 * }
 * }</pre>
 */
public final class RecordWriter implements Exit, AutoCloseable {
    /** How long {@link #close()} waits for what is on its way. */
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(RecordWriter.class.getName());
    private static final long SILENT_NANOS = Duration.ofSeconds(5).toNanos();
    /** For those who were about to hand over when it was closed. */
    private static final long SHORTLY = 50_000;

    private static final int BATCH = 256;
    private static final int MOST_LOOKS = 1 << 20;

    private final Handover handover;
    private final Custody custody;
    private final Spool spool;
    private final WriterLoop loop;
    private final Ticker ticker;
    private final Ledger ledger;
    private final Thread thread;

    RecordWriter(
            Folder folder,
            RecordOrigin origin,
            WriterSettings settings,
            Ledger ledger,
            Ticker ticker,
            InstantSource clock) {
        this.ledger = ledger;
        this.ticker = ticker;
        handover = new Handover(settings.heldBytes(), ledger);
        custody = new Custody(ledger);
        Instant now = clock.instant();
        spool = new Spool(folder, origin, settings, custody, ledger, now.getEpochSecond() * 1_000_000_000);
        loop = new WriterLoop(
                handover, custody, spool, ticker, clock, settings.flush().toNanos());
        thread = new Thread(this::run, "goodput-records");
        thread.setDaemon(true);
    }

    /**
     * Starts one. The folder is made when the first record comes, for its owner only.
     *
     * @param ledger counts what becomes of each record
     */
    public static RecordWriter start(RecordOrigin origin, WriterSettings settings, Ledger ledger) {
        var writer = new RecordWriter(
                new LocalFolder(settings.folder()), origin, settings, ledger, Ticker.system(), InstantSource.system());
        writer.start();
        return writer;
    }

    void start() {
        thread.start();
    }

    @Override
    public void leave(Outgoing record) {
        handover.leave(record);
    }

    /** How it is, as of now. Never waits, whatever the writer waits for. */
    public WriterHealth health() {
        OwnRecords.Step step = spool.step();
        Folder.Space space = spool.space();
        FileName file = spool.file();
        long silent = ticker.nanos() - loop.turned();
        boolean answers = silent < SILENT_NANOS || !thread.isAlive();
        return new WriterHealth(
                answers ? step.mode() : WriterMode.OFF,
                answers ? step.why() : "the folder has not answered for " + silent / 1_000_000_000 + " s",
                file == null ? null : file.toString(),
                space.free(),
                space.share(),
                handover.bytes());
    }

    /** Takes no more records, and writes what it has, for at most {@link #CLOSE_LIMIT}. */
    @Override
    public void close() {
        close(CLOSE_LIMIT);
    }

    /**
     * Takes no more records, and writes what it has. What is not written within the limit is entered in the ledger as
     * lost; all is accounted for when this returns. Later calls do nothing.
     */
    public void close(Duration limit) {
        handover.close();
        boolean isInterrupted = false;
        try {
            thread.join(limit);
        } catch (InterruptedException _) {
            isInterrupted = true;
        }
        if (thread.isAlive()) {
            LOG.log(Level.WARNING, "The folder of records did not answer in time; the rest is lost");
            abandon();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!loop.isDrained()) {
                long rest = loop.turn();
                if (handover.isClosed()) {
                    LockSupport.parkNanos(rest == 0 ? 0 : SHORTLY);
                } else if (rest > 0) {
                    handover.await(rest);
                }
                // Nobody but this class has business with the thread.
                Thread.interrupted();
            }
            loop.finish();
        } finally {
            // After an error that nobody foresaw as well.
            handover.close();
            abandon();
            spool.close();
        }
    }

    /** Enters all that is not written in the ledger as lost. */
    private void abandon() {
        custody.abandon();
        List<Outgoing> batch = new ArrayList<>();
        // Who was let in before it was closed may still be about to add its record.
        for (int patience = MOST_LOOKS; patience > 0 && handover.bytes() > 0; patience--) {
            int taken = handover.take(batch, BATCH);
            batch.forEach(this::lose);
            batch.clear();
            if (taken == 0) {
                LockSupport.parkNanos(SHORTLY);
            }
        }
    }

    private void lose(Outgoing record) {
        if (record.isCounted()) {
            ledger.dropped(Drop.CLOSED, 1);
        }
        record.release();
    }
}
