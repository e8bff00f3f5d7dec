package io.goodput.lab.run;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import io.goodput.sim.Replications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntConsumer;

/**
 * The figures of each run of a model, run by run in the order of the seeds: what pairs are made of.
 *
 * @param values of each measure one for each seed; NaN where a run has no such figure
 */
public record Samples(SequencedMap<Measure, double[]> values) {
    private static final List<Metric> OF_A_RUN = List.of(
            Metric.GOODPUT,
            Metric.THROUGHPUT,
            Metric.ATTEMPTS,
            Metric.AMPLIFICATION,
            Metric.METASTABLE,
            Metric.RECOVERY);

    /** The values of one measure; of P(metastable) 1 for a run that is, and 0 for one that is not. */
    public double[] of(Measure measure) {
        double[] found = values.get(measure);
        if (found == null) {
            throw new IllegalArgumentException(measure.key() + ": was not measured");
        }
        return found;
    }

    /**
     * Runs a model under every seed of a plan.
     *
     * @param also what is measured besides goodput, throughput, attempts, amplification, metastable and recovery;
     *     percentiles are those of each run alone
     * @param progress told how many runs are done
     */
    public static Samples run(Model model, RunPlan plan, List<Measure> also, int threads, IntConsumer progress)
            throws InterruptedException {
        var measures = new Measures(also);
        List<RunFigures> runs = new Replications(threads)
                .run(plan.seeds(), index -> runOnce(model, plan, measures, plan.firstSeed() + index), progress);
        var values = new LinkedHashMap<Measure, double[]>();
        for (Metric metric : OF_A_RUN) {
            values.put(
                    Measure.of(metric),
                    runs.stream().mapToDouble(run -> value(run, metric)).toArray());
        }
        for (int i = 0; i < also.size(); i++) {
            int number = i;
            values.put(
                    also.get(i),
                    runs.stream().mapToDouble(run -> run.others()[number]).toArray());
        }
        return new Samples(values);
    }

    private static RunFigures runOnce(Model model, RunPlan plan, Measures measures, long seed) {
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        measures.askFor(tally);
        var world = new World(model, seed, tally);
        world.run();
        return RunFigures.of(model, plan, tally, measures, world.simulation().events());
    }

    private static double value(RunFigures run, Metric metric) {
        return switch (metric) {
            case GOODPUT -> run.goodput();
            case THROUGHPUT -> run.throughput();
            case ATTEMPTS -> run.attempts();
            case AMPLIFICATION -> run.amplification();
            case METASTABLE -> run.metastable() ? 1 : 0;
            default -> run.recovery();
        };
    }
}
