package io.goodput.telemetry.record;

/** A record of figures that were read at an instant, such as those of the process: no unit of work, and in no trace. */
public abstract class FiguresRecord implements Outgoing {
    private final RecordOrigin origin;
    private final String kind;
    private final long epochNanos;
    private final int heldBytes;

    /**
     * Of an instant.
     *
     * @param kind which record it is
     * @param epochNanos when the figures were read
     * @param heldBytes what it holds, at most
     */
    protected FiguresRecord(RecordOrigin origin, String kind, long epochNanos, int heldBytes) {
        this.origin = origin;
        this.kind = kind;
        this.epochNanos = epochNanos;
        this.heldBytes = heldBytes;
    }

    /** Writes what comes after the fields that all records have. */
    protected abstract void writeFigures(FieldWriter out);

    @Override
    public final void writeTo(FieldWriter out) {
        out.beginObject();
        origin.writeTo(out, kind, epochNanos);
        writeFigures(out);
        out.endObject();
    }

    @Override
    public final int heldBytes() {
        return heldBytes;
    }

    @Override
    public final long epochNanos() {
        return epochNanos;
    }

    @Override
    public final long traceHigh() {
        return 0;
    }

    @Override
    public final long traceLow() {
        return 0;
    }

    @Override
    public final boolean isError() {
        return false;
    }

    @Override
    public final boolean isCounted() {
        return false;
    }

    @Override
    public final void release() {
        // Nothing is pooled.
    }
}
