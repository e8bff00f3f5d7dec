package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call. Told by one thread after the other, as the events of a call are; looked for by any thread,
 * and taken away once it is over. Used again.
 */
final class CallLine {
    /** Attempts that are told of; more are counted. */
    static final int MOST_ATTEMPTS = 8;

    private static final VarHandle ID;

    static {
        try {
            ID = MethodHandles.lookup().findVarHandle(CallLine.class, "id", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AttemptLine[] attempts = new AttemptLine[MOST_ATTEMPTS];
    private int told;

    private volatile @Nullable Object id;

    String dependency = "";

    @Nullable String operation;

    long startedAt;
    long deadlineLeft;

    @Nullable Reason refusal;

    @Nullable Outcome outcome;

    long endedAt;

    void began(String dependency, @Nullable String operation, long at, long deadlineLeft) {
        this.dependency = dependency;
        this.operation = operation;
        this.startedAt = at;
        this.deadlineLeft = deadlineLeft;
    }

    /** An attempt begins; null if there are too many to tell of it. */
    @Nullable AttemptLine attempt(int number, boolean hedge, @Nullable String resource) {
        if (told == MOST_ATTEMPTS) {
            return null;
        }
        AttemptLine line = attempts[told];
        if (line == null) {
            line = new AttemptLine();
            attempts[told] = line;
        }
        line.number = number;
        line.hedge = hedge;
        line.resource = resource;
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
        is(null);
    }

    /** Whose events these are; null once it is over. */
    void is(@Nullable Object event) {
        ID.setRelease(this, event);
    }

    @SuppressWarnings("ReferenceEquality") // the object that all events of a call have
    boolean isOf(Object event) {
        return id == event;
    }

    boolean isOver() {
        return id == null && outcome != null;
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
        refusal = null;
        outcome = null;
        operation = null;
        is(null);
    }
}
