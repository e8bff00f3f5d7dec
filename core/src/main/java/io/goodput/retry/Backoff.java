package io.goodput.retry;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a retry: {@code jitter(min(cap, base · 2^retry))}, where the first retry is number 0.
 *
 * @param base before the first retry
 * @param throttledBase the same after {@link Outcome#THROTTLED}: who says that it has too much to do is given longer
 * @param cap the longest wait, before jitter
 * @param jitter how chance spreads it
 */
public record Backoff(Duration base, Duration throttledBase, Duration cap, Jitter jitter) {
    /** What each of its times may be. The cap is not below either base. */
    public static final Range<Duration> TIME = new Range<>(Duration.ZERO, Duration.ofDays(365));

    /** Retry at once. Only sane together with a budget. */
    public static final Backoff NONE = new Backoff(Duration.ZERO, Duration.ZERO, Duration.ZERO, Jitter.NONE);

    /** What the AWS SDKs do since 2026: 50 ms, 1 s after a throttle, at most 20 s, full jitter. */
    public static final Backoff STANDARD =
            new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(20), Jitter.FULL);

    /** Refuses times that are not in {@link #TIME}, and a cap below a base. */
    public Backoff {
        TIME.check("base", base);
        TIME.check("throttledBase", throttledBase);
        TIME.from(base.compareTo(throttledBase) >= 0 ? base : throttledBase).check("cap", cap);
    }

    /** Full jitter from {@code base} up to {@code cap}, throttled or not. */
    public static Backoff exponential(Duration base, Duration cap) {
        return new Backoff(base, base, cap, Jitter.FULL);
    }

    /** The same with another jitter. */
    public Backoff withJitter(Jitter other) {
        return new Backoff(base, throttledBase, cap, other);
    }

    /**
     * The wait in nanoseconds.
     *
     * @param retry 0 for the first one
     * @param outcome how the last attempt ended
     * @param previous the wait before, in nanoseconds; 0 at the first retry
     * @param random drawn from once, unless there is nothing to spread
     */
    public long nanos(int retry, Outcome outcome, long previous, RandomGenerator random) {
        Expected.atLeast("retry", retry, 0);
        long first = (outcome == Outcome.THROTTLED ? throttledBase : base).toNanos();
        if (first == 0 && jitter != Jitter.DECORRELATED) {
            return 0;
        }
        long most = cap.toNanos();
        double draw = jitter == Jitter.NONE ? 0 : random.nextDouble();
        return switch (jitter) {
            case NONE -> capped(first, retry, most);
            case FULL -> (long) (draw * capped(first, retry, most));
            case EQUAL -> {
                long backoff = capped(first, retry, most);
                long half = backoff / 2;
                yield half + (long) (draw * (backoff - half));
            }
            case DECORRELATED -> {
                double widest = Math.min(3.0 * Math.max(previous, first), Long.MAX_VALUE);
                yield Math.min(most, first + (long) (draw * (widest - first)));
            }
        };
    }

    /** {@code min(cap, first · 2^retry)} without overflow. */
    private static long capped(long first, int retry, long cap) {
        boolean fits = retry < Long.numberOfLeadingZeros(first) - 1;
        return fits ? Math.min(cap, first << retry) : cap;
    }

    /** Its times as they are written; {@code none} for {@link #NONE}. */
    @Override
    public String toString() {
        return equals(NONE)
                ? "none"
                : "[base=" + Shown.exact(base) + ", throttledBase=" + Shown.exact(throttledBase) + ", cap="
                        + Shown.exact(cap) + ", jitter=" + jitter + "]";
    }
}
