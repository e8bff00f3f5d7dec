package io.goodput.telemetry.file;

import io.goodput.telemetry.file.OwnRecords.Step;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.text.RecordEncoder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each record: left out while the disk is low, encoded, put into a frame, and the frame into a file; or
 * lost, for a reason. Told the time; of one thread.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Spool.class.getName());
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_STEPS = 64;
    private static final Folder.Space UNKNOWN = new Folder.Space(0, 0);

    private final Folder folder;
    private final FileRow files;
    private final DiskWatch disk;
    private final Custody custody;
    private final Ledger ledger;
    private final RecordEncoder encoder;
    private final OwnRecords own;
    private final FrameBuffer frame;
    private final FrameTraces traces = new FrameTraces();
    /** Steps that no flushed frame tells yet, the first of them in the frame that is being filled. */
    private final List<Step> untold = new ArrayList<>();

    private int telling;

    /** How many of the frame's records the ledger counts. */
    private int counted;

    private volatile Folder.Space space = UNKNOWN;
    /** Why nothing can be written; null while that can be tried. */
    private @Nullable Drop trouble;

    private @Nullable Accounting told;
    private boolean hasFailedToEncode;
    private volatile Step step;
    private volatile @Nullable FileName file;

    Spool(
            Folder folder,
            RecordOrigin origin,
            WriterSettings settings,
            Custody custody,
            Ledger ledger,
            long epochNanos) {
        this.folder = folder;
        this.files = new FileRow(folder, origin, settings);
        this.disk = new DiskWatch(settings.disk());
        this.custody = custody;
        this.ledger = ledger;
        this.encoder = settings.format().encoder(settings.rules());
        this.own = new OwnRecords(origin);
        this.frame = new FrameBuffer(settings.level());
        this.step = new Step(epochNanos, WriterMode.ALL, "all is well", space);
    }

    /** How it goes. For any thread. */
    Step step() {
        return step;
    }

    /** The file that is being written; null if there is none. For any thread. */
    @Nullable FileName file() {
        return file;
    }

    /** The room on the disk when it was looked at last. For any thread. */
    Folder.Space space() {
        return space;
    }

    /** A record that was handed over, and is in the writer's custody if the ledger counts it. */
    void take(Outgoing record, long now, long epochNanos) {
        try {
            if (record.isCounted()) {
                takeCounted(record, now, epochNanos);
            } else if (trouble == null && disk.mode() != WriterMode.COUNTS) {
                put(record, 1, now, epochNanos);
            }
        } finally {
            record.release();
        }
    }

    private void takeCounted(Outgoing record, long now, long epochNanos) {
        if (trouble != null) {
            custody.dropped(trouble, 1);
            return;
        }
        boolean isExempt = disk.mode() == WriterMode.ALL || (record.isError() && disk.mode() != WriterMode.COUNTS);
        if (isExempt) {
            put(record, 1, now, epochNanos);
        } else if (disk.mode() != WriterMode.SAMPLED) {
            custody.dropped(Drop.DISK, 1);
        } else if (TraceSample.has(record)) {
            put(record, TraceSample.WEIGHT, now, epochNanos);
        } else {
            custody.sampledOut();
        }
    }

    private void put(Outgoing record, double weight, long now, long epochNanos) {
        int bytes = encode(record, weight);
        if (!frame.fits(bytes)) {
            flush(now, epochNanos);
            bytes = encode(record, weight);
        }
        if (bytes == 0) {
            return;
        }
        append(bytes, record.epochNanos());
        traces.add(record.traceHigh(), record.traceLow());
        counted += record.isCounted() ? 1 : 0;
    }

    private int encode(Outgoing record, double weight) {
        try {
            encoder.begin();
            encoder.weigh(weight);
            record.writeTo(encoder);
            int bytes = encoder.end();
            if (bytes <= RecordEncoder.MOST_BYTES) {
                return bytes;
            }
            lose(record, Drop.TOO_LARGE);
        } catch (RuntimeException e) {
            if (!hasFailedToEncode) {
                hasFailedToEncode = true;
                LOG.log(Level.ERROR, "A record could not be encoded; further ones are only counted", e);
            }
            lose(record, Drop.ENCODING);
        }
        return 0;
    }

    private void lose(Outgoing record, Drop reason) {
        if (record.isCounted()) {
            custody.dropped(reason, 1);
        }
    }

    private void append(int bytes, long at) {
        frame.add(encoder.bytes(), bytes, Math.floorDiv(at, NANOS_PER_MICRO));
    }

    /** Once in each interval: looks at the disk, tells what changed, and writes what there is. */
    void tick(long now, long epochNanos) {
        look(epochNanos);
        tell(now, epochNanos);
        flush(now, epochNanos);
        try {
            files.tick(now);
        } catch (IOException | RuntimeException e) {
            fail(e, epochNanos);
        }
        file = files.current();
    }

    /** Writes what there is, and the last account after it. */
    void finish(long now, long epochNanos) {
        tick(now, epochNanos);
        tell(now, epochNanos);
        flush(now, epochNanos);
        try {
            files.finish();
        } catch (IOException | RuntimeException e) {
            fail(e, epochNanos);
        }
        file = null;
    }

    @Override
    public void close() {
        frame.close();
    }

    private void look(long epochNanos) {
        trouble = null;
        try {
            space = folder.space();
        } catch (IOException | RuntimeException _) {
            // Not to be measured is not full; whether it can be written will show.
            space = UNKNOWN;
        }
        disk.observe(space.share());
        if (step.mode() != WriterMode.OFF) {
            changeByDisk(epochNanos);
        }
    }

    private void tell(long now, long epochNanos) {
        Accounting figures = ledger.accounting();
        if (!figures.equals(told)) {
            told = figures;
            write(out -> own.accounting(out, epochNanos, figures), now, epochNanos);
        }
        while (telling < untold.size()) {
            Step next = untold.get(telling);
            write(out -> own.health(out, next), now, epochNanos);
            telling++;
        }
    }

    private void write(Consumer<FieldWriter> fields, long now, long epochNanos) {
        int bytes = encode(fields);
        if (!frame.fits(bytes)) {
            flush(now, epochNanos);
            bytes = encode(fields);
        }
        append(bytes, epochNanos);
    }

    private int encode(Consumer<FieldWriter> fields) {
        encoder.begin();
        fields.accept(encoder);
        return encoder.end();
    }

    private void flush(long now, long epochNanos) {
        if (frame.records() > 0) {
            try {
                files.append(frame, traces, now, Math.floorDiv(epochNanos, NANOS_PER_MILLI));
                custody.written(counted);
                untold.subList(0, telling).clear();
                changeByDisk(epochNanos);
            } catch (IOException | RuntimeException e) {
                fail(e, epochNanos);
                custody.dropped(Objects.requireNonNull(trouble), counted);
            }
        }
        frame.clear();
        encoder.beginFrame();
        traces.clear();
        counted = 0;
        telling = 0;
        file = files.current();
    }

    private void changeByDisk(long epochNanos) {
        double percent = Math.round(space.share() * 1000) / 10.0;
        change(
                disk.mode(),
                space.total() <= 0 ? "nothing known of the disk" : percent + " % of the disk free",
                epochNanos);
    }

    private void fail(Exception cause, long epochNanos) {
        trouble = isFull() ? Drop.DISK : Drop.FOLDER;
        change(WriterMode.OFF, String.valueOf(cause), epochNanos);
    }

    /** Whether there is no room for as much as a frame. */
    private boolean isFull() {
        try {
            Folder.Space left = folder.space();
            return left.total() > 0 && left.free() < 2 * io.goodput.telemetry.frame.FrameHead.MOST_STORED;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    private void change(WriterMode mode, String why, long epochNanos) {
        if (mode == step.mode()) {
            return;
        }
        step = new Step(epochNanos, mode, why, space);
        LOG.log(mode == WriterMode.ALL ? Level.INFO : Level.WARNING, "Records written: {0}; {1}", mode.label(), why);
        if (untold.size() < MOST_STEPS) {
            untold.add(step);
        }
    }
}
