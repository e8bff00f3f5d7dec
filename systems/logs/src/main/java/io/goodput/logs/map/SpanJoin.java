package io.goodput.logs.map;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which service a dependency is: that whose units name attempts at it as their parents. Not every attempt is
 * needed for that, so where there are many only the traces of some are remembered, the same of both sides, half as many
 * each time that the memory is full.
 */
final class SpanJoin {
    private static final int MOST_SPANS = 200_000;

    private final Map<String, Asked> asked = new HashMap<>();
    private final Map<String, Asked> answered = new HashMap<>();
    private final Map<CalledBy, Map<String, Long>> votes = new HashMap<>();
    private int mask;

    /** What a service calls a dependency. */
    record CalledBy(String service, String dependency) {}

    /**
     * One side of a span whose other side has not come yet.
     *
     * @param hash of the trace
     * @param dependency empty of the side that was asked
     */
    private record Asked(int hash, String service, String dependency) {}

    /** A service made an attempt. */
    void attempt(@Nullable String trace, String span, CalledBy by) {
        int hash = hash(trace);
        if ((hash & mask) == 0) {
            Asked other = answered.remove(span);
            if (other == null) {
                asked.put(span, new Asked(hash, by.service, by.dependency));
                bound();
            } else {
                vote(by, other.service);
            }
        }
    }

    /** A service did a unit of work for that span. */
    void unit(@Nullable String trace, String parent, String service) {
        int hash = hash(trace);
        if ((hash & mask) == 0) {
            Asked by = asked.get(parent);
            if (by == null) {
                answered.put(parent, new Asked(hash, service, ""));
                bound();
            } else {
                vote(new CalledBy(by.service, by.dependency), service);
            }
        }
    }

    private static int hash(@Nullable String trace) {
        return trace == null ? 0 : trace.hashCode();
    }

    private void vote(CalledBy by, String service) {
        votes.computeIfAbsent(by, _ -> new TreeMap<>()).merge(service, 1L, Long::sum);
    }

    private void bound() {
        if (asked.size() + answered.size() > MOST_SPANS) {
            mask = 2 * mask + 1;
            asked.values().removeIf(known -> (known.hash & mask) != 0);
            answered.values().removeIf(known -> (known.hash & mask) != 0);
        }
    }

    /** The service that most of its attempts reached, the first by name of several; null if none is known. */
    @Nullable String service(CalledBy by) {
        return votes.getOrDefault(by, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
