package io.goodput.telemetry.aggregate;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation or dependency: a timer for each outcome, never mixed, how many there are at a time, and, of a
 * dependency, what was sent once more or not at all.
 */
final class OutcomeFigures {
    /** What the heap needs for one beside its series, roughly. */
    static final long BYTES = 1_500;

    private final SeriesRegistry registry;
    private final LastUse together;
    private final Map<Outcome, TimerHandle> timers = new EnumMap<>(Outcome.class);
    private final LevelHandle level;
    private final Concurrency concurrency;
    private final @Nullable SendingFigures sending;

    OutcomeFigures(SeriesRegistry registry, FiguresOf of, String name, long now) {
        this.registry = registry;
        this.together = registry.lastUseOfSeveral();
        for (Outcome outcome : Outcome.values()) {
            Map<String, String> labels =
                    Map.of(of.label(), name, "outcome", outcome.name().toLowerCase(Locale.ROOT));
            timers.put(outcome, registry.timer(SeriesKey.of(of.timer(), labels), together));
        }
        level = registry.level(SeriesKey.of(of.concurrency(), Map.of(of.label(), name)), together);
        concurrency = new Concurrency(now);
        sending = of.isSent() ? new SendingFigures(registry, name, together) : null;
    }

    void began(long now) {
        concurrency.began(now);
    }

    void ended(Outcome outcome, long nanos, long now) {
        Objects.requireNonNull(timers.get(outcome)).record(nanos);
        concurrency.ended(now);
    }

    void repeated(boolean hedge) {
        if (sending != null) {
            sending.repeated(hedge);
        }
    }

    void refused(Reason reason) {
        if (sending != null) {
            sending.refused(reason);
        }
    }

    /** As long as it is used: its zeros stay, and its level is told. */
    void tell(long now) {
        if (registry.isRemembered(together)) {
            for (TimerHandle timer : timers.values()) {
                timer.stay();
            }
            if (sending != null) {
                sending.stay();
            }
            level.set(concurrency.at(now));
        }
    }
}
