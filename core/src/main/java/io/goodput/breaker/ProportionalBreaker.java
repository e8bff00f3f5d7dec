package io.goodput.breaker;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Lets a share of the calls through, and moves it as TCP moves its window: additive increase, multiplicative decrease.
 *
 * <p>The share starts at 1. At the end of each window, if the share of failures in it is above the threshold, the share
 * admitted is multiplied by {@code decrease} (0.5); if not, {@code increase} (0.1) is added. A dependency that fails
 * altogether is thus sent next to nothing after seven windows, one that fails because it has too much to do is sent
 * about what it can do, and one that fails now and then, below the threshold, is sent everything. A breaker that is on
 * or off knows only all or nothing.
 *
 * <p>A window begins when a call ends. It lasts at least its time, and until enough calls have ended in it:
 * {@code minCalls}, times the share admitted, and at least 1. After a decrease, calls that started before it count no
 * more: their failure was answered.
 *
 * <p>It is never lowered below the share of calls that succeed: a dependency that fails six calls in ten, whatever it
 * is sent, is still sent four in ten. And it never closes for good: {@code minAdmitted} is let through whatever
 * happens, and at least one call every {@code probeEvery}, if there are any.
 */
public final class ProportionalBreaker implements Breaker {
    private final AtomicLong lastProbe = new AtomicLong();
    private final @Nullable Object key;
    private final Listeners<BreakerEvent> listeners;
    private final BreakerCounts counts;

    private volatile Settings settings;
    private volatile double admitted = 1;
    private volatile Window window = new Window(0, 0);

    /** Lets everything through. */
    public ProportionalBreaker(Settings settings) {
        this(settings, null, new Listeners<>(), null);
    }

    /** One of several, who share their listeners and are counted together. */
    ProportionalBreaker(
            Settings settings, @Nullable Object key, Listeners<BreakerEvent> listeners, @Nullable BreakerCounts all) {
        this.settings = settings;
        this.key = key;
        this.listeners = listeners;
        this.counts = new BreakerCounts(all);
    }

    @Override
    public boolean tryPass(long now, RandomGenerator random) {
        double share = admitted;
        if (share >= 1 || random.nextDouble() < share || tryProbe(now)) {
            return true;
        }
        counts.dropped();
        return false;
    }

    private boolean tryProbe(long now) {
        long last = lastProbe.get();
        return now - last >= settings.probeNanos() && lastProbe.compareAndSet(last, now);
    }

    @Override
    public void ended(Outcome outcome, long startedAt, long now) {
        Window current = window;
        boolean failed = settings.failures().contains(outcome.kind());
        if (failed) {
            counts.failed();
        }
        if (!Breaker.tells(outcome) || startedAt < current.countedSince) {
            return;
        }
        long counted = current.count(failed);
        if (Window.calls(counted) == 1) {
            current.end = Math.max(now, current.began) + settings.windowNanos();
        } else if (now >= current.end && isEnough(counted)) {
            end(current, now);
        }
    }

    private boolean isEnough(long counted) {
        return Window.calls(counted) >= Math.max(1, settings.minCalls() * admitted);
    }

    private synchronized void end(Window over, long now) {
        // Another thread may have been here first.
        if (window != over) {
            return;
        }
        double failing = over.failing();
        boolean bad = failing > settings.threshold();
        // Before the share: whoever sees that also sees that earlier calls count no more.
        window = new Window(now, bad ? now : over.countedSince);
        double before = admitted;
        double after = bad ? lowered(failing) : Math.min(1, before + settings.increase());
        admitted = after;
        if (after < before) {
            counts.lowered();
        } else if (after > before) {
            counts.raised();
        }
        if (after != before && listeners.any()) {
            listeners.tell(new BreakerEvent.ShareChanged(key, before, after, failing, now));
        }
    }

    private double lowered(double failing) {
        double least = Math.max(settings.minAdmitted(), 1 - failing);
        return Math.min(admitted, Math.max(least, admitted * settings.decrease()));
    }

    @Override
    public double admitted() {
        return admitted;
    }

    @Override
    public long dropped() {
        return counts.allDropped();
    }

    @Override
    public BreakerSnapshot snapshot() {
        return counts.snapshot(1, admitted() < 1 ? 1 : 0);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    /** Decides so from now on; the share admitted and what was counted stay. */
    public void change(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Subscription listen(Consumer<? super BreakerEvent> listener) {
        return listeners.add(listener);
    }

    @Override
    public String toString() {
        return "ProportionalBreaker[admitted=" + admitted + ", dropped=" + dropped() + ", " + Shown.settings(settings)
                + "]";
    }

    /**
     * What ended in one window; thrown away with it, so that a thread that comes late, with a call that a decrease has
     * answered, counts it where it does no harm.
     */
    private static final class Window {
        /** Counts are packed in one long: calls above, those that failed below. */
        private static final long CALL = 1L << 32;

        private final AtomicLong counts = new AtomicLong();
        private final long began;

        /** Calls that started before are not counted. */
        private final long countedSince;

        /** Never, until the first call of the window has ended. */
        private volatile long end = Long.MAX_VALUE;

        Window(long began, long countedSince) {
            this.began = began;
            this.countedSince = countedSince;
        }

        long count(boolean failed) {
            return counts.addAndGet(failed ? CALL + 1 : CALL);
        }

        static long calls(long counted) {
            return counted >>> 32;
        }

        double failing() {
            long counted = counts.get();
            return (double) (counted & (CALL - 1)) / calls(counted);
        }
    }

    /**
     * All shares are from 0.0001 % to 1.
     *
     * @param threshold the share of failures above which less is let through; below 1
     * @param window what is decided is decided once in this time; 1 ms to 1 day
     * @param minCalls no decision on fewer calls, while everything is let through; 1 to 1,000,000
     * @param decrease the share admitted is multiplied by it, below 1
     * @param increase is added to the share admitted
     * @param minAdmitted the share admitted never goes below it
     * @param probeEvery a call is let through at least so often; 1 ms to 1 day
     * @param failures what counts as bad; see {@link Breaker#ended}
     */
    public record Settings(
            double threshold,
            Duration window,
            int minCalls,
            double decrease,
            double increase,
            double minAdmitted,
            Duration probeEvery,
            Set<Outcome> failures)
            implements Breaker.Settings {
        /** What the threshold and the decrease may be: with all of it, neither would ever act. */
        public static final Range<Double> BELOW_ONE = SHARE.to(1 - SHARE.least());

        /** How many calls may be needed to decide on. */
        public static final Range<Integer> MIN_CALLS = new Range<>(1, 1_000_000);

        /** Above 50 % of at least 20 calls in 1 s: halved; else 10 % more. At least 1 % and one call a second. */
        public static final Settings STANDARD =
                new Settings(0.5, Duration.ofSeconds(1), 20, 0.5, 0.1, 0.01, Duration.ofSeconds(1), Breaker.FAILURES);

        /** Refuses what would never act, or never let anything through again. */
        public Settings {
            BELOW_ONE.check("threshold", threshold);
            TIME.check("window", window);
            MIN_CALLS.check("minCalls", minCalls);
            BELOW_ONE.check("decrease", decrease);
            SHARE.check("increase", increase);
            SHARE.check("minAdmitted", minAdmitted);
            TIME.check("probeEvery", probeEvery);
            failures = Expected.someOf("failures", failures, POSSIBLE_FAILURES);
        }

        /** The same with another threshold. */
        public Settings withThreshold(double other) {
            return new Settings(other, window, minCalls, decrease, increase, minAdmitted, probeEvery, failures);
        }

        /** The same with another window. */
        public Settings withWindow(Duration other) {
            return new Settings(threshold, other, minCalls, decrease, increase, minAdmitted, probeEvery, failures);
        }

        /** The same with another number of calls to decide on. */
        public Settings withMinCalls(int other) {
            return new Settings(threshold, window, other, decrease, increase, minAdmitted, probeEvery, failures);
        }

        /** The same with other steps down and up. */
        public Settings withSteps(double otherDecrease, double otherIncrease) {
            return new Settings(
                    threshold, window, minCalls, otherDecrease, otherIncrease, minAdmitted, probeEvery, failures);
        }

        /** The same with another trickle for probing. */
        public Settings withProbes(double otherMinAdmitted, Duration otherProbeEvery) {
            return new Settings(
                    threshold, window, minCalls, decrease, increase, otherMinAdmitted, otherProbeEvery, failures);
        }

        /** The same with other failures. */
        public Settings withFailures(Set<Outcome> other) {
            return new Settings(threshold, window, minCalls, decrease, increase, minAdmitted, probeEvery, other);
        }

        private long windowNanos() {
            return window.toNanos();
        }

        private long probeNanos() {
            return probeEvery.toNanos();
        }
    }
}
