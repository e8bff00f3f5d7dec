package io.goodput.gateway;

import io.goodput.admission.AdmissionSnapshot;
import io.goodput.admission.Shed;
import io.goodput.balance.Balancer;
import io.goodput.balance.BalancerSnapshot;
import io.goodput.breaker.BreakerSnapshot;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.gateway.pass.LiveRoute;
import io.goodput.gateway.pass.RouteCounts;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.LimitSnapshot;
import io.goodput.netty.limit.ListenerCounts;
import io.goodput.netty.loop.LoopAdmission;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures by name, in the order in which they are read; what only grows ends in {@code _total}. */
final class RouteFigures {
    private RouteFigures() {}

    /** Of a route: its requests, its admission, its guard. */
    static Map<String, Number> of(LiveRoute route) {
        Map<String, Number> figures = new LinkedHashMap<>();
        RouteCounts.Snapshot counts = route.counts().snapshot();
        figures.put("requests_total", counts.requests());
        figures.put("attempts_total", counts.attempts());
        counts.answers().forEach((name, count) -> figures.put("passed_" + name + "_total", count));
        counts.own().forEach((status, count) -> figures.put("own_" + status + "_total", count));
        figures.put("client_gone_total", counts.gone());
        figures.put("answer_cut_total", counts.cut());
        LoopAdmission admission = route.admission();
        if (admission != null) {
            add(figures, admission.queue().snapshot(route.guard().ticker().nanos()));
        }
        addGuard(figures, route);
        return figures;
    }

    private static void add(Map<String, Number> figures, AdmissionSnapshot admission) {
        figures.put("admission_limit", admission.limit());
        figures.put("admission_in_service", admission.inService());
        figures.put("admission_waiting", admission.waiting());
        long served =
                admission.served().values().stream().mapToLong(Long::longValue).sum();
        figures.put("admission_served_total", served);
        for (Shed reason : Shed.values()) {
            figures.put("admission_shed_" + word(reason) + "_total", admission.shed(reason));
        }
        figures.put("admission_cancelled_total", admission.cancelled());
    }

    private static void addGuard(Map<String, Number> figures, LiveRoute route) {
        Balancer balancer = route.guard().balancer();
        if (balancer != null && !route.origins().isEmpty()) {
            BalancerSnapshot snapshot = balancer.snapshot();
            figures.put("endpoints", snapshot.endpoints());
            figures.put("endpoints_available", snapshot.available());
            figures.put("endpoints_ejected", snapshot.ejected());
            figures.put("in_flight", snapshot.inFlight());
        }
        KeyedBreaker breaker = route.guard().breaker();
        if (breaker != null) {
            BreakerSnapshot snapshot = breaker.snapshot();
            figures.put("breakers_limiting", snapshot.limiting());
            figures.put("breaker_failed_total", snapshot.failed());
            figures.put("breaker_dropped_total", snapshot.dropped());
        }
        ConcurrencyLimit limit = route.guard().limit();
        if (limit != null) {
            LimitSnapshot snapshot = limit.snapshot();
            figures.put("concurrency_limit", snapshot.limit());
            figures.put("concurrency_refused_total", snapshot.refused());
        }
    }

    /** Of a listener; reasons and rules that have not come to pass are left out. */
    static Map<String, Number> of(ListenerCounts.Snapshot counts) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("open", counts.open());
        figures.put("connections_total", counts.connections());
        figures.put("requests_total", counts.requests());
        counts.closed().forEach((reason, count) -> put(figures, "closed_", reason, count));
        counts.aborted().forEach((reason, count) -> put(figures, "aborted_", reason, count));
        counts.faults().forEach((fault, count) -> put(figures, "refused_", fault, count));
        return figures;
    }

    private static void put(Map<String, Number> figures, String prefix, Enum<?> name, long count) {
        if (count > 0) {
            figures.put(prefix + word(name) + "_total", count);
        }
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
