package io.goodput.logs.timeline;

import io.goodput.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in a trace. Times are microseconds since the start of the trace, corrected for the clock of the
 * process; what was not told is null.
 *
 * @param index in the order of the tree, from 0
 * @param depth how many bars it is inside of
 * @param span its number; null of a call
 * @param process whose clock it was measured by; empty of a gap
 * @param name an operation, a dependency, an endpoint
 * @param begin when the work, the call or the attempt began
 * @param end when it ended
 * @param queued how long it had waited before it began
 * @param deadline the time that was left when it began
 * @param facts what else was told
 * @param inside what happened in it or was asked by it, in the order of time
 */
public record TimelineBar(
        int index,
        int depth,
        BarKind kind,
        @Nullable String span,
        String process,
        String name,
        long begin,
        long end,
        long queued,
        @Nullable Outcome outcome,
        @Nullable Long deadline,
        BarFacts facts,
        List<TimelineBar> inside) {
    /** When it was there to be worked on. */
    public long arrival() {
        return begin - queued;
    }

    /** How long it took, without its wait. */
    public long micros() {
        return end - begin;
    }

    /**
     * What was told beside the times.
     *
     * @param status what was answered
     * @param category of what it failed by
     * @param error the same in words
     * @param refusal why it was shed, not sent, or not sent again
     * @param leaked where it was begun, of a unit that nobody ended
     * @param parts records that make up the bar: more than 1 of long work, 0 where there is none of its own
     * @param missing parts that were written by nobody, or sampled out
     * @param hasEnded whether the end was told
     * @param isCut whether calls are missing from the record
     * @param details of the unit
     */
    public record BarFacts(
            @Nullable String status,
            @Nullable String category,
            @Nullable String error,
            @Nullable String refusal,
            @Nullable String leaked,
            int parts,
            int missing,
            boolean hasEnded,
            boolean isCut,
            Map<String, String> details) {
        /** Nothing. */
        public static final BarFacts NONE = new BarFacts(null, null, null, null, null, 0, 0, true, false, Map.of());
    }
}
