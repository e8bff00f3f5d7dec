package io.goodput.logs.map;

import io.goodput.Outcome;
import io.goodput.logs.figures.FlowSeries;
import io.goodput.logs.figures.FlowTally;
import io.goodput.logs.figures.IntervalScale;
import io.goodput.logs.figures.ServicePresence;
import io.goodput.logs.map.SpanJoin.CalledBy;
import io.goodput.logs.record.AttemptRecord;
import io.goodput.logs.record.CallRecord;
import io.goodput.logs.record.DependencyUse;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a map of records as they come. Memory is bounded: by {@value #MOST_FLOWS} services and dependencies,
 * {@value IntervalScale#MOST} intervals, and in each some figures. Not thread-safe.
 */
public final class MapBuilder {
    /** What comes after so many services, or so many dependencies of services, is left out and counted. */
    public static final int MOST_FLOWS = 1_000;

    private final IntervalScale scale;
    private final Map<String, FlowSeries> units = new HashMap<>();
    private final Map<CalledBy, FlowSeries> attempts = new HashMap<>();
    private final Map<String, ServicePresence> presences = new HashMap<>();
    private final SpanJoin join = new SpanJoin();
    private final Set<Object> leftOut = new HashSet<>();

    /**
     * An empty map.
     *
     * @param width of an interval in microseconds: at least a second
     */
    public MapBuilder(long width) {
        this.scale = new IntervalScale(width);
    }

    /** Takes a record in. */
    public void add(LogRecord record) {
        String service = record.origin().service();
        ServicePresence presence = bounded(presences, service, ServicePresence::new);
        if (presence == null) {
            return;
        }
        long at = record.origin().at();
        presence.told(at, record instanceof WorkRecord work ? work.micros() : 0);
        long before = scale.width();
        if (scale.covers(at)) {
            Stream.concat(units.values().stream(), attempts.values().stream())
                    .forEach(series -> series.widen(before, scale));
        }
        if (record instanceof WorkRecord work) {
            work(work, service, scale.index(at));
        }
    }

    private <K, V> @Nullable V bounded(Map<K, V> all, K key, Supplier<V> empty) {
        V known = all.get(key);
        if (known == null && all.size() < MOST_FLOWS) {
            known = empty.get();
            all.put(key, known);
        }
        if (known == null && leftOut.size() < MOST_FLOWS) {
            leftOut.add(key);
        }
        return known;
    }

    private void work(WorkRecord work, String service, long interval) {
        FlowSeries series = bounded(units, service, FlowSeries::new);
        if (series != null && work.last()) {
            ended(work, series.at(interval));
        }
        if (work.parent() != null) {
            join.unit(work.trace(), work.parent(), service);
        }
        for (DependencyUse dependency : work.dependencies()) {
            FlowSeries edge = bounded(attempts, new CalledBy(service, dependency.name()), FlowSeries::new);
            if (edge != null) {
                asked(dependency, edge.at(interval), work.weight());
            }
        }
        work.calls().forEach(call -> called(call, work, service, interval));
    }

    private static void ended(WorkRecord work, FlowTally tally) {
        Outcome outcome = work.outcome() == null ? Outcome.SUCCESS : work.outcome();
        tally.ended(outcome, 1, work.weight());
        if (work.refusal() != null) {
            tally.refused(work.refusal(), work.weight());
        }
        if (work.category() != null) {
            tally.failed(work.category(), work.weight());
        }
        if (outcome == Outcome.SUCCESS) {
            tally.took(work.micros() + work.queueMicros(), work.weight());
        }
    }

    private static void asked(DependencyUse dependency, FlowTally tally, double weight) {
        dependency.outcomes().forEach((outcome, many) -> tally.ended(outcome, many, weight));
        tally.repeated(dependency.retries(), dependency.hedges(), weight);
        dependency.refusals().forEach((rule, many) -> tally.refused(rule, many * weight));
        dependency.errors().forEach((category, many) -> tally.failed(category, many * weight));
    }

    /** Counts are complete in the figures of the dependency; each attempt tells its latency and whom it reached. */
    private void called(CallRecord call, WorkRecord work, String service, long interval) {
        var by = new CalledBy(service, call.dependency());
        FlowSeries edge = bounded(attempts, by, FlowSeries::new);
        for (AttemptRecord attempt : call.attempts()) {
            if (edge != null && attempt.outcome() == Outcome.SUCCESS) {
                edge.at(interval).took(attempt.micros(), work.weight());
            }
            if (attempt.span() != null) {
                join.attempt(work.trace(), attempt.span(), by);
            }
        }
    }

    /** The map of what has come so far. Further records may come, and go into the next one. */
    public ServiceMap build() {
        Map<MapEdge, FlowSeries> edges =
                new TreeMap<>(Comparator.comparing(MapEdge::from).thenComparing(MapEdge::dependency));
        attempts.forEach((by, series) -> edges.put(edge(by), series.copy()));
        Set<MapNode> nodes = new TreeSet<>(Comparator.comparing(MapNode::isLeaf).thenComparing(MapNode::name));
        presences.keySet().forEach(service -> nodes.add(new MapNode(service, false)));
        edges.keySet().forEach(edge -> nodes.add(edge.to()));
        var counted = new ServiceMap.Counted(
                copied(units, FlowSeries::copy), edges, copied(presences, ServicePresence::copy));
        boolean isEmpty = scale.count() == 0;
        return new ServiceMap(
                isEmpty ? 0 : scale.firstIndex() * scale.width(),
                scale.width(),
                (int) scale.count(),
                isEmpty ? 0 : scale.first(),
                isEmpty ? 0 : scale.last(),
                List.copyOf(nodes),
                List.copyOf(edges.keySet()),
                leftOut.size(),
                counted);
    }

    private static <K, V> Map<K, V> copied(Map<K, V> all, UnaryOperator<V> copy) {
        Map<K, V> copied = new HashMap<>();
        all.forEach((key, value) -> copied.put(key, copy.apply(value)));
        return copied;
    }

    private MapEdge edge(CalledBy by) {
        String service = join.service(by);
        MapNode to = service == null ? new MapNode(by.dependency(), true) : new MapNode(service, false);
        return new MapEdge(by.service(), by.dependency(), to);
    }
}
