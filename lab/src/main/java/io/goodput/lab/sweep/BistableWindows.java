package io.goodput.lab.sweep;

import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Window;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.Sweep;
import io.goodput.lab.scenario.Varied;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the {@link Bistable} windows of a sweep over one key: of each variant that collapses in no run at the first
 * value and in all at the last, or, if asked to, of each that ever collapses.
 */
public final class BistableWindows {
    private static final int TOLERANCES_IN_A_STEP = 16;

    private final Varied axis;
    private final At scenario;
    private final int threads;
    private final double tolerance;

    /** The scenario between the points of the sweep. */
    public interface At {
        /**
         * One variant of it at one value.
         *
         * @param value as it would be written, with its unit
         */
        Scenario of(String variant, String value);
    }

    /**
     * A search that has not begun.
     *
     * @param axis with numbers that rise
     * @param tolerance in the unit of the values; a sixteenth of their mean step if it is null
     */
    public BistableWindows(Varied axis, At scenario, int threads, @Nullable Double tolerance) {
        this.axis = axis;
        this.scenario = scenario;
        this.threads = threads;
        this.tolerance = tolerance == null ? meanStep(axis) / TOLERANCES_IN_A_STEP : tolerance;
    }

    private static double meanStep(Varied axis) {
        double span = axis.numbers().getLast() - axis.numbers().getFirst();
        return span / Math.max(1, axis.numbers().size() - 1);
    }

    /**
     * Those of a sweep over the axis.
     *
     * @param all of each variant that collapses anywhere, not only of those that turn over
     */
    public List<Window> find(SweepResult sweep, boolean all) throws InterruptedException {
        var windows = new ArrayList<Window>();
        for (String variant : sweep.variants()) {
            List<Double> points = sweep.runs().variants().stream()
                    .filter(run -> Sweep.variant(run.name()).equals(variant))
                    .map(run -> run.metastable().mean())
                    .toList();
            if (Bistable.turnsOver(points) || (all && points.stream().anyMatch(each -> each > 0))) {
                var search = new Bistable(
                        value -> metastable(variant, value), sweep.runs().seeds(), tolerance);
                windows.add(search.find(variant, axis.numbers(), points));
            }
        }
        return windows;
    }

    private double metastable(String variant, double value) throws InterruptedException {
        String written = new BigDecimal(value)
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString()
                + axis.unit();
        var one = new Experiment(scenario.of(variant, written), "", threads).run(_ -> {});
        return one.variants().getFirst().metastable().mean();
    }
}
