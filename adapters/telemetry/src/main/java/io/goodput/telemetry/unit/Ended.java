package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How something ended.
 *
 * @param status what it was answered with; null where nobody said
 * @param category of what it failed by; null if it did not fail
 * @param error the same in words
 */
public record Ended(
        Outcome outcome,
        @Nullable String status,
        @Nullable String category,
        @Nullable String error) {
    private static final Ended[] PLAIN = plain();

    private static Ended[] plain() {
        Outcome[] outcomes = Outcome.values();
        Ended[] all = new Ended[outcomes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Ended(outcomes[i], null, null, null);
        }
        return all;
    }

    /** So, and nothing else is known. Always the same. */
    @SuppressWarnings("EnumOrdinal") // an array of all of them, in their order
    public static Ended of(Outcome outcome) {
        return PLAIN[outcome.ordinal()];
    }

    /** The same, with another outcome. */
    public Ended butEnded(Outcome other) {
        return new Ended(other, status, category, error);
    }
}
