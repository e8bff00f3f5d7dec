package io.goodput.lab.report;

import java.util.ArrayList;

/** What a chart shows, for those who do not see it. */
final class ChartText {
    private ChartText() {}

    static String of(ScenarioReport report, PolicyReport policy, Metric metric) {
        var timeline = policy.timeline();
        var curve = Curve.of(metric.of(timeline), timeline.step(), metric.withinStep);
        var parts = new ArrayList<String>();
        var settled = report.settled();
        parts.add(average(curve, settled.from(), settled.to()) + " at " + Figures.seconds(settled));
        if (!report.disturbances().isEmpty()) {
            var span = report.disturbances().getFirst();
            parts.addFirst(average(curve, span.from(), span.to()) + " during " + Disturbance.phrase(report, span));
            parts.addFirst(average(curve, 0, span.from()) + " before");
        }
        return "%s of %s over %s s, in %s: %s."
                .formatted(
                        metric.title,
                        policy.name(),
                        Figures.plain(report.seconds()),
                        metric.unit,
                        String.join(", ", parts));
    }

    private static String average(Curve curve, double from, double to) {
        return Figures.number(curve.average(from, to));
    }
}
