package io.goodput.limit;

import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Keeps requests from a backend that refuses them, as refusing costs it too. Google's adaptive throttling ("Handling
 * Overload", SRE book): a request is dropped with probability
 *
 * <pre>{@code max(0, (requests - K * accepts) / (requests + 1))}</pre>
 *
 * <p>over the last two minutes. {@code requests} are those that callers made, the dropped ones among them;
 * {@code accepts} those that the backend did not refuse. With K = 2 a backend is sent at most about twice what it
 * accepts, and nothing is dropped while it accepts half.
 *
 * <p>A request counts before it is sent, so that those that hang are seen; but it is given some time to be answered in
 * ({@link Settings#patience}), or the first requests of a client, none of which is answered yet, would be dropped. The
 * window must be longer than the longest request, or the answer comes when the request has been forgotten.
 *
 * <p>Each criticality has counters of its own. A backend that refuses the less critical first, as it should, thereby
 * has them throttled first.
 *
 * <p>Thread-safe; takes no lock but once in a fortieth of the window, and allocates nothing.
 */
public final class ClientThrottle {
    private final RecentRequests[] recent = new RecentRequests[Criticality.values().length];
    private final LongAdder dropped = new LongAdder();
    private volatile Settings settings;

    /** One that has seen nothing yet. */
    public ClientThrottle(Settings settings) {
        this.settings = settings;
        for (int i = 0; i < recent.length; i++) {
            recent[i] = new RecentRequests();
        }
    }

    /** The same as {@link #tryPass(long, Criticality, RandomGenerator)} for {@link Criticality#CRITICAL}. */
    public boolean tryPass(long now, RandomGenerator random) {
        return tryPass(now, Criticality.CRITICAL, random);
    }

    /**
     * Whether to send a request now. A yes is a promise to report its end; a no is counted in {@link #dropped}.
     *
     * @param now the ticker's reading
     * @param random drawn from only while something is dropped
     */
    public boolean tryPass(long now, Criticality criticality, RandomGenerator random) {
        RecentRequests of = of(criticality);
        double share = dropShare(of, now);
        of.sent();
        if (share <= 0 || random.nextDouble() >= share) {
            return true;
        }
        of.refused();
        dropped.increment();
        return false;
    }

    /** The same as {@link #ended(Outcome, Criticality, long)} for {@link Criticality#CRITICAL}. */
    public void ended(Outcome outcome, long now) {
        ended(outcome, Criticality.CRITICAL, now);
    }

    /**
     * A request that was let through has ended. Told once for each.
     *
     * <p>The {@linkplain Settings#rejections() rejections} of the settings were refused by the backend; every other
     * answer, an error among them, was accepted. {@link Outcome#CANCELLED} and {@link Outcome#DROPPED} are taken back
     * out, as if they had never been: they were neither refused nor accepted.
     *
     * @param criticality that it was sent with
     * @param now the ticker's reading
     */
    public void ended(Outcome outcome, Criticality criticality, long now) {
        RecentRequests of = of(criticality);
        Settings current = settings;
        of.advance(now, current.sliceNanos(), current.youngSlices());
        if (outcome == Outcome.CANCELLED || outcome == Outcome.DROPPED) {
            of.takenBack();
        } else if (current.rejections().contains(outcome.kind())) {
            of.refused();
        } else {
            of.accepted();
        }
    }

    /** The share of {@link Criticality#CRITICAL} requests that is dropped now, from 0 to 1. */
    public double dropShare(long now) {
        return dropShare(Criticality.CRITICAL, now);
    }

    /** The share of such requests that is dropped now, from 0 to 1. */
    public double dropShare(Criticality criticality, long now) {
        return dropShare(of(criticality), now);
    }

    private double dropShare(RecentRequests of, long now) {
        Settings current = settings;
        of.advance(now, current.sliceNanos(), current.youngSlices());
        long requests = of.requests();
        if (requests < current.minRequests()) {
            return 0;
        }
        double excess = requests - current.multiplier() * of.acceptedRequests();
        return Math.clamp(excess / (requests + 1.0), 0, current.maxDropShare());
    }

    private RecentRequests of(Criticality criticality) {
        return recent[
                switch (criticality) {
                    case CRITICAL_PLUS -> 0;
                    case CRITICAL -> 1;
                    case SHEDDABLE_PLUS -> 2;
                    case SHEDDABLE -> 3;
                }];
    }

    /** How many requests were not let through. */
    public long dropped() {
        return dropped.sum();
    }

    /** What it has seen. Takes no lock. */
    public ThrottleSnapshot snapshot() {
        var accepted = new EnumMap<Criticality, Long>(Criticality.class);
        var refused = new EnumMap<Criticality, Long>(Criticality.class);
        for (Criticality each : Criticality.values()) {
            accepted.put(each, of(each).acceptedSoFar());
            refused.put(each, of(each).refusedSoFar());
        }
        return new ThrottleSnapshot(accepted, refused, dropped());
    }

    /** How it decides now. */
    public Settings settings() {
        return settings;
    }

    /** Decides so from now on. What was counted stays, and leaves at the pace of the new window. */
    public void change(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String toString() {
        return "ClientThrottle[dropped=" + dropped() + ", " + Shown.settings(settings) + "]";
    }

    /**
     * How it decides.
     *
     * @param multiplier K: a backend is sent up to so many times what it accepts; 1 to 100
     * @param window what is older is forgotten; longer than the longest request; 1 s to 1 hour
     * @param patience a request counts when it has been answered, or is so old; longer than most requests take; 0 to
     *     half the window, rounded up to fortieths of it
     * @param maxDropShare no more is dropped, so that recovery is seen; 0 to 1. The formula alone never drops all
     * @param minPerSecond nothing is dropped at fewer requests than this, on average over the window; 0 to 1,000,000
     * @param rejections what counts as refused: {@link Outcome#THROTTLED}, and perhaps {@link Outcome#TIMEOUT} and
     *     {@link Outcome#TRANSIENT_FAILURE} for a backend that shows in this way that it has too much to do
     */
    public record Settings(
            double multiplier,
            Duration window,
            Duration patience,
            double maxDropShare,
            double minPerSecond,
            Set<Outcome> rejections) {
        private static final double NANOS_PER_SECOND = 1e9;

        /** What the multiplier may be. */
        public static final Range<Double> MULTIPLIER = new Range<>(1.0, 100.0);

        /** What the window may be. */
        public static final Range<Duration> WINDOW = new Range<>(Duration.ofSeconds(1), Duration.ofHours(1));

        /** What the rate may be below which nothing is dropped. */
        public static final Range<Double> MIN_PER_SECOND = new Range<>(0.0, 1e6);

        /** What can count as refused. */
        public static final List<Outcome> POSSIBLE_REJECTIONS =
                List.of(Outcome.THROTTLED, Outcome.TIMEOUT, Outcome.TRANSIENT_FAILURE);

        /**
         * K = 2 over 2 minutes as in the SRE book, 10 s to be answered in; nothing below 5 a second, as Finagle's nack
         * filter; at most 90 % dropped.
         */
        public static final Settings STANDARD =
                new Settings(2, Duration.ofMinutes(2), Duration.ofSeconds(10), 0.9, 5, EnumSet.of(Outcome.THROTTLED));

        /** Refuses what is not a share, a window or a rejection. */
        public Settings {
            MULTIPLIER.check("multiplier", multiplier);
            WINDOW.check("window", window);
            patienceWithin(window).check("patience", patience);
            Range.SHARE.check("maxDropShare", maxDropShare);
            MIN_PER_SECOND.check("minPerSecond", minPerSecond);
            rejections = Expected.someOf("rejections", rejections, POSSIBLE_REJECTIONS);
        }

        /** What the patience may be: half the window. */
        public static Range<Duration> patienceWithin(Duration window) {
            return new Range<>(Duration.ZERO, window.dividedBy(2));
        }

        /** The same with another K. */
        public Settings withMultiplier(double other) {
            return new Settings(other, window, patience, maxDropShare, minPerSecond, rejections);
        }

        /** The same with another window, and time to be answered in. */
        public Settings withWindow(Duration otherWindow, Duration otherPatience) {
            return new Settings(multiplier, otherWindow, otherPatience, maxDropShare, minPerSecond, rejections);
        }

        /** The same with another most. */
        public Settings withMaxDropShare(double other) {
            return new Settings(multiplier, window, patience, other, minPerSecond, rejections);
        }

        /** The same, idle below another rate. */
        public Settings withMinPerSecond(double other) {
            return new Settings(multiplier, window, patience, maxDropShare, other, rejections);
        }

        /** The same with other rejections. */
        public Settings withRejections(Set<Outcome> other) {
            return new Settings(multiplier, window, patience, maxDropShare, minPerSecond, other);
        }

        private long sliceNanos() {
            return window.toNanos() / RecentRequests.SLICES;
        }

        /** Besides the current one. */
        private int youngSlices() {
            return (int) Math.ceilDiv(patience.toNanos(), sliceNanos());
        }

        private double minRequests() {
            return minPerSecond * window.toNanos() / NANOS_PER_SECOND;
        }
    }
}
