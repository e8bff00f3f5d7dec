package stub;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Stands for a registry of meters. */
public final class Counts {
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    /** One more of it. */
    public void count(String what) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
