package io.goodput.telemetry.contributor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The k keys that come most often, of a stream of any number of them. A key that is not among the k is counted in a
 * cell that it shares with others. Once that is as high as the lowest of the k, the key takes that one's place, takes
 * its count over, and remembers it as its error. So no count is too low; none is too high by more than N / k of N; and
 * each key that came more often than that is there. After Metwally, Agrawal and El Abbadi, "Efficient computation of
 * frequent and top-k elements in data streams" (ICDT 2005), and, for the cells, by which most of those that come rarely
 * displace nobody, Homem and Carvalho, "Finding top-k elements in data streams" (Information Sciences 180, 2010).
 *
 * <p>Keys are found in a table of open addresses, the lowest count on top of a heap. Adding allocates nothing. One
 * thread at a time.
 */
final class SpaceSaving {
    private final int k;

    // By slot.
    private final @Nullable String[] keys;
    private final long[] counts;
    private final long[] errors;
    private final long[] failures;
    private final long[] nanos;
    private final LowestFirst heap;
    private final TurnedAway others = new TurnedAway();

    /** Slots, by the hash of their keys, plus one; 0 is free. */
    private final int[] table;

    private int size;
    private long total;

    SpaceSaving(int k) {
        this.k = k;
        this.keys = new String[k];
        this.counts = new long[k];
        this.errors = new long[k];
        this.failures = new long[k];
        this.nanos = new long[k];
        this.heap = new LowestFirst(counts);
        this.table = new int[Integer.highestOneBit(k) * 4];
    }

    /** What the heap needs for one of k keys, each of as many characters as keys may have, at most. */
    static long bytesFor(int k, int characters) {
        return k * (8L + 4 * 8 + 2 * 4 + 16 + 40 + 2L * characters) + TurnedAway.BYTES + 200;
    }

    /** One more of that key. */
    void add(String key, boolean failed, long took) {
        total++;
        int hash = hash(key);
        int place = placeOf(key, hash);
        int slot = table[place] - 1;
        if (slot < 0) {
            if (size == k && others.tryAdd(hash, counts[heap.lowest()])) {
                return;
            }
            slot = size < k ? newSlot(key, place) : replaceLowest(key, hash);
        }
        counts[slot]++;
        failures[slot] += failed ? 1 : 0;
        nanos[slot] += took;
        heap.raised(slot);
    }

    private int newSlot(String key, int place) {
        int slot = size++;
        keys[slot] = key;
        table[place] = slot + 1;
        heap.add(slot);
        return slot;
    }

    private int replaceLowest(String key, int hash) {
        int slot = heap.lowest();
        others.takeBack(hash(keys[slot]), counts[slot]);
        free(slot);
        keys[slot] = key;
        table[placeOf(key, hash)] = slot + 1;
        errors[slot] = counts[slot];
        failures[slot] = 0;
        nanos[slot] = 0;
        return slot;
    }

    /** Where the key is, or would be. */
    private int placeOf(String key, int hash) {
        int place = home(hash);
        while (table[place] != 0 && !key.equals(keys[table[place] - 1])) {
            place = next(place);
        }
        return place;
    }

    /** Takes the key out of the table; those behind it move up, so that no search ends before them. */
    private void free(int slot) {
        int hole = place(slot);
        for (int at = next(hole); table[at] != 0; at = next(at)) {
            int home = home(hash(keys[table[at] - 1]));
            if (distance(home, at) >= distance(hole, at)) {
                table[hole] = table[at];
                hole = at;
            }
        }
        table[hole] = 0;
    }

    private int place(int slot) {
        int place = home(hash(keys[slot]));
        while (table[place] != slot + 1) {
            place = next(place);
        }
        return place;
    }

    private static int hash(@Nullable String key) {
        return key == null ? 0 : key.hashCode() * 0x9e3779b9;
    }

    private int home(int hash) {
        return (hash >>> 12) & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (table.length - 1);
    }

    /** What came so far. */
    TopList list() {
        List<Contributor> all = new ArrayList<>(size);
        for (int slot = 0; slot < size; slot++) {
            String key = keys[slot];
            if (key != null) {
                all.add(new Contributor(key, counts[slot], errors[slot], failures[slot], nanos[slot]));
            }
        }
        return TopList.of(total, others.most(), all);
    }

    void clear() {
        Arrays.fill(keys, null);
        Arrays.fill(counts, 0);
        Arrays.fill(errors, 0);
        Arrays.fill(failures, 0);
        Arrays.fill(nanos, 0);
        Arrays.fill(table, 0);
        heap.clear();
        others.clear();
        size = 0;
        total = 0;
    }
}
