package io.goodput.logs.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one name did in one week, and what of it has a price. */
final class CostLine {
    /** Own time by the processes that share their CPU, in microseconds: what was not spent waiting for others. */
    final Map<CostPool, Double> ownTime = new HashMap<>();

    final SequencedSet<String> unpriced = new TreeSet<>();
    double requests;
    double moved;
    double kept;
    double cpuSeconds;
    double calls;
    boolean hasCalls;

    void addOwnTime(CostPool pool, double micros) {
        ownTime.merge(pool, micros, Double::sum);
    }

    double ownTime(CostPool pool) {
        return Math.max(0, ownTime.getOrDefault(pool, 0.0));
    }

    /** A price, if there is one; else its lack is noted if it matters. */
    void addCalls(@Nullable Double price, double number, String what) {
        if (price != null) {
            calls += price * number;
            hasCalls = true;
        } else if (number > 0) {
            unpriced.add(what);
        }
    }
}
