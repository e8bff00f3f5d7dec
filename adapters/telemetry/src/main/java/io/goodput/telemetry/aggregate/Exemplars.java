package io.goodput.telemetry.aggregate;

import io.goodput.Outcome;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Outgoing;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between sampling and the way to a file, and remembers a unit that goes there for each operation and outcome: a
 * new one once the last is a second old.
 */
public final class Exemplars implements Exit {
    private static final long SECOND = 1_000_000_000L;

    private final Exit next;
    private final Map<String, Map<Outcome, AtomicReference<Exemplar>>> all = new ConcurrentHashMap<>();

    /** Of no unit yet; all that leaves goes on to the next. */
    public Exemplars(Exit next) {
        this.next = next;
    }

    @Override
    public void leave(Outgoing record) {
        if (record instanceof EndedUnit unit && (unit.traceHigh() | unit.traceLow()) != 0) {
            remember(unit);
        }
        next.leave(record);
    }

    private void remember(EndedUnit unit) {
        Map<Outcome, AtomicReference<Exemplar>> ofOperation = all.get(unit.operation());
        if (ofOperation == null) {
            if (all.size() >= Aggregates.MOST_NAMES) {
                return;
            }
            ofOperation = all.computeIfAbsent(unit.operation(), _ -> none());
        }
        AtomicReference<Exemplar> last = Objects.requireNonNull(ofOperation.get(unit.outcome()));
        Exemplar before = last.get();
        if (before == null || Math.abs(unit.epochNanos() - before.epochNanos()) >= SECOND) {
            last.set(new Exemplar(unit.traceHigh(), unit.traceLow(), unit.durationNanos(), unit.epochNanos()));
        }
    }

    private static Map<Outcome, AtomicReference<Exemplar>> none() {
        Map<Outcome, AtomicReference<Exemplar>> none = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            none.put(outcome, new AtomicReference<>());
        }
        return none;
    }

    /** The last one of an operation that ended so. */
    public Optional<Exemplar> of(String operation, Outcome outcome) {
        return Optional.ofNullable(all.get(operation))
                .map(each -> each.get(outcome))
                .map(AtomicReference::get);
    }
}
