package io.goodput.telemetry.record;

/**
 * A record on its way to a file. Whoever holds one either passes it on, once, or releases it, once; how it went is
 * entered in the {@link Ledger} by whoever ends its way.
 */
public interface Outgoing {
    /** At most how many bytes of memory it holds until it is released. */
    int heldBytes();

    /** When it began, in nanoseconds since 1970. */
    long epochNanos();

    /** The trace that it belongs to, first half; 0 in both halves where there is none. */
    long traceHigh();

    /** The trace that it belongs to, second half. */
    long traceLow();

    /** Whether it says that something failed: what is kept when the disk is nearly full. */
    boolean isError();

    /** Whether it is one of those that {@link Ledger} counts: a unit of work or a part of one. */
    boolean isCounted();

    /** Writes the whole record, from the beginning of its object to its end. */
    void writeTo(FieldWriter out);

    /** Nobody needs it any more. */
    void release();
}
