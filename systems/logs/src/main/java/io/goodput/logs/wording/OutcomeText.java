package io.goodput.logs.wording;

import io.goodput.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Outcomes in words. */
public final class OutcomeText {
    private OutcomeText() {}

    /** {@code transient failure}; {@code unknown} for null. */
    public static String of(@Nullable Outcome outcome) {
        return outcome == null
                ? "unknown"
                : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
