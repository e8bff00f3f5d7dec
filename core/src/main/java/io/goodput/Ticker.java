package io.goodput;

/**
 * A monotonic clock in nanoseconds.
 *
 * <p>Readings never decrease and lie between 0 and 2<sup>62</sup>: they count from an origin of the ticker's own, so
 * two readings of one ticker may be compared and subtracted without care for overflow, and readings of different
 * tickers have nothing to do with each other. Real time is {@link #system()}; tests and the lab bring their own.
 */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since this ticker's origin. */
    long nanos();

    /** The machine's monotonic clock ({@link System#nanoTime()}), counted from the start of the process. */
    static Ticker system() {
        return SystemTicker.INSTANCE;
    }
}
