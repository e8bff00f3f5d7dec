package io.goodput.telemetry.aggregate;

import io.goodput.Refusal.Reason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What of a dependency's calls was sent once more, and what was not sent: counters that are there from the beginning.
 */
final class SendingFigures {
    /** What the heap needs for one beside its series, roughly. */
    static final long BYTES = 1_000;

    private final CounterHandle retries;
    private final CounterHandle hedges;
    private final Map<Reason, CounterHandle> refusals = new EnumMap<>(Reason.class);

    SendingFigures(SeriesRegistry registry, String dependency, LastUse together) {
        Map<String, String> label = Map.of("dependency", dependency);
        retries = registry.counter(SeriesKey.of(Aggregates.RETRIES, label), together);
        hedges = registry.counter(SeriesKey.of(Aggregates.HEDGES, label), together);
        for (Reason reason : Reason.values()) {
            Map<String, String> labels =
                    Map.of("dependency", dependency, "reason", reason.name().toLowerCase(Locale.ROOT));
            refusals.put(reason, registry.counter(SeriesKey.of(Aggregates.REFUSALS, labels), together));
        }
    }

    void repeated(boolean hedge) {
        (hedge ? hedges : retries).add();
    }

    void refused(Reason reason) {
        Objects.requireNonNull(refusals.get(reason)).add();
    }

    /** Its zeros stay. */
    void stay() {
        retries.stay();
        hedges.stay();
        refusals.values().forEach(CounterHandle::stay);
    }
}
