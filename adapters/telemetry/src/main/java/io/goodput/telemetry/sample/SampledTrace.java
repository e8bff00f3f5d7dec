package io.goodput.telemetry.sample;

import io.goodput.telemetry.record.EndedUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of one trace in one interval of an operation. A trace is in the sample as a whole, up to {@value #MOST}
 * units; of more, it holds that many by chance, each as likely as the others (Vitter's algorithm R), and each stands
 * for its share of all. Under the monitor of its {@link Reservoir}.
 */
final class SampledTrace {
    /** Units that it holds. */
    static final int MOST = 8;

    private final long hash;
    private final List<EndedUnit> units = new ArrayList<>(1);
    private long seen;

    SampledTrace(long hash) {
        this.hash = hash;
    }

    long hash() {
        return hash;
    }

    /** Takes the unit in; what is left out for it, which may be the unit itself, or null if nothing is. */
    @Nullable SampledTrace add(EndedUnit unit) {
        seen++;
        if (units.size() < MOST) {
            units.add(unit);
            return null;
        }
        long place = Long.remainderUnsigned(TraceHash.mix(hash + seen), seen);
        return place < MOST ? alone(units.set((int) place, unit)) : alone(unit);
    }

    private SampledTrace alone(EndedUnit unit) {
        var lost = new SampledTrace(hash);
        lost.units.add(unit);
        return lost;
    }

    List<EndedUnit> units() {
        return units;
    }

    /** For how many of its trace's units each one stands. */
    double weight() {
        return (double) seen / units.size();
    }
}
