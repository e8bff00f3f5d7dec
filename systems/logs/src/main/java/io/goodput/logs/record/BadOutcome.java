package io.goodput.logs.record;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/** Which outcomes are to be pointed at. */
public final class BadOutcome {
    private BadOutcome() {}

    /** Whether it went wrong, and nobody wanted it so; not of an outcome that was not told. */
    public static boolean is(@Nullable Outcome outcome) {
        return outcome != null && outcome != Outcome.SUCCESS && outcome != Outcome.CANCELLED;
    }
}
