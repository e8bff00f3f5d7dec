package io.goodput.lab.world;

import io.goodput.Nanos;
import io.goodput.cache.CacheEntry;
import io.goodput.cache.Freshness;
import io.goodput.lab.model.Caching;
import io.goodput.lab.world.fault.CacheFaults;
import io.goodput.sim.Streams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one process's cache.
 *
 * <p>Its time starts one soft TTL before the run does, so that a warm cache can hold what is older than the run.
 */
final class CacheStore {
    /** For what cannot be kept. */
    private static final RandomGenerator NO_CHANCE = () -> 0;

    private final CacheFaults faults;
    private final RandomGenerator random;
    private final CacheEntry[] entries;
    private final long before;

    CacheStore(Caching.Kept kept, CacheFaults faults, Streams streams) {
        this.faults = faults;
        this.random = streams.stream("freshness");
        this.entries = new CacheEntry[kept.popularity().keys()];
        this.before = kept.entries().freshness().soft().toNanos();
        Arrays.fill(entries, CacheEntry.ABSENT);
        fill(kept, streams);
    }

    private void fill(Caching.Kept kept, Streams streams) {
        var freshness = new Freshness(kept.entries().freshness());
        switch (kept.start()) {
            case COLD -> {}
            case WARM -> {
                RandomGenerator ages = streams.stream("ages");
                Arrays.setAll(entries, _ -> freshness.loaded((long) (before * ages.nextDouble()), 0, false, random));
            }
            case IN_STEP -> Arrays.setAll(entries, _ -> freshness.loaded(before, 0, false, random));
        }
    }

    /** Its time, at an instant of the run; never stays never. */
    long time(long instant) {
        return instant == Long.MAX_VALUE ? instant : Nanos.plus(before, instant);
    }

    /** The instant of the run, at its time. */
    long instant(long time) {
        return time == Long.MAX_VALUE ? time : time - before;
    }

    CacheEntry entry(int key, long now) {
        CacheEntry entry = entries[key];
        long lost = faults.lastLoss(now);
        boolean gone = faults.isOut(now) || (lost != CacheFaults.NEVER && entry.loadedAt() < before + lost);
        return gone ? CacheEntry.ABSENT : entry;
    }

    /** Null to leave it as it is. */
    void keep(int key, @Nullable CacheEntry entry, long now) {
        if (entry != null && !faults.isOut(now)) {
            entries[key] = entry;
        }
    }

    /** Drawn from for what is read, or to be kept. */
    RandomGenerator random(long now) {
        return faults.isOut(now) ? NO_CHANCE : random;
    }
}
