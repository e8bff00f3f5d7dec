package io.goodput.meter;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import java.time.Duration;

/**
 * Little's law for one dependency: the number of calls that run at a time is the rate at which they come times the time
 * they take, L = λ · W, whatever their distributions.
 *
 * <p>Measures the one side by the time spent in all calls ({@link #concurrency}), the other by their rate and latency
 * ({@link #rate}, {@link #meanLatency}), and tells whether they agree. They do in a steady state. They do not while
 * calls pile up: those that have not ended have no latency yet, but they are there. So a dependency that hangs shows
 * here before any latency does.
 *
 * <p>Figures are those of the last one to two windows. Thread-safe, without locks and allocation but for the turn of a
 * window.
 */
public final class LittlesLaw {
    private static final double NANOS_PER_SECOND = 1e9;

    private volatile Settings settings;
    private final Activity activity;

    /**
     * Of a dependency that has not been called.
     *
     * @param now on the ticker that all other times are of
     */
    public LittlesLaw(Settings settings, long now) {
        this.settings = settings;
        this.activity = new Activity(settings.window().toNanos(), now);
    }

    /** A call begins. */
    public void began(long now) {
        activity.begin(0, now);
    }

    /**
     * A call ends, however it does.
     *
     * @param beganAt when it began, at most {@code now}
     * @throws IllegalStateException if none is running
     */
    public void ended(long beganAt, long now) {
        Instants.checkOrder("beganAt", beganAt, now);
        activity.end(now - beganAt, now);
    }

    /** Calls running now. */
    public int inFlight() {
        return activity.inside();
    }

    /** L: the average number of calls at a time, from the time spent in them, those that have not ended included. */
    public double concurrency(long now) {
        Activity.Recent span = activity.recent(now);
        return span.nanos() == 0 ? 0 : (double) span.inside() / span.nanos();
    }

    /** λ: calls that began, per second. */
    public double rate(long now) {
        Activity.Recent span = activity.recent(now);
        return span.nanos() == 0 ? 0 : span.begun() * NANOS_PER_SECOND / span.nanos();
    }

    /** W: the mean time that calls took, in nanoseconds, of those that ended; NaN if none did. */
    public double meanLatency(long now) {
        Activity.Recent span = activity.recent(now);
        return span.ended() == 0 ? Double.NaN : (double) span.lasted() / span.ended();
    }

    /** λ · W: {@link #rate} times {@link #meanLatency}; NaN if no call ended. */
    public double rateTimesLatency(long now) {
        return rateTimesLatency(activity.recent(now));
    }

    private static double rateTimesLatency(Activity.Recent span) {
        if (span.ended() == 0 || span.nanos() == 0) {
            return Double.NaN;
        }
        return (double) span.begun() / span.nanos() * span.lasted() / span.ended();
    }

    /**
     * True if both ways of measuring differ by no more than the {@code tolerance} of the larger. If not, the load or
     * the dependency is changing: where {@link #concurrency} is the larger, calls pile up. True also if there was no
     * call.
     */
    public boolean agrees(long now) {
        Activity.Recent span = activity.recent(now);
        if (span.inside() == 0 && span.ended() == 0) {
            return true;
        }
        double byTime = span.nanos() == 0 ? 0 : (double) span.inside() / span.nanos();
        double byRate = rateTimesLatency(span);
        return Math.abs(byTime - byRate) <= settings.tolerance() * Math.max(byTime, byRate);
    }

    /**
     * L at a given load: calls at a time.
     *
     * @param ratePerSecond >= 0
     * @param meanLatency >= 0
     */
    public static double concurrency(double ratePerSecond, Duration meanLatency) {
        if (!(ratePerSecond >= 0 && ratePerSecond < Double.POSITIVE_INFINITY)) {
            throw Expected.refused("ratePerSecond", ratePerSecond, ">= 0 and finite");
        }
        Expected.notNegative("meanLatency", meanLatency);
        return ratePerSecond * (meanLatency.getSeconds() + meanLatency.getNano() / NANOS_PER_SECOND);
    }

    /**
     * The size of a pool (threads, connections, a concurrency limit) that is busy to a given share at that load,
     * rounded up, at least 1.
     *
     * @param ratePerSecond >= 0; that of the peak, not of the day
     * @param meanLatency >= 0; that of the dependency on a bad day
     * @param utilisation above 0 and at most 1; at 1 there is no room for chance
     */
    public static int poolSize(double ratePerSecond, Duration meanLatency, double utilisation) {
        if (!(utilisation > 0 && utilisation <= 1)) {
            throw Expected.refused("utilisation", utilisation, "> 0 and <= 1");
        }
        double size = Math.ceil(concurrency(ratePerSecond, meanLatency) / utilisation);
        return (int) Math.clamp(size, 1, Integer.MAX_VALUE);
    }

    /** What it goes by now. */
    public Settings settings() {
        return settings;
    }

    /** Goes by other settings from now on; a window that has begun ends when it was to end. */
    public void change(Settings other) {
        settings = other;
        activity.change(other.window().toNanos());
    }

    @Override
    public String toString() {
        return "LittlesLaw[inFlight=" + inFlight() + ", " + Shown.settings(settings) + "]";
    }

    /**
     * How to look at it.
     *
     * @param window figures are of one to two of these; from 1 ms to 1 min. Many times as long as a call takes, as
     *     calls that lie across its ends count on one side only
     * @param tolerance by how much the two sides may differ, as a share of the larger, from 0 to 1
     */
    public record Settings(Duration window, double tolerance) {
        /** What a window may be. */
        public static final Range<Duration> WINDOW = Instants.WINDOW;

        /** 10 s, and 20 %. */
        public static final Settings STANDARD = new Settings(Duration.ofSeconds(10), 0.2);

        /** Refuses windows that are too short to say anything, and what is no share. */
        public Settings {
            WINDOW.check("window", window);
            Range.SHARE.check("tolerance", tolerance);
        }
    }
}
