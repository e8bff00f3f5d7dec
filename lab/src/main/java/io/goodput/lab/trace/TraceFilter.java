package io.goodput.lab.trace;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Parts;
import io.goodput.sim.Span;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a run is of interest. A part is a population, a process, a service or an endpoint; an event is of it if it
 * comes from there or goes there.
 *
 * @param span when
 * @param call the number of a population's call; 0 for all, and for what belongs to none
 * @param parts whom; empty for all
 * @param kinds what; empty for all
 */
public record TraceFilter(Span span, long call, Set<String> parts, Set<TraceKind> kinds) {
    /**
     * As options of a command line say it.
     *
     * @param parts by name; a population stands for its processes, a service for its endpoints
     * @param kinds by name
     * @throws IllegalArgumentException if a name is unknown; it says what was expected
     */
    public static TraceFilter of(Model model, Span span, long call, List<String> parts, List<String> kinds) {
        var known = Parts.of(model);
        parts.forEach(known::refuseUnknown);
        var wanted = EnumSet.noneOf(TraceKind.class);
        for (String name : kinds) {
            TraceKind kind = TraceKind.named(name);
            if (kind == null) {
                Parts.refuseUnknown("kind", name, TraceKind.names());
            } else {
                wanted.add(kind);
            }
        }
        return new TraceFilter(span, call, known.membersOf(new LinkedHashSet<>(parts)), wanted);
    }

    boolean wants(TraceEvent event) {
        return span.contains(event.nanos())
                && (call == 0 || call == event.call())
                && (kinds.isEmpty() || kinds.contains(event.kind()))
                && (parts.isEmpty() || parts.contains(event.from()) || parts.contains(event.to()));
    }
}
