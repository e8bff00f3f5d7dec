package io.goodput.lab.sweep;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Term;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.Sweep;
import io.goodput.lab.scenario.Varied;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays the figures of all the runs of a sweep out by variant and point. */
public final class SweepFigures {
    private SweepFigures() {}

    /** The report of a sweep from that of its runs. */
    public static SweepResult of(Sweep sweep, ScenarioResult runs) {
        Map<String, VariantResult> byName =
                runs.variants().stream().collect(Collectors.toMap(VariantResult::name, Function.identity()));
        return new SweepResult(
                runs,
                sweep.title().isEmpty() ? runs.scenario() : sweep.title(),
                sweep.axes().stream().map(SweepFigures::axis).toList(),
                sweep.variants(),
                sweep.figures().stream()
                        .map(measure -> figure(measure, sweep, byName))
                        .toList(),
                List.of());
    }

    private static SweepResult.Varied axis(Varied varied) {
        List<Double> places = varied.isNumeric()
                ? varied.numbers()
                : IntStream.range(0, varied.values().size())
                        .mapToObj(i -> (double) i)
                        .toList();
        return new SweepResult.Varied(varied.path(), varied.values(), places, varied.isNumeric() ? varied.unit() : "");
    }

    private static SweepResult.Figure figure(Measure measure, Sweep sweep, Map<String, VariantResult> runs) {
        var all = new ArrayList<List<Estimate>>();
        for (String variant : sweep.variants()) {
            var points = new ArrayList<Estimate>();
            for (List<String> point : sweep.points()) {
                String name = Sweep.name(variant, point);
                VariantResult run = runs.get(name);
                points.add(run == null ? Estimate.NONE : new Term.Figure(1, measure, name).value(List.of(run)));
            }
            all.add(points);
        }
        return new SweepResult.Figure(
                measure.key(),
                measure.metric().dimension().unit(),
                measure.metric().isShare(),
                all);
    }
}
