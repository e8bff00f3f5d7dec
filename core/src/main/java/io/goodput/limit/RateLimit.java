package io.goodput.limit;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.keyed.KeyedStates;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * So many permits a second for each key: a token bucket for each tenant, and perhaps one above them all.
 *
 * <p>Over any time t a key is given at most {@code burst + rate * t}, counted in whole nanoseconds and so exactly, by
 * any number of threads, and whether or not its bucket was evicted meanwhile. A new key has a full burst.
 *
 * <p>A bucket is one number, the time at which it will be full again (the generic cell rate algorithm, ITU-T I.371): a
 * permit moves it on by 1/rate, and there is none if that would take it further ahead than a burst takes to refill.
 *
 * <p>The number of keys is bounded ({@link KeyedStates}). A bucket that is full holds nothing to remember and is
 * evicted first. If one that is not full has to go, what was taken from it is remembered, for all keys that share one
 * of a thousand places: such a key starts no fuller than it could be, and perhaps less full than it should.
 *
 * <p>The {@linkplain Settings#overall overall} limit, if there is one, bounds what all keys are given together, however
 * many new ones come. Keys that took nothing for as long as a burst takes to refill, and those that did, are each sure
 * of half of it, and take what the others leave: neither starves the other.
 *
 * <p>Thread-safe; a key that is known costs no lock and no allocation.
 */
public final class RateLimit {
    private static final long EVICTED = Long.MAX_VALUE;
    private static final int LEAST_PLACES = 1 << 10;
    private static final int MOST_PLACES = 1 << 20;

    /** The upper bits of the hash times this odd number are the place. */
    private static final int SPREAD = 0x9E37_79B9;

    private final KeyedStates<AtomicLong> buckets;

    /** The latest time at which a bucket will be full that was evicted before. */
    private final AtomicLongArray evicted;

    private final SharedBucket overall = new SharedBucket();
    private final LongAdder refusedByKey = new LongAdder();
    private final LongAdder refusedByAll = new LongAdder();
    private volatile Limits limits;

    /** All buckets full. */
    public RateLimit(Settings settings) {
        this.limits = new Limits(settings);
        int places = Math.clamp(Integer.highestOneBit(settings.maxKeys()) * 2L, LEAST_PLACES, MOST_PLACES);
        this.evicted = new AtomicLongArray(places);
        this.buckets = new KeyedStates<>(settings.maxKeys(), new KeyedStates.Lifecycle<>() {
            @Override
            public AtomicLong create(Object key, long now) {
                return new AtomicLong(evicted.get(place(key)));
            }

            @Override
            public boolean matters(AtomicLong bucket, long now) {
                return bucket.get() > now;
            }

            @Override
            public void evicted(Object key, AtomicLong bucket, long now) {
                long full = bucket.getAndSet(EVICTED);
                evicted.accumulateAndGet(place(key), full, Math::max);
            }
        });
    }

    private int place(Object key) {
        return (key.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(evicted.length()) + 1);
    }

    /** Takes one permit, or none and answers false. */
    public boolean tryAcquire(Object key, long now) {
        return tryAcquire(key, 1, now);
    }

    /**
     * Takes so many permits, or none and answers false; always false for more than a burst.
     *
     * @param permits at least 1
     * @param now the ticker's reading
     */
    public boolean tryAcquire(Object key, int permits, long now) {
        Expected.atLeast("permits", permits, 1);
        Limits current = limits;
        Cells each = current.each;
        Cells all = current.all;
        if (!current.fits(permits)) {
            return refused(permits > each.burst);
        }
        while (true) {
            AtomicLong bucket = buckets.of(key, now);
            long full = bucket.get();
            if (full == EVICTED) {
                continue;
            }
            long then = Math.max(full, now) + permits * each.interval;
            boolean isNew = isNew(each, full, now);
            // The bucket above is asked first and taken from last, so that what it refuses costs the key nothing. (If
            // another key is quicker, it does: to give a permit back could give it twice.)
            boolean keyHasEnough = then - now <= each.room;
            if (!keyHasEnough || (all != null && !overall.has(all, permits, isNew, now))) {
                return refused(!keyHasEnough);
            }
            if (bucket.compareAndSet(full, then)) {
                return all == null || overall.tryTake(all, permits, isNew, now) || refused(false);
            }
        }
    }

    /** Counts it; always false. */
    private boolean refused(boolean byKey) {
        (byKey ? refusedByKey : refusedByAll).increment();
        return false;
    }

    /** What it holds and has refused. Takes no lock. */
    public RateLimitSnapshot snapshot() {
        return new RateLimitSnapshot(size(), refusedByKey.sum(), refusedByAll.sum());
    }

    /** Nothing was taken for as long as a whole burst takes. */
    private static boolean isNew(Cells each, long full, long now) {
        return now - full >= each.room;
    }

    /**
     * How long until the key is given a permit, if no one else takes it: for a Retry-After. Makes no bucket, takes
     * nothing.
     *
     * @param now the ticker's reading
     * @return nanoseconds; 0 if there is one now
     */
    public long nanosUntilAvailable(Object key, long now) {
        return nanosUntil(limits, key, 1, now);
    }

    /**
     * The same for so many permits at once, of which there may be more than ever fit a bucket.
     *
     * @param permits at least 1
     * @param now the ticker's reading
     */
    public Availability availability(Object key, int permits, long now) {
        Expected.atLeast("permits", permits, 1);
        Limits current = limits;
        return current.fits(permits)
                ? new Availability.After(nanosUntil(current, key, permits, now))
                : new Availability.Never();
    }

    private long nanosUntil(Limits current, Object key, int permits, long now) {
        Cells each = current.each;
        Cells all = current.all;
        AtomicLong bucket = buckets.peek(key);
        long known = bucket == null ? EVICTED : bucket.get();
        long full = known == EVICTED ? evicted.get(place(key)) : known;
        long wait = Cells.used(full, now) + permits * each.interval - each.room;
        if (all != null) {
            wait = Math.max(wait, overall.nanosUntil(all, permits, isNew(each, full, now), now));
        }
        return Math.max(0, wait);
    }

    /** How many keys have a bucket. */
    public int size() {
        return buckets.size();
    }

    /** What it gives now. */
    public Settings settings() {
        return limits.settings;
    }

    /** Gives so much from now on. A bucket that was to be full at a certain time still will be. */
    public void change(Settings settings) {
        this.limits = new Limits(settings);
        buckets.changeMaxKeys(settings.maxKeys());
    }

    @Override
    public String toString() {
        return "RateLimit[" + size() + " keys, " + Shown.settings(settings()) + "]";
    }

    /** Settings, and what is worked out of them. */
    private static final class Limits {
        private final Settings settings;
        private final Cells each;
        private final @Nullable Cells all;

        private Limits(Settings settings) {
            this.settings = settings;
            this.each = new Cells(settings.each());
            this.all = settings.overall() == null ? null : new Cells(settings.overall());
        }

        /** Whether so many can ever be given at once. */
        private boolean fits(int permits) {
            return permits <= each.burst && (all == null || permits <= all.burst);
        }
    }

    /**
     * A rate, and how much may be saved up.
     *
     * @param perSecond permits; one a day (1/86,400) to 1,000,000. The time between two is rounded up to whole
     *     nanoseconds, so that at most 0.1 % less is given
     * @param burst permits in a full bucket; 1 to 1,000,000,000, and no more than refill in a year
     */
    public record Rate(double perSecond, int burst) {
        /** What a rate may be: one a day, or more. */
        public static final Range<Double> PER_SECOND = new Range<>(1.0 / 86_400, 1e6);

        /** What a burst may be, if no more than a year's. */
        public static final Range<Integer> BURST = new Range<>(1, 1_000_000_000);

        private static final double SECONDS_PER_YEAR = 365 * 86_400.0;

        /** Refuses what cannot be counted. */
        public Rate {
            PER_SECOND.check("perSecond", perSecond);
            BURST.to((int) Math.min(BURST.most(), perSecond * SECONDS_PER_YEAR)).check("burst", burst);
        }

        /** A burst of what one second gives, at least 1. */
        public static Rate of(double perSecond) {
            return new Rate(perSecond, (int) Math.clamp(Math.floor(perSecond), 1, PER_SECOND.most()));
        }
    }

    /**
     * What is given to whom.
     *
     * @param each what a key is given
     * @param overall what all keys are given together; null for no such limit
     * @param maxKeys buckets kept, within {@link KeyedStates#KEYS}
     */
    public record Settings(Rate each, @Nullable Rate overall, int maxKeys) {
        /** Keys, unless told otherwise. */
        public static final int STANDARD_KEYS = 10_000;

        /** Refuses a number of keys that cannot be kept. */
        public Settings {
            KeyedStates.KEYS.check("maxKeys", maxKeys);
        }

        /** So much a second for each of 10,000 keys, a burst of what one second gives, no overall limit. */
        public static Settings of(double perSecond) {
            return new Settings(Rate.of(perSecond), null, STANDARD_KEYS);
        }

        /** The same with another burst. */
        public Settings withBurst(int other) {
            return new Settings(new Rate(each.perSecond(), other), overall, maxKeys);
        }

        /** The same with a limit above all keys. */
        public Settings withOverall(Rate other) {
            return new Settings(each, other, maxKeys);
        }

        /** The same with room for other numbers of keys. */
        public Settings withMaxKeys(int other) {
            return new Settings(each, overall, other);
        }
    }
}
