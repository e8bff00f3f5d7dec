package io.goodput.lab.sweep;

import io.goodput.lab.result.SweepResult.Edge;
import io.goodput.lab.result.SweepResult.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the values between which P(metastable) is neither 0 nor 1, by bisection between the points of a sweep where
 * it turns over. P is that of a number of seeds: 0 means that none of them collapsed. It is taken to rise with the
 * value; of a P that falls again, the first rise is found.
 */
public final class Bistable {
    private static final int MOST_HALVINGS = 20;

    private final Probe probe;
    private final int runsOfAProbe;
    private final double tolerance;
    private int probes;

    /** P(metastable) at a value between those of the sweep. */
    public interface Probe {
        /** From 0 to 1. */
        double at(double value) throws InterruptedException;
    }

    /**
     * A search that has not begun.
     *
     * @param runsOfAProbe how many runs a probe takes
     * @param tolerance how near the two sides of an edge come to each other; 20 halvings are the most
     */
    public Bistable(Probe probe, int runsOfAProbe, double tolerance) {
        this.probe = probe;
        this.runsOfAProbe = runsOfAProbe;
        this.tolerance = tolerance;
    }

    /** Whether P(metastable) is 0 at the first of the points and 1 at the last. */
    public static boolean turnsOver(List<Double> probabilities) {
        return probabilities.getFirst() == 0 && probabilities.getLast() == 1;
    }

    /**
     * The window between these points.
     *
     * @param values ascending
     * @param probabilities as many
     */
    public Window find(String variant, List<Double> values, List<Double> probabilities) throws InterruptedException {
        probes = 0;
        Edge lower = edge(values, probabilities, false);
        Edge upper = edge(values, probabilities, true);
        return new Window(variant, lower, upper, probes * runsOfAProbe);
    }

    private @Nullable Edge edge(List<Double> values, List<Double> probabilities, boolean all)
            throws InterruptedException {
        int beyond = 0;
        while (beyond < values.size() && !isBeyond(probabilities.get(beyond), all)) {
            beyond++;
        }
        return beyond == 0 || beyond == values.size() ? null : narrow(values.get(beyond - 1), values.get(beyond), all);
    }

    private Edge narrow(double from, double to, boolean all) throws InterruptedException {
        double below = from;
        double above = to;
        for (int i = 0; i < MOST_HALVINGS && above - below > tolerance; i++) {
            double middle = (below + above) / 2;
            probes++;
            if (isBeyond(probe.at(middle), all)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return new Edge(below, above);
    }

    /** Past the edge where the first runs collapse, or where all do. */
    private static boolean isBeyond(double probability, boolean all) {
        return all ? probability >= 1 : probability > 0;
    }
}
