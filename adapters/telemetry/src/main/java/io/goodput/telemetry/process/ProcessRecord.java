package io.goodput.telemetry.process;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.FiguresRecord;
import io.goodput.telemetry.record.RecordOrigin;

/** What the process used since a reading before. What is not known is left out. */
final class ProcessRecord extends FiguresRecord {
    private static final int BYTES = 400;
    private static final long MICRO = 1_000;

    private final ProcessReading before;
    private final ProcessReading now;

    ProcessRecord(RecordOrigin origin, long epochNanos, ProcessReading before, ProcessReading now) {
        super(origin, "process", epochNanos, BYTES);
        this.before = before;
        this.now = now;
    }

    @Override
    protected void writeFigures(FieldWriter out) {
        out.name("cpu_us").number((now.cpuNanos() - before.cpuNanos()) / MICRO);
        out.name("cpus").number(now.cpus());
        out.name("heap_bytes").number(now.heapBytes());
        known(out, "heap_max_bytes", now.heapMaxBytes());
        out.name("gc_us").number((now.gcNanos() - before.gcNanos()) / MICRO);
        out.name("gc_pauses").number(now.gcPauses() - before.gcPauses());
        out.name("threads").number(now.threads());
        known(out, "descriptors", now.descriptors());
        known(out, "descriptors_max", now.descriptorsMax());
        known(out, "sockets", now.sockets());
        known(out, "disk_free_bytes", now.diskFreeBytes());
        out.name("up_us").number(now.upNanos() / MICRO);
    }

    private static void known(FieldWriter out, String name, long figure) {
        if (figure != ProcessReading.UNKNOWN) {
            out.name(name).number(figure);
        }
    }
}
