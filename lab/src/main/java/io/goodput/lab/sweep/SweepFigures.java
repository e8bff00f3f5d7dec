package io.goodput.lab.sweep;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.claim.Term;
import io.goodput.lab.report.PolicyReport;
import io.goodput.lab.report.ScenarioReport;
import io.goodput.lab.report.SweepReport;
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
    public static SweepReport of(Sweep sweep, ScenarioReport runs) {
        Map<String, PolicyReport> byName =
                runs.policies().stream().collect(Collectors.toMap(PolicyReport::name, Function.identity()));
        return new SweepReport(
                runs,
                sweep.title().isEmpty() ? runs.scenario() : sweep.title(),
                sweep.axes().stream().map(SweepFigures::axis).toList(),
                sweep.variants(),
                sweep.figures().stream()
                        .map(measure -> figure(measure, sweep, byName))
                        .toList(),
                List.of());
    }

    private static SweepReport.Varied axis(Varied varied) {
        List<Double> places = varied.isNumeric()
                ? varied.numbers()
                : IntStream.range(0, varied.values().size())
                        .mapToObj(i -> (double) i)
                        .toList();
        return new SweepReport.Varied(varied.path(), varied.values(), places, varied.isNumeric() ? varied.unit() : "");
    }

    private static SweepReport.Figure figure(Measure measure, Sweep sweep, Map<String, PolicyReport> runs) {
        var all = new ArrayList<List<Estimate>>();
        for (String variant : sweep.variants()) {
            var points = new ArrayList<Estimate>();
            for (List<String> point : sweep.points()) {
                String name = Sweep.name(variant, point);
                PolicyReport run = runs.get(name);
                points.add(run == null ? Estimate.NONE : new Term.Figure(1, measure, name).value(List.of(run)));
            }
            all.add(points);
        }
        return new SweepReport.Figure(
                measure.key(), measure.metric().dimension().unit(), isShare(measure), all);
    }

    private static boolean isShare(Measure measure) {
        return measure.metric() == Metric.METASTABLE
                || measure.metric() == Metric.RECOVERED
                || measure.metric() == Metric.SUCCESS;
    }
}
