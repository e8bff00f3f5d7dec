package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call. Told by one thread after the other, as the events of a call are; looked for by any thread,
 * and taken away once it is over. Used again.
 */
final class CallLine {
    /** Attempts that are told of; more are counted. */
    static final int MOST_ATTEMPTS = 8;

    private final AttemptLine[] attempts = new AttemptLine[MOST_ATTEMPTS];
    private int told;

    /** Whose events these are; null once it is over. */
    volatile @Nullable Object id;

    String dependency = "";
    @Nullable String operation;
    long startedAt;
    long deadlineLeft;
    boolean missing;
    @Nullable Reason refusal;
    @Nullable Outcome outcome;
    long endedAt;

    void began(String dependency, @Nullable String operation, long at, long deadlineLeft) {
        this.dependency = dependency;
        this.operation = operation;
        this.startedAt = at;
        this.deadlineLeft = deadlineLeft;
    }

    /** The next attempt to tell of; null if there are too many. */
    @Nullable AttemptLine attempt() {
        if (told == MOST_ATTEMPTS) {
            missing = true;
            return null;
        }
        AttemptLine line = attempts[told];
        if (line == null) {
            line = new AttemptLine();
            attempts[told] = line;
        }
        told++;
        return line;
    }

    /** The attempt of that number; null if it is not told of. */
    @Nullable AttemptLine attempt(int number) {
        for (int i = told - 1; i >= 0; i--) {
            if (attempts[i].number == number) {
                return attempts[i];
            }
        }
        return null;
    }

    void over(Outcome how, long at) {
        outcome = how;
        endedAt = at;
        id = null;
    }

    /** How many attempts are told of. */
    int told() {
        return told;
    }

    AttemptLine told(int i) {
        return attempts[i];
    }

    void forget() {
        for (int i = 0; i < told; i++) {
            attempts[i].forget();
        }
        told = 0;
        missing = false;
        refusal = null;
        outcome = null;
        operation = null;
        id = null;
    }
}
