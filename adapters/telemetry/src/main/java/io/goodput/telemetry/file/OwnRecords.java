package io.goodput.telemetry.file;

import io.goodput.telemetry.record.Accounting;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.record.RecordOrigin;

/** The records that the writer makes itself: {@code accounting} and {@code health}. */
final class OwnRecords {
    private final RecordOrigin origin;

    OwnRecords(RecordOrigin origin) {
        this.origin = origin;
    }

    void accounting(FieldWriter out, long epochNanos, Accounting figures) {
        begin(out, "accounting", epochNanos)
                .name("begun")
                .number(figures.begun())
                .name("open")
                .number(figures.open())
                .name("written")
                .number(figures.written())
                .name("sampled_out")
                .number(figures.sampledOut())
                .name("dropped")
                .beginObject();
        figures.dropped().forEach((reason, count) -> out.name(reason.label()).number(count));
        out.endObject()
                .name("late")
                .number(figures.late())
                .name("leaked")
                .number(figures.leaked())
                .endObject();
    }

    void health(FieldWriter out, Step step) {
        begin(out, "health", step.epochNanos())
                .name("mode")
                .text(step.mode().label())
                .name("why")
                .text(step.why())
                .name("free_bytes")
                .number(step.space().free())
                .name("free_share")
                .number(step.space().share())
                .endObject();
    }

    private FieldWriter begin(FieldWriter out, String kind, long epochNanos) {
        origin.writeTo(out.beginObject(), kind, epochNanos);
        return out;
    }

    /**
     * The writer went another way.
     *
     * @param epochNanos when, in nanoseconds since 1970
     * @param mode what it writes since
     * @param why in words
     * @param space the room on the disk, as far as it was known
     */
    record Step(long epochNanos, WriterMode mode, String why, Folder.Space space) {}
}
