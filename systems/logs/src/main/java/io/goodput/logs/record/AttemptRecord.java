package io.goodput.logs.record;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call.
 *
 * @param n from 1
 * @param span that the other side knows as its parent
 * @param resource the endpoint that it went to
 * @param at when, in microseconds since the beginning of the unit or its part
 * @param deadlineMicros the time it had left when it began
 */
public record AttemptRecord(
        int n,
        @Nullable String span,
        boolean isHedge,
        @Nullable String resource,
        long at,
        long micros,
        @Nullable Outcome outcome,
        @Nullable String status,
        @Nullable String category,
        @Nullable String error,
        @Nullable Long deadlineMicros) {
    /**
     * Whether the other side answered it, so that what it did lies within the attempt; what was given up, or never came
     * to an answer, may go on there afterwards.
     */
    public boolean isAnswered() {
        return status != null
                || outcome == Outcome.SUCCESS
                || outcome == Outcome.PERMANENT_FAILURE
                || outcome == Outcome.THROTTLED;
    }
}
