package io.goodput.logs.figures;

import io.goodput.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What has come together of one flow in one interval: units of a service, or attempts at a dependency. Causes are
 * bounded in number; what comes after them is counted as {@value #OTHER}.
 */
public final class FlowTally {
    /** What is counted of causes that are too many. */
    public static final String OTHER = "other";

    private static final int MOST_CAUSES = 20;

    private final Map<Outcome, Double> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Double> errors = new HashMap<>();
    private final Map<String, Double> refusals = new HashMap<>();
    private final WeightedLatencies latencies = new WeightedLatencies();
    private double count;
    private double squares;
    private double retries;
    private double hedges;

    /** Nothing. */
    public FlowTally() {}

    /** So many that ended in this way, read from a record of this weight. */
    public void ended(Outcome outcome, long many, double weight) {
        if (many > 0) {
            outcomes.merge(outcome, many * weight, Double::sum);
        }
        count += many * weight;
        squares += many * weight * weight;
    }

    /** So many of those were further attempts. */
    public void repeated(long retries, long hedges, double weight) {
        this.retries += retries * weight;
        this.hedges += hedges * weight;
    }

    /** So many failed by this. */
    public void failed(String category, double many) {
        add(errors, category, many);
    }

    /** So many were refused by this rule, and did not begin. */
    public void refused(String rule, double many) {
        add(refusals, rule, many);
    }

    private static void add(Map<String, Double> causes, String cause, double many) {
        boolean hasRoom = causes.containsKey(cause) || causes.size() < MOST_CAUSES;
        causes.merge(hasRoom ? cause : OTHER, many, Double::sum);
    }

    /** One was answered well after so long. */
    public void took(long micros, double weight) {
        latencies.add(micros, weight);
    }

    /** Adds all of another. */
    public void add(FlowTally other) {
        other.outcomes.forEach((outcome, many) -> outcomes.merge(outcome, many, Double::sum));
        other.errors.forEach(this::failed);
        other.refusals.forEach(this::refused);
        latencies.add(other.latencies);
        count += other.count;
        squares += other.squares;
        retries += other.retries;
        hedges += other.hedges;
    }

    /** What it comes to. */
    public FlowFigures figures() {
        return FlowFigures.of(count, squares, outcomes, retries, hedges, errors, refusals, latencies);
    }
}
