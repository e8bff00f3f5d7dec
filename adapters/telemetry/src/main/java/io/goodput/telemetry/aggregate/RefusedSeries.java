package io.goodput.telemetry.aggregate;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Series for which there was no room: how often, and the names of the first. */
final class RefusedSeries {
    private final int mostNamed;
    private final LongAdder uncounted = new LongAdder();

    private final LongAdder refused = new LongAdder();
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    RefusedSeries(int mostNamed) {
        this.mostNamed = mostNamed;
    }

    /** The name is only asked for while there is room for it. */
    void refuse(Supplier<String> name) {
        refused.increment();
        if (names.size() < mostNamed) {
            names.add(name.get());
        }
    }

    /** Something was told that is counted nowhere else. */
    void uncounted() {
        uncounted.increment();
    }

    long refused() {
        return refused.sum();
    }

    /** In alphabetical order. */
    List<String> names() {
        return names.stream().sorted().limit(mostNamed).toList();
    }

    long allUncounted() {
        return uncounted.sum();
    }
}
