package io.goodput.lab.page;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Curve;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Disturbance;
import io.goodput.lab.wording.Figures;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a chart shows, for those who do not see it. */
final class ChartText {
    private ChartText() {}

    static String of(ScenarioResult report, VariantResult variant, ChartMetric metric) {
        var curve = metric.curve(report, variant);
        var tail = metric.tail(report, variant);
        var parts = new ArrayList<String>();
        var settled = report.settled();
        parts.add(average(curve, tail, settled.from(), settled.to()) + " at " + Figures.seconds(settled));
        if (!report.disturbances().isEmpty()) {
            var span = report.disturbances().getFirst();
            parts.addFirst(
                    average(curve, tail, span.from(), span.to()) + " during " + Disturbance.phrase(report, span));
            parts.addFirst(average(curve, tail, 0, span.from()) + " before");
        }
        return "%s of %s over %s s, in %s: %s."
                .formatted(
                        tail == null ? metric.title : metric.title + " (p50 and p99)",
                        variant.name(),
                        Figures.plain(report.seconds()),
                        metric.unit(report),
                        String.join(", ", parts));
    }

    private static String average(Curve curve, @Nullable Curve tail, double from, double to) {
        if (tail == null) {
            return Figures.number(curve.average(from, to));
        }
        // Percentiles have long steps: each that the span touches counts, so that a short span has one too.
        var first = Math.floor(from / curve.step()) * curve.step();
        var last = Math.ceil(to / curve.step()) * curve.step();
        return Figures.number(curve.average(first, last)) + " and " + Figures.number(tail.average(first, last));
    }
}
