package io.goodput.lab.claim;

import io.goodput.lab.result.VariantResult;
import io.goodput.sim.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure of a variant that a claim may speak of, by its name in lower case. */
public enum Metric {
    /** Calls a second answered without error and in time. */
    GOODPUT(Dimension.RATE),
    /** Requests a second that the service worked on to the end. */
    THROUGHPUT(Dimension.RATE),
    /** Requests sent a second. */
    ATTEMPTS(Dimension.RATE),
    /** Requests sent for each call. */
    AMPLIFICATION(Dimension.NUMBER),
    /** Share of the seeds that stay collapsed. */
    METASTABLE(Dimension.NUMBER),
    /** Time from the end of the disturbance until the service is well, over the seeds that recover. */
    RECOVERY(Dimension.TIME),
    /** Share of the seeds that recover. */
    RECOVERED(Dimension.NUMBER),
    /** Median latency of the calls that succeed. */
    P50(Dimension.TIME),
    /** Their 99th percentile. */
    P99(Dimension.TIME),
    /** Their 99.9th percentile. */
    P999(Dimension.TIME),
    /** Their 99.99th percentile. */
    P9999(Dimension.TIME),
    /** Their mean latency. */
    MEAN(Dimension.TIME),
    /** Share of the calls made that ended well. */
    SUCCESS(Dimension.NUMBER),
    /** Attempts a second whose time ran out. */
    TIMEOUTS(Dimension.RATE),
    /** Requests a second that a service turned away. */
    REFUSED(Dimension.RATE),
    /** Requests inside, on average of the windows' ends. */
    INFLIGHT(Dimension.NUMBER),
    /** The most requests inside at the end of a window. */
    PEAK(Dimension.NUMBER),
    /** When the last call that ended well did so, from the start of the run. */
    FINISHED(Dimension.TIME),
    /** The most requests sent in one window, a second. */
    SURGE(Dimension.RATE),
    /** When a critical section was first near saturation, from the start of the run. */
    WARNED(Dimension.TIME);

    private final Dimension dimension;

    Metric(Dimension dimension) {
        this.dimension = dimension;
    }

    /** The metric of that name, or null. */
    public static @Nullable Metric named(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.toString().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names of all of them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Metric::toString).toList();
    }

    /** True if there is nothing to measure unless the workload is disturbed. */
    public boolean needsDisturbance() {
        return this == RECOVERY || this == RECOVERED;
    }

    /** Whether it lies between 0 and 1. */
    public boolean isShare() {
        return this == METASTABLE || this == RECOVERED || this == SUCCESS;
    }

    /** Whether a report has it of every variant. */
    public boolean isReported() {
        return compareTo(P999) <= 0;
    }

    /** Whether it can be measured of one population. */
    public boolean isOfPopulations() {
        return switch (this) {
            case GOODPUT, ATTEMPTS, AMPLIFICATION, MEAN, P50, P99, P999, P9999, SUCCESS, TIMEOUTS, FINISHED, SURGE ->
                true;
            case THROUGHPUT, METASTABLE, RECOVERY, RECOVERED, REFUSED, INFLIGHT, PEAK, WARNED -> false;
        };
    }

    /** Whether it can be measured of one service. */
    public boolean isOfServices() {
        return switch (this) {
            case THROUGHPUT, ATTEMPTS, AMPLIFICATION, TIMEOUTS, REFUSED, INFLIGHT, PEAK, SURGE, WARNED -> true;
            case GOODPUT, METASTABLE, RECOVERY, RECOVERED, MEAN, P50, P99, P999, P9999, SUCCESS, FINISHED -> false;
        };
    }

    /** Whether it can be measured of one endpoint of a service. */
    public boolean isOfEndpoints() {
        return this == ATTEMPTS || this == SURGE;
    }

    /** Whether it can be measured in another span than the settled window. */
    public boolean isOfSpans() {
        return switch (this) {
            case GOODPUT, THROUGHPUT, ATTEMPTS, AMPLIFICATION, SUCCESS, TIMEOUTS, REFUSED, INFLIGHT, PEAK, SURGE ->
                true;
            case METASTABLE, RECOVERY, RECOVERED, MEAN, P50, P99, P999, P9999, FINISHED, WARNED -> false;
        };
    }

    /** What it is counted in. */
    public Dimension dimension() {
        return dimension;
    }

    Estimate of(VariantResult variant) {
        return switch (this) {
            case GOODPUT -> variant.goodput();
            case THROUGHPUT -> variant.throughput();
            case ATTEMPTS -> variant.attempts();
            case AMPLIFICATION -> variant.amplification();
            case METASTABLE -> variant.metastable();
            case RECOVERY -> variant.recovery().time();
            case RECOVERED -> new Estimate(variant.recovery().recovered(), Double.NaN, Double.NaN);
            case P50 -> variant.latency().p50();
            case P99 -> variant.latency().p99();
            case P999 -> variant.latency().p999();
            case P9999, MEAN, SUCCESS, TIMEOUTS, REFUSED, INFLIGHT, PEAK, FINISHED, SURGE, WARNED -> Estimate.NONE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
