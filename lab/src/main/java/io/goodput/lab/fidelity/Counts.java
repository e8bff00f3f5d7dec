package io.goodput.lab.fidelity;

import io.goodput.Outcome;
import io.goodput.sim.Span;
import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.Windows;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the calls of one real run: calls made are successes and each kind of failure together, once all have
 * ended. Thread-safe. Instants count from the start of the run.
 */
final class Counts {
    private static final long WINDOW = 1_000_000_000;

    private final WindowedCounter offered;
    private final WindowedCounter good;
    private final Map<Outcome, Integer> ended = new EnumMap<>(Outcome.class);
    private int made;

    Counts(long runNanos) {
        Windows windows = Windows.covering(runNanos, WINDOW);
        this.offered = new WindowedCounter(windows);
        this.good = new WindowedCounter(windows);
    }

    /** A call counts when it is due. */
    synchronized void made(long due) {
        made++;
        offered.add(due);
    }

    /** A success counts when it comes; what comes after the end of the run counts in no window. */
    synchronized void ended(Outcome outcome, long now) {
        ended.merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.SUCCESS) {
            good.add(now);
        }
    }

    synchronized int calls() {
        return made;
    }

    synchronized Map<Outcome, Integer> outcomes() {
        return Map.copyOf(ended);
    }

    /** Calls a second; the ends of the span are whole seconds. */
    synchronized double offered(Span span) {
        return offered.rate(span);
    }

    /** Successes a second; the ends of the span are whole seconds. */
    synchronized double goodput(Span span) {
        return good.rate(span);
    }
}
