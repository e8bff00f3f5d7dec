package io.goodput.shard;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.shard.ShardAnswer.Assigned;
import io.goodput.shard.ShardAnswer.Reason;
import io.goodput.shard.ShardAnswer.Refused;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each key a shard that has at most {@link Settings#maxOverlap} endpoints in common with that of any other key: a
 * promise where {@link ShuffleShard} has a probability, at the price of a state.
 *
 * <p>A search builds the shard endpoint by endpoint, the least used first, and goes back where a shard that is assigned
 * would share too much. What it finds depends on the seed, the key and the keys assigned so far, in their order, and on
 * nothing else.
 *
 * <p>Thread-safe, by one lock: assigning is rare. Keep what was assigned in a store, and {@link #restore} it.
 */
public final class ShardAssignments {
    private final Settings settings;
    private final ShardHash hash;
    private final Map<String, Shard> shards = new HashMap<>();

    /** For each endpoint, the shards that have it. */
    private final List<List<Shard>> users;

    /** Nothing assigned. */
    public ShardAssignments(Settings settings, long seed) {
        this.settings = settings;
        this.hash = ShardHash.of(seed);
        this.users = IntStream.range(0, settings.endpoints())
                .<List<Shard>>mapToObj(endpoint -> new ArrayList<>())
                .toList();
    }

    /** A shard for a key. One that has a shard keeps it. */
    public synchronized ShardAnswer assign(String key) {
        Shard known = shards.get(key);
        if (known != null) {
            return new Assigned(known.endpoints());
        }
        var search = new Search(order(key));
        if (search.found(0, 0)) {
            search.forget(settings.size());
            return new Assigned(keep(key, search.chosen).endpoints());
        }
        Reason reason = search.effort > 0 ? Reason.NONE_LEFT : Reason.GAVE_UP;
        return new Refused(reason, shards.size(), mostPossible());
    }

    /** The least used first; the key's hash decides between equals. */
    private int[] order(String key) {
        int[] all = IntStream.range(0, settings.endpoints()).toArray();
        Draws.shuffle(hash.hash(key), all.length, all);
        return Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingInt(endpoint -> users.get(endpoint).size()))
                .mapToInt(endpoint -> endpoint)
                .toArray();
    }

    /**
     * Assigns a shard that is known from before.
     *
     * @return false, and nothing is changed, if the key has one already or another key shares too many of its endpoints
     * @throws IllegalArgumentException if these are not {@link Settings#size} different endpoints
     */
    public synchronized boolean restore(String key, List<Integer> endpoints) {
        int[] chosen = endpoints.stream().mapToInt(endpoint -> endpoint).toArray();
        long valid = Arrays.stream(chosen)
                .distinct()
                .filter(endpoint -> endpoint >= 0 && endpoint < settings.endpoints())
                .count();
        if (valid != settings.size() || chosen.length != settings.size()) {
            throw Expected.refused(
                    "endpoints", endpoints, settings.size() + " different ones, 0 to " + (settings.endpoints() - 1));
        }
        if (shards.containsKey(key) || !fits(chosen)) {
            return false;
        }
        keep(key, chosen);
        return true;
    }

    private boolean fits(int[] chosen) {
        var check = new Search(chosen);
        int added = 0;
        while (added < chosen.length && check.add(added, chosen[added])) {
            added++;
        }
        check.forget(added);
        return added == chosen.length;
    }

    private Shard keep(String key, int[] chosen) {
        var shard = new Shard(chosen);
        shards.put(key, shard);
        for (int endpoint : chosen) {
            users.get(endpoint).add(shard);
        }
        return shard;
    }

    /** The key's endpoints, or null if it has none. */
    public synchronized @Nullable List<Integer> shard(String key) {
        Shard shard = shards.get(key);
        return shard == null ? null : shard.endpoints();
    }

    /** Takes a key's shard back, for others; false if it has none. */
    public synchronized boolean release(String key) {
        Shard shard = shards.remove(key);
        if (shard == null) {
            return false;
        }
        for (int endpoint : shard.chosen) {
            users.get(endpoint).remove(shard);
        }
        return true;
    }

    /** How many keys have a shard. */
    public synchronized int assigned() {
        return shards.size();
    }

    /**
     * More keys than this cannot have a shard, with m for the overlap: {@code ⌊n/k · ⌊(n-1)/(k-1) · … ⌊(n-m)/(k-m)⌋…⌋⌋}
     * (Johnson, "A new upper bound for error-correcting codes", 1962). A search seldom comes up to it.
     */
    public BigInteger mostPossible() {
        BigInteger most = BigInteger.ONE;
        for (int i = settings.maxOverlap(); i >= 0; i--) {
            most = most.multiply(BigInteger.valueOf(settings.endpoints() - i))
                    .divide(BigInteger.valueOf(settings.size() - i));
        }
        return most;
    }

    /** What it was made with. */
    public Settings settings() {
        return settings;
    }

    @Override
    public String toString() {
        return "ShardAssignments[assigned=" + assigned() + ", " + Shown.settings(settings) + "]";
    }

    /** One depth-first search, whose state is in the shards' counters: they are 0 between searches. */
    private final class Search {
        final int[] order;
        final int[] chosen = new int[settings.size()];
        long effort = settings.effort();

        Search(int[] order) {
            this.order = order;
        }

        /** Completes a shard of which {@code depth} endpoints are chosen by those from a place of the order on. */
        boolean found(int depth, int from) {
            if (depth == chosen.length) {
                return true;
            }
            int last = order.length - (chosen.length - depth);
            for (int i = from; i <= last && effort > 0; i++) {
                if (add(depth, order[i])) {
                    if (found(depth + 1, i + 1)) {
                        return true;
                    }
                    forgetOne(order[i]);
                }
            }
            return false;
        }

        /** Adds an endpoint, unless a shard then shared too much. */
        boolean add(int depth, int endpoint) {
            boolean fits = true;
            for (Shard other : users.get(endpoint)) {
                other.common++;
                fits &= other.common <= settings.maxOverlap();
            }
            effort -= 1 + users.get(endpoint).size();
            chosen[depth] = endpoint;
            if (!fits) {
                forgetOne(endpoint);
            }
            return fits;
        }

        void forget(int depth) {
            for (int i = 0; i < depth; i++) {
                forgetOne(chosen[i]);
            }
        }

        private void forgetOne(int endpoint) {
            for (Shard other : users.get(endpoint)) {
                other.common--;
            }
        }
    }

    /** The endpoints of one key. */
    private static final class Shard {
        final int[] chosen;

        /** How many endpoints it has in common with what a search has chosen so far. */
        int common;

        Shard(int[] chosen) {
            this.chosen = chosen;
        }

        List<Integer> endpoints() {
            return Arrays.stream(chosen).boxed().toList();
        }
    }

    /**
     * The shards to assign.
     *
     * @param endpoints how many there are, 1 to 4,096
     * @param size of a shard, 1 to {@code endpoints} and at most 64
     * @param maxOverlap the most endpoints that two keys may have in common, 0 to {@code size - 1}
     * @param effort of one search, 1 to 10⁹: one for each endpoint tried, and for each shard that it is compared with
     */
    public record Settings(int endpoints, int size, int maxOverlap, long effort) {
        /** How many endpoints there may be. */
        public static final Range<Integer> ENDPOINTS = new Range<>(1, 4_096);

        /** How large a shard may be, if there are so many endpoints. */
        public static final Range<Integer> SIZE = new Range<>(1, 64);

        /** How many endpoints two keys may have in common, if a shard is larger. */
        public static final Range<Integer> MAX_OVERLAP = new Range<>(0, SIZE.most() - 1);

        /** What a search may cost. */
        public static final Range<Long> EFFORT = new Range<>(1L, 1_000_000_000L);

        private static final long STANDARD_EFFORT = 1_000_000;

        /** Refuses what no shard can be made of. */
        public Settings {
            ENDPOINTS.check("endpoints", endpoints);
            sizeOf(endpoints).check("size", size);
            MAX_OVERLAP.to(size - 1).check("maxOverlap", maxOverlap);
            EFFORT.check("effort", effort);
        }

        /** How large a shard of so many endpoints may be. */
        public static Range<Integer> sizeOf(int endpoints) {
            return SIZE.to(Math.min(endpoints, SIZE.most()));
        }

        /** With an effort of 1,000,000, some milliseconds. */
        public static Settings of(int endpoints, int size, int maxOverlap) {
            return new Settings(endpoints, size, maxOverlap, STANDARD_EFFORT);
        }
    }
}
