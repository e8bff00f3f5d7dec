package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import io.goodput.telemetry.record.Kept;
import org.jspecify.annotations.Nullable;

/**
 * How a unit ended, or a part of one, and why it is written. References are written only if they change: see
 * {@link Values}.
 */
final class UnitEnd {
    private static final Ended OPEN = Ended.of(Outcome.SUCCESS);

    private Ended how = OPEN;
    private volatile @Nullable Outcome noted;
    private @Nullable String refusal;
    private @Nullable String leaked;
    private long at;
    private long epochNanos;
    private boolean goesOn;
    private Kept why = Kept.ALL;
    private double weight;

    /** It will end so. */
    void note(Outcome outcome) {
        noted = outcome;
    }

    /** How somebody said that it will end; null if nobody did. */
    @Nullable Outcome noted() {
        return noted;
    }

    @SuppressWarnings("ReferenceEquality") // what is there already is not written again
    void is(Ended ended, @Nullable String rule, @Nullable String place) {
        if (how != ended) {
            how = ended;
        }
        if (rule != null) {
            refusal = rule;
        }
        if (place != null) {
            leaked = place;
        }
    }

    /** It is over, but the unit is not. */
    void isOfPart() {
        goesOn = true;
    }

    /**
     * When.
     *
     * @param now as the ticker reads
     * @param epoch the instant at which it began, in nanoseconds since 1970
     */
    void at(long now, long epoch) {
        at = now;
        epochNanos = epoch;
    }

    void keep(Kept reason, double itsWeight) {
        if (why != reason) {
            why = reason;
        }
        weight = itsWeight;
    }

    @SuppressWarnings("ReferenceEquality") // what is there already is not written again
    void forget() {
        if (how != OPEN) {
            how = OPEN;
        }
        if (noted != null) {
            noted = null;
        }
        if (refusal != null) {
            refusal = null;
        }
        if (leaked != null) {
            leaked = null;
        }
        goesOn = false;
    }

    Outcome outcome() {
        return how.outcome();
    }

    @Nullable String status() {
        return how.status();
    }

    @Nullable String category() {
        return how.category();
    }

    @Nullable String error() {
        return how.error();
    }

    @Nullable String refusal() {
        return refusal;
    }

    @Nullable String leaked() {
        return leaked;
    }

    long at() {
        return at;
    }

    long epochNanos() {
        return epochNanos;
    }

    boolean goesOn() {
        return goesOn;
    }

    Kept why() {
        return why;
    }

    double weight() {
        return weight;
    }
}
