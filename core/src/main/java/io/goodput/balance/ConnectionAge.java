package io.goodput.balance;

import io.goodput.Range;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How old a connection may get. A connection that is closed in good time lets its client meet new endpoints, and keeps
 * the way of connecting, which an outage needs, in daily use. Chance spreads the ends, or all that were opened together
 * would be closed together.
 *
 * <p>The lifetime is uniform in ({@code most · (1 − jitter)}, {@code most}].
 *
 * @param most the longest lifetime; 1 ms to 365 days
 * @param jitter the share of it that chance may take off; 0 to 1
 */
public record ConnectionAge(Duration most, double jitter) {
    /** What the longest lifetime may be. */
    public static final Range<Duration> MOST = new Range<>(Duration.ofMillis(1), Duration.ofDays(365));

    /** Four to five minutes. */
    public static final ConnectionAge STANDARD = new ConnectionAge(Duration.ofMinutes(5), 0.2);

    /** Refuses what is out of bounds. */
    public ConnectionAge {
        MOST.check("most", most);
        Range.SHARE.check("jitter", jitter);
    }

    /**
     * When to close a connection: finish what is in flight on it, and open another.
     *
     * @param openedAt when it was opened, in nanoseconds
     * @param random drawn from once
     */
    public long expiresAt(long openedAt, RandomGenerator random) {
        return openedAt + (long) (most.toNanos() * (1 - jitter * random.nextDouble()));
    }
}
