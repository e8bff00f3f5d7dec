package io.goodput.lab.claim;

import io.goodput.lab.report.PolicyReport;
import io.goodput.sim.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure of a policy that a claim may speak of, by its name in lower case. */
public enum Metric {
    /** Calls a second answered without error and in time. */
    GOODPUT(Dimension.RATE, PolicyReport::goodput),
    /** Requests a second that the service worked on to the end. */
    THROUGHPUT(Dimension.RATE, PolicyReport::throughput),
    /** Requests sent a second. */
    ATTEMPTS(Dimension.RATE, PolicyReport::attempts),
    /** Requests sent for each call. */
    AMPLIFICATION(Dimension.NUMBER, PolicyReport::amplification),
    /** Share of the seeds that stay collapsed. */
    METASTABLE(Dimension.NUMBER, PolicyReport::metastable),
    /** Time from the end of the disturbance until the service is well, over the seeds that recover. */
    RECOVERY(Dimension.TIME, policy -> policy.recovery().time()),
    /** Share of the seeds that recover. */
    RECOVERED(Dimension.NUMBER, policy -> exactly(policy.recovery().recovered())),
    /** Median latency of the calls that succeed. */
    P50(Dimension.TIME, policy -> policy.latency().p50()),
    /** Their 99th percentile. */
    P99(Dimension.TIME, policy -> policy.latency().p99()),
    /** Their 99.9th percentile. */
    P999(Dimension.TIME, policy -> policy.latency().p999());

    private final Dimension dimension;
    private final Function<PolicyReport, Estimate> figure;

    Metric(Dimension dimension, Function<PolicyReport, Estimate> figure) {
        this.dimension = dimension;
        this.figure = figure;
    }

    private static Estimate exactly(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
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

    /** What it is counted in. */
    public Dimension dimension() {
        return dimension;
    }

    Estimate of(PolicyReport policy) {
        return figure.apply(policy);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
