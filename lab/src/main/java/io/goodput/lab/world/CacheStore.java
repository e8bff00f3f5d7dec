package io.goodput.lab.world;

import io.goodput.cache.Decision;
import io.goodput.cache.Entry;
import io.goodput.cache.Freshness;
import io.goodput.lab.model.Caching;
import io.goodput.sim.Streams;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The entries of one process's cache, judged by an application's own {@link Freshness}.
 *
 * <p>Its time starts one soft TTL before the run does, so that a warm cache can hold what is older than the run.
 */
final class CacheStore {
    private final Freshness freshness;
    private final CacheFaults faults;
    private final RandomGenerator random;
    private final Entry[] entries;
    private final long before;

    CacheStore(Caching.Kept kept, CacheFaults faults, Streams streams) {
        this.freshness = new Freshness(kept.entries().freshness());
        this.faults = faults;
        this.random = streams.stream("freshness");
        this.entries = new Entry[kept.popularity().keys()];
        this.before = kept.entries().freshness().soft().toNanos();
        Arrays.fill(entries, Entry.ABSENT);
        fill(kept.start(), streams);
    }

    private void fill(Caching.Start start, Streams streams) {
        switch (start) {
            case COLD -> {}
            case WARM -> {
                RandomGenerator ages = streams.stream("ages");
                Arrays.setAll(entries, _ -> freshness.loaded((long) (before * ages.nextDouble()), 0, false, random));
            }
            case IN_STEP -> Arrays.setAll(entries, _ -> freshness.loaded(before, 0, false, random));
        }
    }

    Decision decide(int key, long now) {
        return freshness.decide(entry(key, now), before + now, random);
    }

    /** A load that began at an instant has ended now. */
    void loaded(int key, boolean well, long began, long now) {
        if (faults.isOut(now)) {
            return;
        }
        entries[key] = well
                ? freshness.loaded(before + now, now - began, false, random)
                : freshness.failed(entry(key, now), before + now, random);
    }

    private Entry entry(int key, long now) {
        Entry entry = entries[key];
        long lost = faults.lastLoss(now);
        boolean gone = faults.isOut(now) || (lost != CacheFaults.NEVER && entry.loadedAt() < before + lost);
        return gone ? Entry.ABSENT : entry;
    }
}
