package io.goodput.cache;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** What a {@link Coalescer} has done. Belongs to its lock. */
final class CoalescerCounts {
    private final Map<CacheRefusal, Long> refused = new EnumMap<>(CacheRefusal.class);
    private long led;
    private long joined;
    long answered;
    long timedOut;
    long handedOn;
    long completed;
    long failed;
    long invalidated;

    CoalescerCounts() {
        for (CacheRefusal reason : EnumSet.complementOf(EnumSet.of(CacheRefusal.GONE))) {
            refused.put(reason, 0L);
        }
    }

    /** What somebody who came was told; gives it back. */
    Joined told(Joined answer) {
        switch (answer) {
            case Joined.Leads _ -> led++;
            case Joined.Waits _ -> joined++;
            case CacheRefusal reason -> refused.merge(reason, 1L, Long::sum);
        }
        return answer;
    }

    CoalescerSnapshot snapshot(int keys) {
        return new CoalescerSnapshot(
                keys,
                led,
                joined,
                new EnumMap<>(refused),
                answered,
                timedOut,
                handedOn,
                completed,
                failed,
                invalidated);
    }
}
