package io.goodput.lab.run;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.run.RunFigures.Series;
import io.goodput.sim.Estimate;
import io.goodput.sim.stat.Band;
import io.goodput.sim.stat.Estimates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All the runs of one variant, by seed, and what they say together. */
record VariantRuns(
        String name,
        long firstSeed,
        boolean seesRecovery,
        Measures measures,
        List<RunFigures> runs,
        VariantLatencies latencies,
        PartsOverTime parts) {
    private static final double NANOS_PER_SECOND = 1e9;

    VariantResult report() {
        return new VariantResult(
                name,
                mean(RunFigures::goodput),
                mean(RunFigures::throughput),
                mean(RunFigures::attempts),
                mean(RunFigures::amplification),
                metastable(),
                recovery(),
                new VariantResult.Latency(latency(0.5), latency(0.99), latency(0.999)),
                timeline(),
                collapsed(),
                figures());
    }

    private SequencedMap<String, Estimate> figures() {
        var figures = new LinkedHashMap<String, Estimate>();
        for (int i = 0; i < measures.list().size(); i++) {
            int number = i;
            Measure measure = measures.list().get(i);
            OptionalDouble percentile = Measures.percentile(measure.metric());
            figures.put(
                    measure.key(),
                    percentile.isPresent()
                            ? seconds(latencies.of(measure.part(), percentile.getAsDouble()))
                            : mean(run -> run.others()[number]));
        }
        return figures;
    }

    long events() {
        return runs.stream().mapToLong(RunFigures::events).sum();
    }

    /** Over the runs that have the figure. */
    private Estimate mean(ToDoubleFunction<RunFigures> figure) {
        return Estimates.mean(runs.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray());
    }

    /** A share of one run says nothing about others, whatever Wilson's interval makes of it. */
    private Estimate metastable() {
        Estimate share = Estimates.proportion(collapsed().size(), runs.size());
        return runs.size() == 1 ? new Estimate(share.mean(), Double.NaN, Double.NaN) : share;
    }

    private List<Long> collapsed() {
        return IntStream.range(0, runs.size())
                .filter(i -> runs.get(i).metastable())
                .mapToObj(i -> firstSeed + i)
                .toList();
    }

    private VariantResult.Recovery recovery() {
        if (!seesRecovery) {
            return new VariantResult.Recovery(Estimate.NONE, Double.NaN);
        }
        long recovered =
                runs.stream().filter(run -> !Double.isNaN(run.recovery())).count();
        return new VariantResult.Recovery(mean(RunFigures::recovery), (double) recovered / runs.size());
    }

    private Estimate latency(double p) {
        return seconds(latencies.settled().percentile(p));
    }

    private static Estimate seconds(Estimate nanos) {
        return new Estimate(
                nanos.mean() / NANOS_PER_SECOND,
                // Where the batches differ widely the interval would reach below zero, and no latency does.
                Math.max(0, nanos.low() / NANOS_PER_SECOND),
                nanos.high() / NANOS_PER_SECOND);
    }

    private Timeline timeline() {
        return new Timeline(
                runs.getFirst().series().step(),
                band(Series::offered),
                band(Series::goodput),
                band(Series::attempts),
                band(Series::inFlight),
                new Timeline.Latency(
                        latencies.overTime().windows().nanos() / NANOS_PER_SECOND,
                        latencyOverTime(0.5),
                        latencyOverTime(0.99)),
                parts.means());
    }

    private double[] latencyOverTime(double p) {
        return IntStream.range(0, latencies.overTime().windows().count())
                .mapToDouble(window -> latencies.overTime().percentile(window, p) / NANOS_PER_SECOND)
                .toArray();
    }

    private Timeline.Band band(Function<Series, double[]> line) {
        List<Band> bands =
                Band.across(runs.stream().map(run -> line.apply(run.series())).toArray(double[][]::new));
        return new Timeline.Band(
                bands.stream().mapToDouble(Band::mean).toArray(),
                bands.stream().mapToDouble(Band::p5).toArray(),
                bands.stream().mapToDouble(Band::p95).toArray());
    }
}
