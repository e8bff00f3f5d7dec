package io.goodput.admission;

import io.goodput.Range;
import java.time.Duration;

/**
 * Whether to drop a request that would hardly be done before its deadline.
 *
 * <p>It would not if less time is left than all but a {@code chance} of the recent successes took: with 0.1, what has
 * less than one chance in ten. An estimate can be wrong, so at most a {@code share} of the requests in a window is
 * dropped for it, as in Finagle's DeadlineFilter.
 *
 * @param mode what to do about such a request
 * @param chance the percentile of recent service times taken for the least time needed, from 0.01 to 0.99
 * @param share at most this share of the requests admitted or dropped in a window is dropped, from 0 to 1
 * @param window > 0 and at most 365 days
 */
public record Feasibility(Mode mode, double chance, double share, Duration window) {
    /** What the chance may be: a handful of samples would decide of less, or of more. */
    public static final Range<Double> CHANCE = new Range<>(0.01, 0.99);

    /** What the window may be. */
    public static final Range<Duration> WINDOW = new Range<>(Duration.ofNanos(1), Duration.ofDays(365));

    /** Drop, below one chance in ten, at most 20 % in 10 s: Finagle's bound. */
    public static final Feasibility STANDARD = new Feasibility(Mode.DROP, 0.1, 0.2, Duration.ofSeconds(10));

    /** Drop only what has expired. */
    public static final Feasibility OFF = STANDARD.withMode(Mode.OFF);

    /** Refuses what is no share, and percentiles that a handful of samples would decide. */
    public Feasibility {
        CHANCE.check("chance", chance);
        Range.SHARE.check("share", share);
        WINDOW.check("window", window);
    }

    /** The same in another mode. */
    public Feasibility withMode(Mode other) {
        return new Feasibility(other, chance, share, window);
    }

    /** What to do about a request that would hardly be done in time. */
    public enum Mode {
        /** Nothing. */
        OFF,
        /** Count it, and serve it all the same: try this first. */
        DRY_RUN,
        /** Drop it, within the share. */
        DROP
    }
}
