package io.goodput.quorum;

import io.goodput.Range;
import java.time.Duration;

/**
 * How many parts there are, how many are needed, and when to ask for which.
 *
 * @param needed good parts that make the whole: {@code k}, 1 to {@code parts}
 * @param parts that there are: {@code n}, 1 to 1,000
 * @param first parts begun at once, {@code needed} to {@code parts}. The others are spare: one is begun for each part
 *     that fails, and all of them once the delay is over
 * @param spareDelay after which all spare parts are begun, 0 to 1 hour. Without effect where all are begun at once
 * @param timeout of the whole fetch, above 0; {@link #NO_TIMEOUT} for none but the caller's
 */
public record QuorumPlan(int needed, int parts, int first, Duration spareDelay, Duration timeout) {
    /** Some 292 years. */
    public static final Duration NO_TIMEOUT = Duration.ofNanos(Long.MAX_VALUE);

    /** How many parts there may be. */
    public static final Range<Integer> PARTS = new Range<>(1, 1_000);

    /** After how long spare parts may be begun. */
    public static final Range<Duration> SPARE_DELAY = new Range<>(Duration.ZERO, Duration.ofHours(1));

    /** What the timeout may be. */
    public static final Range<Duration> TIMEOUT = new Range<>(Duration.ofNanos(1), NO_TIMEOUT);

    /** Refuses what is out of bounds. */
    public QuorumPlan {
        PARTS.check("parts", parts);
        PARTS.to(parts).check("needed", needed);
        new Range<>(needed, parts).check("first", first);
        SPARE_DELAY.check("spareDelay", spareDelay);
        TIMEOUT.check("timeout", timeout);
    }

    /** All parts at once, without a timeout: {@code of(4, 5)} is 4 of 5. */
    public static QuorumPlan of(int needed, int parts) {
        return new QuorumPlan(needed, parts, parts, Duration.ZERO, NO_TIMEOUT);
    }

    /** The same, but so many parts first and the others after the delay. */
    public QuorumPlan startingWith(int first, Duration spareDelay) {
        return new QuorumPlan(needed, parts, first, spareDelay, timeout);
    }

    /** The same with a timeout. */
    public QuorumPlan withTimeout(Duration other) {
        return new QuorumPlan(needed, parts, first, spareDelay, other);
    }
}
