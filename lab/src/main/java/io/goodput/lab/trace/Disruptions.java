package io.goodput.lab.trace;

import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Target;
import io.goodput.sim.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When faults and phases begin and end. They are known beforehand, so a trace needs no event of the simulation for
 * them, and a run that is watched is the run that is not.
 */
public final class Disruptions {
    private final Deque<TraceEvent> edges;

    Disruptions(Model model) {
        edges = new ArrayDeque<>(of(model));
    }

    /** All of them, in the order of time: events of the kinds {@code begins} and {@code ends}. */
    public static List<TraceEvent> of(Model model) {
        List<TraceEvent> all = new ArrayList<>();
        for (Population population : model.populations()) {
            for (Span span : population.workload().disturbances()) {
                add(all, span, population.name(), "", "another rate");
            }
        }
        for (Fault fault : model.faults()) {
            add(all, fault.span(), from(fault, model), to(fault), fault.kind());
        }
        // At one instant, what ends comes before what begins.
        all.sort(Comparator.comparingLong(TraceEvent::nanos).thenComparing(event -> event.kind() == TraceKind.BEGINS));
        return all;
    }

    private static void add(List<TraceEvent> all, Span span, String from, String to, String what) {
        all.add(new TraceEvent(span.from(), TraceKind.BEGINS, 0, 0, from, to, 0, null, -1, what));
        all.add(new TraceEvent(span.to(), TraceKind.ENDS, 0, 0, from, to, 0, null, -1, what));
    }

    private static String from(Fault fault, Model model) {
        return switch (fault) {
            case Fault.AtEndpoints here -> name(here.target(), model);
            case Fault.AtCaches caches -> caches.owner();
            case Fault.Loss loss -> name(loss.target(), model);
            case Fault.Delay delay -> name(delay.target(), model);
            case Fault.Partition partition -> partition.one();
            case Fault.ZoneLoss loss -> loss.zone();
        };
    }

    private static String to(Fault fault) {
        return fault instanceof Fault.Partition partition ? partition.other() : "";
    }

    private static String name(Target target, Model model) {
        return target.endpoint() == 0
                ? target.service()
                : model.service(target.service()).endpointName(target.endpoint());
    }

    /** The next edge at or before an instant, which is then gone; null if there is none. */
    @Nullable TraceEvent next(long until) {
        TraceEvent first = edges.peek();
        return first == null || first.nanos() > until ? null : edges.poll();
    }
}
