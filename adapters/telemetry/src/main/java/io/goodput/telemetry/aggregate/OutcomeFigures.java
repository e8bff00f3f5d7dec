package io.goodput.telemetry.aggregate;

import io.goodput.Outcome;
import java.util.Locale;
import java.util.Map;

/** One operation or dependency: a timer for each outcome, never mixed, and how many there are at a time. */
final class OutcomeFigures {
    /** What the heap needs for one beside its series, roughly. */
    static final long BYTES = 1_500;

    private final SeriesRegistry registry;
    private final LastUse together;
    private final TimerHandle[] timers = new TimerHandle[Outcome.values().length];
    private final LevelHandle level;
    private final Concurrency concurrency;

    OutcomeFigures(SeriesRegistry registry, FiguresOf of, String name, long now) {
        this.registry = registry;
        this.together = registry.lastUseOfSeveral();
        for (Outcome outcome : Outcome.values()) {
            Map<String, String> labels =
                    Map.of(of.label(), name, "outcome", outcome.name().toLowerCase(Locale.ROOT));
            timers[outcome.ordinal()] = registry.timer(SeriesKey.of(of.timer(), labels), together);
        }
        level = registry.level(SeriesKey.of(of.concurrency(), Map.of(of.label(), name)), together);
        concurrency = new Concurrency(now);
    }

    void began(long now) {
        concurrency.began(now);
    }

    void ended(Outcome outcome, long nanos, long now) {
        timers[outcome.ordinal()].record(nanos);
        concurrency.ended(nanos, now);
    }

    /** As long as it is used: its zeros stay, and its level is told. */
    void tell(long now) {
        if (registry.isRemembered(together)) {
            for (TimerHandle timer : timers) {
                timer.stay();
            }
            level.set(concurrency.at(now));
        }
    }
}
