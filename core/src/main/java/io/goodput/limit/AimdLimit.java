package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Additive increase, multiplicative decrease, as TCP does: a limit's worth of successes raises the limit by 1, a sign
 * of overload multiplies it by {@code decrease}, rounded down.
 *
 * <p>It grows only when it is used: a success counts if at least {@code used} of the limit was in flight when it ended.
 * It is cut once for what was in flight together: a call that was admitted before the last cut says nothing that was
 * not known then, so that one moment of overload that fails forty calls costs a tenth of the limit and not all of it.
 *
 * <p>The numbers are those of palantir/dialogue (start 20, least 1, +1/limit where nine tenths are in flight, ×0.9) and
 * of Netflix's concurrency-limits (a success after 5 s is as bad as none; most 200).
 *
 * @param initial the limit at the start
 * @param min it never falls below this
 * @param max it never rises above this
 * @param decrease what overload multiplies the limit by; from 0.1 to 0.99
 * @param used the share of the limit that must be in flight for a success to count; from 0 to 1
 * @param tooLong a success that took longer is a sign of overload; from 1 ns to 365 days
 * @param overload the outcomes that are signs of overload: some of {@link Outcome#THROTTLED}, {@link Outcome#TIMEOUT}
 *     and {@link Outcome#TRANSIENT_FAILURE}
 */
public record AimdLimit(
        int initial, int min, int max, double decrease, double used, Duration tooLong, Set<Outcome> overload)
        implements ConcurrencyLimit.Settings {
    /** What overload may multiply the limit by. */
    public static final Range<Double> DECREASE = new Range<>(0.1, 0.99);

    /** From when on a success may be a sign of overload. */
    public static final Range<Duration> TOO_LONG = new Range<>(Duration.ofNanos(1), Duration.ofDays(365));

    /** What can be a sign of overload. */
    public static final List<Outcome> POSSIBLE_OVERLOAD =
            List.of(Outcome.THROTTLED, Outcome.TIMEOUT, Outcome.TRANSIENT_FAILURE);

    /** Start 20, 1 to 200, ×0.9, used from nine tenths, 5 s, throttles and timeouts. */
    public static final AimdLimit STANDARD =
            new AimdLimit(20, 1, 200, 0.9, 0.9, Duration.ofSeconds(5), Set.of(Outcome.THROTTLED, Outcome.TIMEOUT));

    /** Refuses bounds that are not {@code 1 <= min <= initial <= max <= 1,000,000}, and the other parts' likewise. */
    public AimdLimit {
        ConcurrencyLimit.check(initial, min, max);
        DECREASE.check("decrease", decrease);
        Range.SHARE.check("used", used);
        TOO_LONG.check("tooLong", tooLong);
        overload = overload.isEmpty() ? Set.of() : Expected.someOf("overload", overload, POSSIBLE_OVERLOAD);
    }

    /** The same with another start and other bounds. */
    public AimdLimit withLimits(int newInitial, int newMin, int newMax) {
        return new AimdLimit(newInitial, newMin, newMax, decrease, used, tooLong, overload);
    }

    /** The same with another factor. */
    public AimdLimit withDecrease(double factor) {
        return new AimdLimit(initial, min, max, factor, used, tooLong, overload);
    }

    /** The same with another share that must be in flight. */
    public AimdLimit withUsed(double share) {
        return new AimdLimit(initial, min, max, decrease, share, tooLong, overload);
    }

    /** The same with another time from which on a success is a sign of overload. */
    public AimdLimit withTooLong(Duration time) {
        return new AimdLimit(initial, min, max, decrease, used, time, overload);
    }

    /** The same with other signs of overload. */
    public AimdLimit withOverload(Set<Outcome> outcomes) {
        return new AimdLimit(initial, min, max, decrease, used, tooLong, outcomes);
    }
}
