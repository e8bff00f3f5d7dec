package io.goodput;

import io.goodput.bounds.Shown;
import java.time.Duration;

/**
 * The instant after which an answer is of no use, on one ticker's time line.
 *
 * <p>It never leaves the process: what travels between processes is the {@linkplain #remaining(long) remaining} time,
 * so that clocks need not agree.
 *
 * @param nanos the instant, as a {@link Ticker} reads it; {@link Long#MAX_VALUE} for never
 */
public record Deadline(long nanos) {
    /** No deadline. */
    public static final Deadline NONE = new Deadline(Long.MAX_VALUE);

    /** The given time from now; one too long to be counted is {@link #NONE}, a negative one is over. */
    public static Deadline after(Duration time, Ticker ticker) {
        return new Deadline(Nanos.plus(ticker.nanos(), time.isNegative() ? 0 : Nanos.of(time)));
    }

    /** Nanoseconds left: 0 once the deadline has passed, {@link Long#MAX_VALUE} where there is none. */
    public long remaining(long now) {
        return nanos == Long.MAX_VALUE ? nanos : Math.max(0, nanos - now);
    }

    /** True from the instant itself on. */
    public boolean hasPassed(long now) {
        return now >= nanos;
    }

    /** Whichever comes first. A call within a call can only shorten its time. */
    public Deadline earlier(Deadline other) {
        return nanos <= other.nanos ? this : other;
    }

    /** {@code none}, or what the ticker reads then: {@code 12.5s}. */
    @Override
    public String toString() {
        return nanos == Long.MAX_VALUE ? "none" : Shown.exact(Duration.ofNanos(nanos));
    }
}
