package io.goodput.sim.random;

import io.goodput.sim.Simulation;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * How many clients are active over time in a closed system, where each calls, waits for the answer, thinks and calls
 * again: a base count, interrupted by phases of another count. Client number i is active while {@link #activeAt}
 * exceeds i.
 *
 * <p>Immutable; times are nanoseconds.
 */
public final class ClosedPopulation {
    private record Phase(Span span, int clients) {}

    private final int base;
    private final List<Phase> phases;

    private ClosedPopulation(int base, List<Phase> phases) {
        this.base = base;
        this.phases = phases;
    }

    /**
     * The same number all the time.
     *
     * @param clients >= 0
     */
    public static ClosedPopulation constant(int clients) {
        return new ClosedPopulation(count(clients), List.of());
    }

    /**
     * This population with another number of clients during a span.
     *
     * @throws IllegalArgumentException if the number is negative or the span overlaps one that is taken
     */
    public ClosedPopulation phase(Span span, int clients) {
        for (Phase phase : phases) {
            Require.that(!phase.span.overlaps(span), "span", span, "no overlap with " + phase.span);
        }
        var all = new ArrayList<>(phases);
        all.add(new Phase(span, count(clients)));
        return new ClosedPopulation(base, List.copyOf(all));
    }

    /** How many clients are active. */
    public int activeAt(long nanos) {
        for (Phase phase : phases) {
            if (phase.span.contains(nanos)) {
                return phase.clients;
            }
        }
        return base;
    }

    /** The first instant after this one at which a phase starts or ends; {@link Long#MAX_VALUE} if none does. */
    public long nextChange(long nanos) {
        long next = Long.MAX_VALUE;
        for (Phase phase : phases) {
            if (phase.span.from() > nanos) {
                next = Math.min(next, phase.span.from());
            } else if (phase.span.to() > nanos && phase.span.to() <= Simulation.MAX_NANOS) {
                next = Math.min(next, phase.span.to());
            }
        }
        return next;
    }

    /** The most clients there ever are. */
    public int largest() {
        return phases.stream().mapToInt(Phase::clients).reduce(base, Math::max);
    }

    private static int count(int clients) {
        Require.that(clients >= 0, "clients", clients, ">= 0");
        return clients;
    }
}
