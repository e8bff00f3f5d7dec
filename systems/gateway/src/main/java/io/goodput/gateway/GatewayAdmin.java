package io.goodput.gateway;

import io.goodput.gateway.pass.GatewayHandler;
import io.goodput.gateway.pass.LiveRoute;
import io.goodput.gateway.pass.LoopOrigins;
import io.goodput.health.HealthReport;
import io.goodput.health.HealthReport.Finding;
import io.goodput.health.Status;
import io.goodput.netty.listener.HttpListener;
import io.goodput.netty.upstream.UpstreamFailure;
import io.goodput.netty.upstream.UpstreamSnapshot;
import io.goodput.server.admin.AdminSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JsonGenerator;

/** What a gateway says of itself: one set of figures, as JSON and as metrics. */
final class GatewayAdmin implements AdminSource {
    private final List<HttpListener> listeners;
    private final GatewayHandler handler;
    private final BooleanSupplier leaving;

    GatewayAdmin(List<HttpListener> listeners, GatewayHandler handler, BooleanSupplier leaving) {
        this.listeners = listeners;
        this.handler = handler;
        this.leaving = leaving;
    }

    @Override
    public HealthReport liveness() {
        return new HealthReport(true, List.of());
    }

    @Override
    public HealthReport readiness() {
        boolean leaves = leaving.getAsBoolean();
        return new HealthReport(!leaves, List.of(new Finding("leaving", leaves ? Status.DOWN : Status.UP, "", leaves)));
    }

    @Override
    public void state(JsonGenerator json) {
        json.writeArrayPropertyStart("listeners");
        for (HttpListener each : listeners) {
            json.writeStartObject();
            json.writeStringProperty("address", each.address().toString());
            figures(json, RouteFigures.of(each.counts().snapshot()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("unrouted", handler.unrouted());
        json.writeObjectPropertyStart("routes");
        for (LiveRoute route : handler.routes()) {
            json.writeObjectPropertyStart(route.name());
            figures(json, RouteFigures.of(route));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("upstream");
        figures(json, upstream());
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, Map<String, Number> figures) {
        figures.forEach((name, value) -> json.writeNumberProperty(name, value.longValue()));
    }

    private Map<String, Number> upstream() {
        Map<String, Number> sums = new LinkedHashMap<>();
        for (LoopOrigins loop : handler.loops()) {
            UpstreamSnapshot each = loop.snapshot();
            add(sums, "connections", each.connections());
            add(sums, "unused", each.unused());
            add(sums, "waiting", each.waiting());
            add(sums, "opened_total", each.opened());
            add(sums, "reused_total", each.reused());
            add(sums, "discarded_total", each.discarded());
            for (UpstreamFailure failure : UpstreamFailure.values()) {
                String name = failure.name().toLowerCase(Locale.ROOT);
                add(sums, "failed_" + name + "_total", each.failures().getOrDefault(failure, 0L));
            }
        }
        return sums;
    }

    private static void add(Map<String, Number> sums, String name, long more) {
        sums.merge(name, more, (a, b) -> a.longValue() + b.longValue());
    }

    @Override
    public void metrics(boolean openMetrics, Appendable out) throws IOException {
        var text = new MetricText(openMetrics);
        for (HttpListener each : listeners) {
            text.add(
                    "goodput_gateway_listener_",
                    "listener",
                    Integer.toString(each.address().getPort()),
                    RouteFigures.of(each.counts().snapshot()));
        }
        text.add("goodput_gateway_", "", "", Map.of("unrouted_total", handler.unrouted()));
        for (LiveRoute route : handler.routes()) {
            text.add("goodput_gateway_route_", "route", route.name(), RouteFigures.of(route));
        }
        text.add("goodput_gateway_upstream_", "", "", upstream());
        text.write(out);
    }
}
