package io.goodput.telemetry.record;

/** Looks at units of work as they end, before it is decided whether they are written: aggregates. */
@FunctionalInterface
public interface Hearing {
    /**
     * A unit, or a part of one, has ended. It is another's: looked at while this is called, and not kept.
     *
     * @param unit on the thread that ended it, which waits for the answer: nothing here blocks
     * @param now the ticker's reading, in nanoseconds
     */
    void heard(EndedUnit unit, long now);
}
