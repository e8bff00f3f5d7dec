package io.goodput.telemetry.record;

/**
 * Takes over units of work as they end: sampling, and whoever stands in for it. It passes each one on towards a file,
 * or releases it and enters in the {@link Ledger} why; at once, or once it knows.
 */
@FunctionalInterface
public interface Ending {
    /**
     * A unit, or a part of one, has ended, and belongs to this from now on.
     *
     * @param unit on the thread that ended it, which waits for the answer: nothing here blocks
     * @param now the ticker's reading, in nanoseconds
     */
    void ended(EndedUnit unit, long now);
}
