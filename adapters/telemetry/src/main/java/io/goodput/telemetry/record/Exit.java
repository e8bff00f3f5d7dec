package io.goodput.telemetry.record;

/** Takes over records that are to be written: the way to a file. */
@FunctionalInterface
public interface Exit {
    /**
     * The record belongs to this from now on: it is released once it was written, or lost, which is entered in the
     * {@link Ledger} by then. On any thread, and without waiting for anybody.
     */
    void leave(Outgoing record);
}
