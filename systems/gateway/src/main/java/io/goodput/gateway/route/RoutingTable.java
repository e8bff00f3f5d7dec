package io.goodput.gateway.route;

import io.goodput.http.head.AcceptedRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Routes in their order.
 *
 * @param <R> what a route is
 */
public final class RoutingTable<R> {
    private final List<R> routes;
    private final Function<R, RouteMatch> match;

    /** Of these, each with what fits it. */
    public RoutingTable(List<R> routes, Function<R, RouteMatch> match) {
        this.routes = List.copyOf(routes);
        this.match = match;
    }

    /** The first that fits; null if none does. */
    public @Nullable R find(AcceptedRequest request) {
        for (R route : routes) {
            if (match.apply(route).fits(request)) {
                return route;
            }
        }
        return null;
    }

    /** All of them. */
    public List<R> routes() {
        return routes;
    }
}
