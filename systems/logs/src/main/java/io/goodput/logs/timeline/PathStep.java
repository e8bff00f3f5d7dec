package io.goodput.logs.timeline;

/**
 * A stretch of the critical path.
 *
 * @param bar index of the bar that the time was spent in, and in nothing inside of it
 * @param kind on what
 * @param from in microseconds since the start of the trace
 * @param to likewise
 */
public record PathStep(int bar, Kind kind, long from, long to) {
    /** What time on the critical path is spent on. */
    public enum Kind {
        /** A unit waits for its turn. */
        QUEUE,
        /** A unit works, or waits for something that is in no record. */
        WORK,
        /** A call waits: for a permit, for the time to try again, for the moment to hedge. */
        WAIT,
        /** An attempt is under way: on the wire, or where nobody wrote a record. */
        REMOTE
    }

    /** How long. */
    public long micros() {
        return to - from;
    }
}
