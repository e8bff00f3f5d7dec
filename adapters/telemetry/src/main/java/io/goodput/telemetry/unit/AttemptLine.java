package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt. Used again. */
public final class AttemptLine {
    int number;
    boolean hedge;
    long span;

    @Nullable String resource;

    long startedAt;
    long deadlineLeft;

    /** Null while it is under way. */
    @Nullable Outcome outcome;

    long endedAt;

    @Nullable String status;

    @Nullable String category;

    @Nullable String error;

    /**
     * It begins.
     *
     * @param itsSpan its number in the trace
     * @param at when, as the ticker reads
     * @param left nanoseconds that it has; {@link Long#MAX_VALUE} without a deadline
     */
    public void began(long itsSpan, long at, long left) {
        span = itsSpan;
        startedAt = at;
        deadlineLeft = left;
    }

    void ended(long at, Ended how) {
        endedAt = at;
        status = how.status();
        category = how.category();
        error = how.error();
        outcome = how.outcome();
    }

    void forget() {
        outcome = null;
        status = null;
        category = null;
        error = null;
        resource = null;
    }
}
