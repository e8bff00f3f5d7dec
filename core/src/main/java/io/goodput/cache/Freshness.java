package io.goodput.cache;

import io.goodput.Range;
import io.goodput.bounds.Shown;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * How long a cached value is served, when it is loaded anew, and what is served while that fails.
 *
 * <p>By the age of the value, counted from when it came:
 *
 * <ul>
 *   <li>below the soft TTL {@link CacheDecision#FRESH}; close to its end, by chance,
 *       {@link CacheDecision#REFRESH_BEHIND};
 *   <li>from the soft TTL to the hard TTL {@link CacheDecision#REFRESH_BEHIND}: nobody waits for a load;
 *   <li>from the hard TTL on {@link CacheDecision#MUST_LOAD}.
 * </ul>
 *
 * <p>After a failed load there is no other until {@link CacheEntry#nextRetryAt()}: until then
 * {@link CacheDecision#SERVE_STALE}, and past the hard TTL, or where there never was a value,
 * {@link CacheDecision#GONE}. So a dependency that is down gets one load per key and wait, and not one for each
 * request, whether or not there is something to serve meanwhile.
 *
 * <p>A negative value (the dependency said that there is no such thing) is served for the negative TTL and never after:
 * what has come into being meanwhile would stay hidden for as long as the dependency fails.
 *
 * <p>{@code REFRESH_BEHIND} and {@code MUST_LOAD} are answered to everybody who asks until a load has ended. A
 * {@link Coalescer} picks the one who loads.
 *
 * <p>Thread-safe. A decision allocates nothing.
 */
public final class Freshness {
    /** {@code exp(-40)} is 4·10⁻¹⁸: an early refresh further ahead than that is not drawn for. */
    private static final double MOST_DRAWN = 40;

    private final LongAdder refreshBehind = new LongAdder();
    private final LongAdder mustLoad = new LongAdder();
    private final LongAdder servedStale = new LongAdder();
    private final LongAdder gone = new LongAdder();
    private final LongAdder loaded = new LongAdder();
    private final LongAdder loadedNegative = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile Settings settings;

    /** A policy of these settings. */
    public Freshness(Settings settings) {
        this.settings = settings;
    }

    /**
     * What to do with an entry.
     *
     * @param entry the store's, or {@link CacheEntry#ABSENT}
     * @param now not before {@link CacheEntry#loadedAt()}
     * @param random drawn from once where an early refresh is possible, and else not
     */
    public CacheDecision decide(CacheEntry entry, long now, RandomGenerator random) {
        CacheDecision decision = decision(entry, now, random);
        if (decision != CacheDecision.FRESH) {
            count(decision);
        }
        return decision;
    }

    private void count(CacheDecision decision) {
        switch (decision) {
            case FRESH -> {}
            case REFRESH_BEHIND -> refreshBehind.increment();
            case MUST_LOAD -> mustLoad.increment();
            case SERVE_STALE -> servedStale.increment();
            case GONE -> gone.increment();
        }
    }

    private CacheDecision decision(CacheEntry entry, long now, RandomGenerator random) {
        Settings current = settings;
        long age = now - entry.loadedAt();
        boolean mayLoad = entry.failures() == 0 || now >= entry.nextRetryAt();
        long due = current.dueNanos(entry);
        if (!entry.present() || age >= (entry.negative() ? due : current.hard().toNanos())) {
            return mayLoad ? CacheDecision.MUST_LOAD : CacheDecision.GONE;
        }
        long left = due - age;
        if (left <= 0) {
            return mayLoad ? CacheDecision.REFRESH_BEHIND : CacheDecision.SERVE_STALE;
        }
        return mayLoad && early(current.early(), entry, left, random)
                ? CacheDecision.REFRESH_BEHIND
                : CacheDecision.FRESH;
    }

    /**
     * XFetch: {@code took · beta · -ln(U) >= time left}. The longer a load takes and the nearer the end, the likelier;
     * many who ask do the drawing of one, so that a busy key is loaded anew just before its time.
     */
    private static boolean early(double beta, CacheEntry entry, long left, RandomGenerator random) {
        double scale = beta * entry.took();
        return !entry.negative() && left <= MOST_DRAWN * scale && scale * random.nextExponential() >= left;
    }

    /**
     * A load has ended with a value, or with the answer that there is none.
     *
     * @param now when it ended
     * @param took how long it lasted, in nanoseconds
     * @param negative whether the answer is that there is no such thing
     * @param random drawn from once, for the jitter of the TTL
     * @return the key's entry from now on
     */
    public CacheEntry loaded(long now, long took, boolean negative, RandomGenerator random) {
        (negative ? loadedNegative : loaded).increment();
        return new CacheEntry(true, negative, now, took, random.nextDouble(), 0, 0);
    }

    /**
     * A load has failed: the dependency gave no answer, which is not the answer that there is no such thing.
     *
     * @param entry what was known before, or {@link CacheEntry#ABSENT}
     * @param now when it failed
     * @param random drawn from once, for the jitter of the wait
     * @return the key's entry from now on
     */
    public CacheEntry failed(CacheEntry entry, long now, RandomGenerator random) {
        failed.increment();
        return entry.failed(now + settings.retries().nanos(entry.failures(), random.nextDouble()));
    }

    /** What it has decided. Takes no lock. */
    public FreshnessSnapshot snapshot() {
        return new FreshnessSnapshot(
                refreshBehind.sum(),
                mustLoad.sum(),
                servedStale.sum(),
                gone.sum(),
                loaded.sum(),
                loadedNegative.sum(),
                failed.sum());
    }

    /** The settings in force. */
    public Settings settings() {
        return settings;
    }

    /** Other settings, from now on and for the entries that are already there; waits that began keep their end. */
    public void change(Settings other) {
        settings = other;
    }

    @Override
    public String toString() {
        Settings current = settings;
        return "fresh for " + Shown.exact(current.soft()) + ", served for " + Shown.exact(current.hard());
    }

    /**
     * Times to live, all at most 365 days.
     *
     * @param soft from this age on a value is loaded anew behind the back of those it is served to; 0 for always
     * @param hard from this age on it is not served any more, whatever happens; {@code >= soft}
     * @param negative how long it is believed that there is no such thing; 0 for not at all
     * @param jitter the share by which chance shortens an entry's soft TTL (and a negative one's TTL), once for each
     *     load: {@code ttl · (1 - jitter · U)}. It keeps a fleet's entries, or those of one process, from expiring
     *     together. The hard TTL is a promise and has none.
     * @param early XFetch's beta: 1 is its published optimum, more refreshes earlier, 0 turns early refresh off
     * @param retries how long a failed load is left alone
     */
    public record Settings(
            Duration soft, Duration hard, Duration negative, double jitter, double early, Retries retries) {
        /** What its times may be. The hard TTL is not below the soft one. */
        public static final Range<Duration> TIME = new Range<>(Duration.ZERO, Duration.ofDays(365));

        /** What XFetch's beta may be. */
        public static final Range<Double> EARLY = new Range<>(0.0, 1_000.0);

        /**
         * Soft 1 min, hard 1 h, negative 5 s, jitter 0.1, early refresh with beta 1, {@link Retries#STANDARD}. The
         * article names no figures: the right TTLs are those that the use of the data can bear.
         */
        public static final Settings STANDARD = new Settings(
                Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(5), 0.1, 1, Retries.STANDARD);

        /** Refuses negative and endless times, a hard TTL below the soft one, and shares that are none. */
        public Settings {
            TIME.check("soft", soft);
            TIME.from(soft).check("hard", hard);
            TIME.check("negative", negative);
            Range.SHARE.check("jitter", jitter);
            EARLY.check("early", early);
        }

        /** The same with other times to live. */
        public Settings withTtl(Duration otherSoft, Duration otherHard) {
            return new Settings(otherSoft, otherHard, negative, jitter, early, retries);
        }

        /** The same with another negative TTL. */
        public Settings withNegative(Duration other) {
            return new Settings(soft, hard, other, jitter, early, retries);
        }

        /** The same with another jitter of the soft TTL. */
        public Settings withJitter(double other) {
            return new Settings(soft, hard, negative, other, early, retries);
        }

        /** The same with another beta. */
        public Settings withEarly(double other) {
            return new Settings(soft, hard, negative, jitter, other, retries);
        }

        /** The same with other waits after a failure. */
        public Settings withRetries(Retries other) {
            return new Settings(soft, hard, negative, jitter, early, other);
        }

        /** At this age the entry is due. */
        private long dueNanos(CacheEntry entry) {
            long ttl = (entry.negative() ? negative : soft).toNanos();
            return ttl - (long) (ttl * jitter * entry.draw());
        }
    }

    /**
     * The wait after a failed load: {@code min(cap, first · growth^n) · (1 - jitter · U)}, where n failures in a row
     * came before it. Jitter comes after the cap, so that entries that have all reached it do not come back together.
     *
     * @param first after the first failure; > 0, as without a wait every request would be a load
     * @param growth of the wait with each failure, 1 to 10
     * @param cap the longest wait, before jitter; at most 365 days
     * @param jitter the share that chance takes off, 0 to 1; with 1 a wait can be nothing
     */
    public record Retries(Duration first, double growth, Duration cap, double jitter) {
        /** What its times may be. The cap is not below the first. */
        public static final Range<Duration> TIME = new Range<>(Duration.ofNanos(1), Duration.ofDays(365));

        /** What the growth may be. */
        public static final Range<Double> GROWTH = new Range<>(1.0, 10.0);

        /** 1 s, doubled each time, at most 1 min, jitter 0.5. */
        public static final Retries STANDARD = new Retries(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.5);

        /** Refuses no wait at all, shrinking ones, and a cap below the first. */
        public Retries {
            TIME.check("first", first);
            GROWTH.check("growth", growth);
            TIME.from(first).check("cap", cap);
            Range.SHARE.check("jitter", jitter);
        }

        private long nanos(int failuresBefore, double draw) {
            double wait = Math.min((double) cap.toNanos(), first.toNanos() * Math.pow(growth, failuresBefore));
            return (long) (wait * (1 - jitter * draw));
        }
    }
}
