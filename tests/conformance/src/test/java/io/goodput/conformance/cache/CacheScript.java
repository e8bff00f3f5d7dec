package io.goodput.conformance.cache;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.cache.ReadThrough;
import java.util.List;
import java.util.Optional;

/** Those who ask for keys, and how loads end. */
record CacheScript(ReadThrough.Settings settings, List<Ask> asks, List<Load> loads, List<Change> changes, long seed) {
    static final List<String> KEYS = List.of("a", "b");

    /** Deadlines come one after this; nothing else comes then. */
    static final long TICK = 10;

    /**
     * Somebody asks.
     *
     * @param time after which the answer is of no use
     * @param patience after which it gives up waiting
     */
    record Ask(int number, String key, long at, long time, long patience) {
        String name() {
            return "caller %02d".formatted(number);
        }

        CallContext context() {
            return time == Long.MAX_VALUE ? CallContext.NONE : CallContext.NONE.within(new Deadline(at + time));
        }
    }

    /** What the source answers. */
    enum Kind {
        VALUE,
        NOTHING,
        FAILURE
    }

    record Load(long lasts, Kind kind) {
        /** At a whole tick, whenever it began. */
        long endsAt(long began) {
            return (began + lasts) / TICK * TICK + TICK;
        }
    }

    /** A value changes at its source. */
    record Change(String key, long at) {}

    /** The load of a key with that number, from 1. */
    Load load(String key, int number) {
        return loads.get((number + KEYS.indexOf(key)) % loads.size());
    }

    static Optional<String> value(Kind kind, String key, int number) {
        return kind == Kind.VALUE ? Optional.of(key + number) : Optional.empty();
    }
}
