package io.goodput.telemetry.aggregate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** In which intervals the process was there and counted: in all others there is a gap. Of the thread that ticks. */
final class Presence {
    private final Map<Tier, long[]> there = new EnumMap<>(Tier.class);

    Presence() {
        for (Tier tier : Tier.values()) {
            there.put(tier, new long[tier.intervals()]);
        }
    }

    /** In that second it was. */
    void mark(long second) {
        for (Tier tier : Tier.values()) {
            long index = second / tier.seconds();
            of(tier)[place(tier, index)] = index + 1;
        }
    }

    boolean has(Tier tier, long index) {
        return of(tier)[place(tier, index)] == index + 1;
    }

    private long[] of(Tier tier) {
        return Objects.requireNonNull(there.get(tier));
    }

    private static int place(Tier tier, long index) {
        return (int) (index % tier.intervals());
    }
}
