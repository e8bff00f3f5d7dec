package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt. Used again. */
final class AttemptLine {
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

    void began(AttemptStart start) {
        number = start.number();
        hedge = start.hedge();
        span = start.span();
        resource = start.resource();
        startedAt = start.at();
        deadlineLeft = start.deadlineLeft();
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
