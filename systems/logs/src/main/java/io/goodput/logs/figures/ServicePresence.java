package io.goodput.logs.figures;

import java.util.Map;
import java.util.TreeMap;

/**
 * When a service was there, as its records tell: from one to the next, unless they are further apart than a living
 * process leaves them. It writes one at least each ten seconds, whatever happens.
 */
public final class ServicePresence {
    private static final long SILENCE = 15_000_000;

    /** Beginnings of stretches, and their ends; they do not touch. */
    private final TreeMap<Long, Long> stretches = new TreeMap<>();

    /** Never, so far. */
    public ServicePresence() {}

    /** It was there then, for so long, in microseconds. */
    public void told(long at, long micros) {
        long from = at;
        long to = at + micros;
        for (Map.Entry<Long, Long> near = stretches.floorEntry(to + SILENCE);
                near != null && near.getValue() >= from - SILENCE;
                near = stretches.floorEntry(to + SILENCE)) {
            if (near.getKey() <= from && near.getValue() >= to) {
                return;
            }
            stretches.remove(near.getKey());
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
        }
        stretches.put(from, to);
    }

    /** The same, which nothing that is told later changes. */
    public ServicePresence copy() {
        var copy = new ServicePresence();
        copy.stretches.putAll(stretches);
        return copy;
    }

    /** Whether it was there at some time from one instant to another. */
    public boolean isThere(long from, long to) {
        Map.Entry<Long, Long> last = stretches.lowerEntry(to);
        return last != null && last.getValue() >= from;
    }
}
