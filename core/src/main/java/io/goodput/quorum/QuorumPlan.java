package io.goodput.quorum;

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

    private static final int MOST_PARTS = 1_000;
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** Refuses what is out of bounds. */
    public QuorumPlan {
        check("parts", parts, 1, MOST_PARTS);
        check("needed", needed, 1, parts);
        check("first", first, needed, parts);
        if (spareDelay.isNegative() || spareDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("spareDelay: " + spareDelay + " (expected: >= 0 and <= PT1H)");
        }
        if (!timeout.isPositive() || timeout.compareTo(NO_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0 and <= " + NO_TIMEOUT + ")");
        }
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

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: >= " + least + " and <= " + most + ")");
        }
    }
}
