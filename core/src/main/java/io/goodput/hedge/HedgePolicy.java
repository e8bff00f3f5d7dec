package io.goodput.hedge;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Shown;
import io.goodput.budget.TokenBucket;
import io.goodput.latency.Latencies;
import io.goodput.latency.LatencyDistribution;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether, and when, to send a second request though the first one may still be answered: whichever answers first wins,
 * and the other is cancelled. Only for calls that may be done twice.
 *
 * <p>The delay is a percentile of what attempts have taken in the last 30 s, read anew every 3 s (as in Finagle's
 * {@code BackupRequestFilter}). Hedges are bounded by a token bucket: every call puts in a share of a token, a hedge
 * takes one, and there is no floor. So hedges are never more than the bucket holds at once and that share of the calls
 * since, whatever the delay: when a dependency slows down and every call wants a hedge, that is what keeps hedges from
 * being the rest of it. An empty bucket only means that no further hedge is sent; it says nothing to those under way.
 *
 * <p>A cancelled attempt has no latency, yet it took at least as long as it was waited for. Told so
 * ({@link #abandoned}), the policy reckons with it. Left out, the very attempts that were slow enough to be hedged
 * would be missing: the percentile and with it the delay would shrink, more would be hedged, and more would be missing.
 *
 * <p>Belongs to one dependency. Any number of threads may use it; telling it something allocates nothing.
 */
public final class HedgePolicy {
    /** How long a latency counts. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private static final long REFRESH = Duration.ofSeconds(3).toNanos();

    private final LatencyDistribution answered;
    private final LatencyDistribution unfinished;
    private final ReentrantLock changing = new ReentrantLock();

    private volatile Settings settings;
    private final TokenBucket budget;
    private volatile long deposit;
    private volatile HedgeTiming timing = HedgeTiming.NOT_YET;
    private volatile long refreshAt;

    /** A policy that has seen nothing, with a full budget. */
    public HedgePolicy(Settings settings) {
        this.answered = new LatencyDistribution(WINDOW);
        this.unfinished = new LatencyDistribution(WINDOW);
        this.settings = settings;
        this.budget = new TokenBucket(settings.capacity());
        this.deposit = TokenBucket.micro(settings.share());
    }

    private HedgePolicy(HedgePolicy other, Settings settings) {
        this.answered = other.answered;
        this.unfinished = other.unfinished;
        this.settings = settings;
        this.budget = other.budget;
        this.deposit = TokenBucket.micro(settings.share());
    }

    /** {@link Settings#STANDARD}. */
    public static HedgePolicy standard() {
        return new HedgePolicy(Settings.STANDARD);
    }

    /**
     * How long after the beginning of an attempt to send the hedge.
     *
     * @param now the ticker's reading
     */
    public HedgeTiming timing(long now) {
        if (now >= refreshAt && changing.tryLock()) {
            try {
                timing = timingBy(settings.delay(), now);
                refreshAt = now + REFRESH;
            } finally {
                changing.unlock();
            }
        }
        return timing;
    }

    private HedgeTiming timingBy(HedgeDelay by, long now) {
        return switch (by) {
            case HedgeDelay.Fixed fixed -> new HedgeTiming.After(fixed.delay().toNanos());
            case HedgeDelay.Percentile wanted -> {
                Latencies known = answered.snapshot(now);
                yield known.count() < wanted.samples()
                        ? HedgeTiming.NOT_YET
                        : new HedgeTiming.After(Math.max(
                                wanted.least().toNanos(),
                                known.percentile(wanted.percentile(), unfinished.snapshot(now))));
            }
        };
    }

    /** A call began, whether or not it will be hedged: it pays its share into the budget. */
    public void callBegan() {
        budget.putBack(deposit);
    }

    /** Takes what a hedge costs, or answers false: then there is no hedge now, and all else goes on. */
    public boolean tryTake() {
        return budget.tryTake(TokenBucket.TOKEN);
    }

    /** A hedge was decided and then not sent. */
    public void putBack() {
        budget.putBack(TokenBucket.TOKEN);
    }

    /**
     * An attempt ended by itself, be it a hedge or not.
     *
     * @param outcome a success is an answer; a time-out took at least so long; anything else says nothing about how
     *     long answers take
     * @param latencyNanos since the attempt itself began, >= 0
     * @param now the ticker's reading
     */
    public void attemptEnded(Outcome outcome, long latencyNanos, long now) {
        switch (outcome) {
            case SUCCESS -> answered.record(latencyNanos, now);
            case TIMEOUT -> abandoned(latencyNanos, now);
            case TRANSIENT_FAILURE, THROTTLED, PERMANENT_FAILURE, NOT_PROCESSED, DROPPED, CANCELLED -> {}
        }
    }

    /**
     * An attempt was cancelled because another one had answered.
     *
     * @param latencyNanosSoFar since that attempt itself began, >= 0
     * @param now the ticker's reading
     */
    public void abandoned(long latencyNanosSoFar, long now) {
        unfinished.record(latencyNanosSoFar, now);
    }

    /** Hedges that one attempt may have. */
    public int maxHedges() {
        return settings.maxHedges();
    }

    /** Microtokens in the budget now; a million are a token, which a hedge takes. */
    public long available() {
        return budget.available();
    }

    /** What it goes by now. */
    public Settings settings() {
        return settings;
    }

    /**
     * Goes by other settings from now on. What was learnt stays, and what is in the budget too, as far as the new one
     * can hold it.
     */
    public void change(Settings other) {
        changing.lock();
        try {
            budget.change(other.capacity());
            deposit = TokenBucket.micro(other.share());
            settings = other;
            refreshAt = 0;
        } finally {
            changing.unlock();
        }
    }

    /**
     * One that goes by other settings, with what this one has learnt and its budget, which holds as much as those say
     * from now on. Calls that go by this one keep its delay and its number of hedges to their end.
     */
    public HedgePolicy changed(Settings other) {
        budget.change(other.capacity());
        return new HedgePolicy(this, other);
    }

    @Override
    public String toString() {
        return "HedgePolicy[budget=" + budget + ", " + Shown.settings(settings) + "]";
    }

    /**
     * How much to hedge.
     *
     * @param share tokens that a call pays in: hedges for each call in the long run, 0 to 1
     * @param capacity tokens that the budget holds, and starts with: hedges that may be sent at once, 1 to 1,000,000
     * @param delay when a hedge is sent
     * @param maxHedges of one attempt, 1 to 10
     */
    public record Settings(double share, double capacity, HedgeDelay delay, int maxHedges) {
        /** How many tokens the budget may hold. */
        public static final Range<Double> CAPACITY = new Range<>(1.0, 1e6);

        /** How many hedges one attempt may have. */
        public static final Range<Integer> MAX_HEDGES = new Range<>(1, 10);

        /** One hedge at p95, for at most 5 % of the calls and 10 at once. */
        public static final Settings STANDARD = new Settings(0.05, 10, HedgeDelay.STANDARD, 1);

        /** Refuses what is out of bounds. */
        public Settings {
            Range.SHARE.check("share", share);
            CAPACITY.check("capacity", capacity);
            MAX_HEDGES.check("maxHedges", maxHedges);
        }

        /** The same with another share. */
        public Settings withShare(double other) {
            return new Settings(other, capacity, delay, maxHedges);
        }

        /** The same with another capacity. */
        public Settings withCapacity(double other) {
            return new Settings(share, other, delay, maxHedges);
        }

        /** The same with another delay. */
        public Settings withDelay(HedgeDelay other) {
            return new Settings(share, capacity, other, maxHedges);
        }

        /** The same with another number of hedges. */
        public Settings withMaxHedges(int other) {
            return new Settings(share, capacity, delay, other);
        }
    }
}
