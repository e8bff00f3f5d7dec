package io.goodput.meter;

import io.goodput.Range;
import io.goodput.bounds.Shown;
import java.time.Duration;

/**
 * Tells whether a lock, or anything else that serves one at a time, is near saturation: the share of time in which
 * somebody is inside. At 1 it is the bottleneck, and no number of threads or processors makes the service faster. Well
 * before that the wait grows: with random arrivals, ρ / (1 - ρ) times the time inside, so 4 times at 0.8.
 *
 * <pre>{@code
 * long asked = ticker.nanos();
 * lock.lock();
 * long entered = ticker.nanos();
 * section.entered(asked, entered);
 * try {
 *     ...
 * } finally {
 *     section.left(entered, ticker.nanos());
 *     lock.unlock();
 * }
 * }</pre>
 *
 * <p>Figures are those of the last one to two windows, and count who is still inside: a lock that is never given back
 * is seen. Thread-safe, without locks and allocation but for the turn of a window. Times are rounded to the
 * microsecond, so one short section may count as none or as two of them; the sum of many is right.
 */
public final class CriticalSection {
    private volatile Settings settings;
    private final Activity activity;

    /**
     * An empty section.
     *
     * @param now on the ticker that all other times are of
     */
    public CriticalSection(Settings settings, long now) {
        this.settings = settings;
        this.activity = new Activity(settings.window().toNanos(), now);
    }

    /**
     * Somebody is inside.
     *
     * @param askedAt when it began to wait for that, at most {@code now}
     */
    public void entered(long askedAt, long now) {
        Instants.checkOrder("askedAt", askedAt, now);
        activity.begin(now - askedAt, now);
    }

    /** Somebody is inside who did not have to wait. */
    public void entered(long now) {
        activity.begin(0, now);
    }

    /**
     * It is not any more.
     *
     * @param enteredAt when it came in, at most {@code now}
     * @throws IllegalStateException if nobody is inside
     */
    public void left(long enteredAt, long now) {
        Instants.checkOrder("enteredAt", enteredAt, now);
        activity.end(now - enteredAt, now);
    }

    /** Time inside per time. From 0 to 1 if there is never more than one inside; 0 at the very beginning. */
    public double utilisation(long now) {
        Activity.Recent span = activity.recent(now);
        return span.nanos() == 0 ? 0 : (double) span.inside() / span.nanos();
    }

    /**
     * Of the time that was spent on the section, waiting and inside, the share spent waiting, from 0 to 1. Waits count
     * when they are over.
     */
    public double waitingShare(long now) {
        Activity.Recent span = activity.recent(now);
        long spent = span.waited() + span.inside();
        return spent == 0 ? 0 : (double) span.waited() / spent;
    }

    /** True if the utilisation is at or above the settings' {@code saturation}. */
    public boolean isNearSaturation(long now) {
        return utilisation(now) >= settings.saturation();
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
        return "CriticalSection[inside=" + activity.inside() + ", " + Shown.settings(settings) + "]";
    }

    /**
     * How to look at it.
     *
     * @param window figures are of one to two of these; from 1 ms to 1 min
     * @param saturation the utilisation to warn at, from 0.0001 % to 1
     */
    public record Settings(Duration window, double saturation) {
        /** What a window may be. */
        public static final Range<Duration> WINDOW = Instants.WINDOW;

        /** What utilisation may be warned at; none is below the least. */
        public static final Range<Double> SATURATION = new Range<>(1e-6, 1.0);

        /** 10 s, and a warning at 0.8, where the wait is four times the work. */
        public static final Settings STANDARD = new Settings(Duration.ofSeconds(10), 0.8);

        /** Refuses windows that are too short to say anything, and what is no share. */
        public Settings {
            WINDOW.check("window", window);
            SATURATION.check("saturation", saturation);
        }
    }
}
