package io.goodput.lab.model;

import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;

/** What goes wrong for a while. */
public sealed interface Fault {
    /** When. */
    Span span();

    /** What it is called in a scenario: {@code zone-loss}. */
    default String kind() {
        return switch (this) {
            case Crash _ -> "crash";
            case CapacityLoss _ -> "capacity-loss";
            case BlackHole _ -> "black-hole";
            case SlowDown _ -> "slow-down";
            case Pause _ -> "pause";
            case Errors _ -> "errors";
            case ClockSkew _ -> "clock-skew";
            case CacheLoss _ -> "cache-loss";
            case CacheOutage _ -> "cache-outage";
            case Loss _ -> "loss";
            case Delay _ -> "delay";
            case Partition _ -> "partition";
            case ZoneLoss _ -> "zone-loss";
        };
    }

    /** What befalls endpoints. */
    sealed interface AtEndpoints extends Fault {
        /** Which. */
        Target target();
    }

    /** What befalls the caches of those who call. */
    sealed interface AtCaches extends Fault {
        /** The population or service whose caches they are. */
        String owner();
    }

    /** What befalls messages. */
    sealed interface OnTheWay extends Fault {}

    /**
     * An endpoint is down: requests inside are lost, their callers told so, and new ones are refused at once. It comes
     * back empty.
     */
    record Crash(Span span, Target target) implements AtEndpoints {}

    /**
     * A share of the endpoints of a service is down, the last ones.
     *
     * @param share rounded up to whole endpoints
     */
    record CapacityLoss(Span span, Target target, double share) implements AtEndpoints {}

    /** An endpoint fails all requests at once, without doing any work. */
    record BlackHole(Span span, Target target) implements AtEndpoints {}

    /**
     * All work takes longer.
     *
     * @param factor 10 for a tenth of the speed
     */
    record SlowDown(Span span, Target target, double factor) implements AtEndpoints {}

    /** All work stands still, as in a long garbage collection; messages are taken in all the same. */
    record Pause(Span span, Target target) implements AtEndpoints {}

    /**
     * Work ends in an error.
     *
     * @param from share of the requests at the start of the span
     * @param to share at its end; linear between
     */
    record Errors(Span span, Target target, double from, double to) implements AtEndpoints {}

    /**
     * The clock of an endpoint is ahead.
     *
     * @param nanos by that much; negative if it is behind
     */
    record ClockSkew(Span span, Target target, long nanos) implements AtEndpoints {}

    /** The caches of a population or service are emptied, at the start of the span. */
    record CacheLoss(Span span, String owner) implements AtCaches {}

    /** Nothing is found in the caches of a population or service, and nothing kept; what was there comes back. */
    record CacheOutage(Span span, String owner) implements AtCaches {}

    /**
     * A share of the messages to and from an endpoint is lost.
     *
     * @param share of the messages of each way
     */
    record Loss(Span span, Target target, double share) implements OnTheWay {}

    /** Messages to and from an endpoint take longer. */
    record Delay(Span span, Target target, Distribution eachWay) implements OnTheWay {}

    /**
     * No message passes between two groups.
     *
     * @param one a population, a service or a zone
     * @param other another one
     */
    record Partition(Span span, String one, String other) implements OnTheWay {}

    /** No message passes to, from or within a zone. */
    record ZoneLoss(Span span, String zone) implements OnTheWay {}
}
