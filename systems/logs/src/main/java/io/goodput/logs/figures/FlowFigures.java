package io.goodput.logs.figures;

import io.goodput.Outcome;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one flow in one interval, re-inflated: units of a service, or attempts at a dependency.
 *
 * @param count how many ended
 * @param effective with how many records of equal weight one would know as much
 * @param outcomes how many ended in each way, zeros left out
 * @param retries how many were further attempts after a failure
 * @param hedges how many were further attempts beside a slow one
 * @param errors how many failed, by category
 * @param refusals how many were refused, by rule: of a service what it shed, of an edge what was not sent
 * @param p50 median latency of those that succeeded, in microseconds; null without any
 * @param p99 likewise
 */
public record FlowFigures(
        double count,
        double effective,
        Map<Outcome, Double> outcomes,
        double retries,
        double hedges,
        Map<String, Double> errors,
        Map<String, Double> refusals,
        @Nullable Double p50,
        @Nullable Double p99) {
    /** Nothing happened. */
    public static final FlowFigures ZERO = new FlowTally().figures();

    static FlowFigures of(
            double count,
            double squares,
            Map<Outcome, Double> outcomes,
            double retries,
            double hedges,
            Map<String, Double> errors,
            Map<String, Double> refusals,
            WeightedLatencies latencies) {
        return new FlowFigures(
                count,
                squares == 0 ? 0 : count * count / squares,
                Map.copyOf(outcomes),
                retries,
                hedges,
                new TreeMap<>(errors),
                new TreeMap<>(refusals),
                latencies.quantile(0.5),
                latencies.quantile(0.99));
    }

    /** How many ended so. */
    public double ended(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0.0);
    }

    /** How many say something of whoever was asked: all but those that were given up. */
    public double told() {
        return count - ended(Outcome.CANCELLED);
    }

    /**
     * How many of those failed for a reason that lies with whoever was asked, or on the way: not what was wrong with
     * the request itself.
     */
    public double failed() {
        return ended(Outcome.TRANSIENT_FAILURE)
                + ended(Outcome.TIMEOUT)
                + ended(Outcome.THROTTLED)
                + ended(Outcome.NOT_PROCESSED)
                + ended(Outcome.DROPPED);
    }

    /** The share of those that failed; 0 where nothing was told. */
    public double failureShare() {
        return told() == 0 ? 0 : failed() / told();
    }

    /** How many were refused, for all reasons. */
    public double refused() {
        return refusals.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
