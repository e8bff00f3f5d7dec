package io.goodput.lab.sweep;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.model.Model;
import io.goodput.lab.result.ClaimResult.Unit;
import io.goodput.lab.result.PairedResult.Row;
import io.goodput.lab.result.PairedResult.Variant;
import io.goodput.lab.result.PairedResult.Verdict;
import io.goodput.lab.run.Samples;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Estimate;
import io.goodput.sim.stat.Differences;
import io.goodput.sim.stat.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Compares two models under the same seeds.
 *
 * <p>A difference is shown where its 95 % interval leaves out zero; of P(metastable), where McNemar's exact test gives
 * less than 5 %. A figure that a run may lack (recovery, latency) is compared over the seeds under which both sides
 * have it, so a side that fails more often is compared in the runs in which it fares well.
 */
public final class Pairs {
    private static final int SIDES = 2;
    private static final double LEVEL = 0.05;
    private static final List<Measure> ALSO = List.of(
            Measure.of(Metric.SUCCESS), Measure.of(Metric.TIMEOUTS), Measure.of(Metric.P50), Measure.of(Metric.P99));
    private static final List<Metric> SHOWN = List.of(
            Metric.GOODPUT,
            Metric.SUCCESS,
            Metric.ATTEMPTS,
            Metric.AMPLIFICATION,
            Metric.TIMEOUTS,
            Metric.METASTABLE,
            Metric.RECOVERY,
            Metric.P50,
            Metric.P99);

    private Pairs() {}

    /** How many runs {@link #compare} takes. */
    public static int runs(Scenario before) {
        return before.variants().size() * SIDES * before.plan().seeds();
    }

    /**
     * Runs both under every seed of the plan, and sets their figures side by side.
     *
     * @param after with at least the variants of {@code before}
     * @param progress told how many runs are done
     */
    public static List<Variant> compare(Scenario before, Scenario after, int threads, IntConsumer progress)
            throws InterruptedException {
        RunPlan plan = before.plan();
        var variants = new ArrayList<Variant>();
        for (var variant : before.variants().entrySet()) {
            int done = variants.size() * SIDES * plan.seeds();
            Model changed = Objects.requireNonNull(after.variants().get(variant.getKey()));
            variants.add(compare(
                    variant.getKey(),
                    variant.getValue(),
                    changed,
                    plan,
                    threads,
                    runs -> progress.accept(done + runs)));
        }
        return variants;
    }

    /** The same of one variant. */
    public static Variant compare(
            String name, Model before, Model after, RunPlan plan, int threads, IntConsumer progress)
            throws InterruptedException {
        Samples one = Samples.run(before, plan, ALSO, threads, progress);
        Samples other = Samples.run(after, plan, ALSO, threads, done -> progress.accept(plan.seeds() + done));
        return new Variant(
                name,
                SHOWN.stream()
                        .map(metric -> row(metric, one.of(Measure.of(metric)), other.of(Measure.of(metric))))
                        .toList());
    }

    /**
     * One figure of both sides, seed by seed.
     *
     * @param before NaN where a run has no such figure
     * @param after as many
     */
    public static Row row(Metric metric, double[] before, double[] after) {
        int[] both = IntStream.range(0, before.length)
                .filter(i -> !Double.isNaN(before[i]) && !Double.isNaN(after[i]))
                .toArray();
        double[] one = IntStream.of(both).mapToDouble(i -> before[i]).toArray();
        double[] other = IntStream.of(both).mapToDouble(i -> after[i]).toArray();
        return metric == Metric.METASTABLE ? share(one, other) : mean(metric, one, other);
    }

    private static Row mean(Metric metric, double[] before, double[] after) {
        Estimate paired = Differences.paired(before, after);
        return new Row(
                metric.toString(),
                metric.dimension().unit(),
                Estimates.mean(before),
                Estimates.mean(after),
                paired,
                paired.isDefined() ? Differences.unpaired(before, after) : Estimate.NONE,
                before.length,
                verdict(paired, isBetterHigh(metric), paired.low() > 0 || paired.high() < 0));
    }

    private static Row share(double[] before, double[] after) {
        int onlyBefore = count(before, after);
        int onlyAfter = count(after, before);
        Estimate one = Estimates.proportion((int) Math.round(sum(before)), before.length);
        Estimate other = Estimates.proportion((int) Math.round(sum(after)), after.length);
        Estimate paired = Differences.pairedShare(onlyBefore, onlyAfter, before.length);
        boolean isShown = Differences.mcNemar(onlyBefore, onlyAfter) < LEVEL;
        return new Row(
                Metric.METASTABLE.toString(),
                Unit.NONE,
                one,
                other,
                paired,
                Differences.unpairedShare(one, other),
                before.length,
                verdict(paired, false, isShown));
    }

    private static int count(double[] these, double[] notThose) {
        return (int) IntStream.range(0, these.length)
                .filter(i -> these[i] == 1 && notThose[i] == 0)
                .count();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static Verdict verdict(Estimate difference, boolean isBetterHigh, boolean isShown) {
        if (!isShown || difference.mean() == 0) {
            return Verdict.NOT_SHOWN;
        }
        return difference.mean() > 0 == isBetterHigh ? Verdict.BETTER : Verdict.WORSE;
    }

    private static boolean isBetterHigh(Metric metric) {
        return metric == Metric.GOODPUT || metric == Metric.SUCCESS;
    }
}
