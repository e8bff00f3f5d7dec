package io.goodput.telemetry.aggregate;

import io.goodput.Outcome;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Outgoing;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Stands between sampling and the way to a file, and remembers a unit that goes there for each operation and outcome: a
 * new one once the last is a second old.
 */
public final class Exemplars implements Exit {
    private static final long SECOND = 1_000_000_000L;

    private final Exit next;
    private final Map<String, AtomicReferenceArray<Exemplar>> all = new ConcurrentHashMap<>();

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
        AtomicReferenceArray<Exemplar> ofOperation = all.get(unit.operation());
        if (ofOperation == null) {
            if (all.size() >= Aggregates.MOST_NAMES) {
                return;
            }
            ofOperation = all.computeIfAbsent(
                    unit.operation(), _ -> new AtomicReferenceArray<>(Outcome.values().length));
        }
        Exemplar last = ofOperation.get(unit.outcome().ordinal());
        if (last == null || Math.abs(unit.epochNanos() - last.epochNanos()) >= SECOND) {
            ofOperation.set(
                    unit.outcome().ordinal(),
                    new Exemplar(unit.traceHigh(), unit.traceLow(), unit.durationNanos(), unit.epochNanos()));
        }
    }

    /** The last one of an operation that ended so. */
    public Optional<Exemplar> of(String operation, Outcome outcome) {
        return Optional.ofNullable(all.get(operation)).map(each -> each.get(outcome.ordinal()));
    }
}
