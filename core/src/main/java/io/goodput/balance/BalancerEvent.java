package io.goodput.balance;

import io.goodput.bounds.Shown;

/**
 * What a {@link Balancer} tells of itself; the text of an event is a line for a log. Instants are readings of its
 * ticker, in nanoseconds.
 */
public sealed interface BalancerEvent {
    /** An endpoint was found to be an outlier, and perhaps ejected: {@link Detection#consequence}. */
    record OutlierFound(Detection detection) implements BalancerEvent {
        @Override
        public String toString() {
            return Shown.line(detection.toString());
        }
    }

    /** The time of an ejection is over: the endpoint gets calls again. */
    record Returned(Endpoint endpoint, long at) implements BalancerEvent {
        @Override
        public String toString() {
            return Shown.line(endpoint.name() + ": RETURNED");
        }
    }

    /** Something outside has found out about an endpoint: {@link Balancer#health}. */
    record HealthChanged(Endpoint endpoint, boolean healthy) implements BalancerEvent {
        @Override
        public String toString() {
            return Shown.line(endpoint.name() + (healthy ? ": HEALTHY" : ": UNHEALTHY"));
        }
    }

    /**
     * So few endpoints are available that calls go to all of them from now on, or enough are again.
     *
     * @param panicking whether they go to all
     * @param endpoints how many there are
     */
    record PanicChanged(boolean panicking, int endpoints) implements BalancerEvent {
        @Override
        public String toString() {
            return Shown.line((panicking ? "panic" : "no panic any more") + ", endpoints: " + endpoints);
        }
    }
}
