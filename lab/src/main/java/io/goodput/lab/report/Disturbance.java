package io.goodput.lab.report;

import io.goodput.lab.report.ScenarioReport.Span;
import java.util.stream.Collectors;

/** What the workload did to the service, in words. */
final class Disturbance {
    private static final int LISTED = 3;

    private Disturbance() {}

    /** {@code the spike at 20–25 s}; only for a report that has a disturbance. */
    static String phrase(ScenarioReport report) {
        var spans = report.disturbances();
        var kind = kind(report);
        if (spans.size() == 1) {
            return phrase(report, spans.getFirst());
        }
        if (spans.size() > LISTED) {
            return "the " + spans.size() + " " + kind + "s";
        }
        return "the " + kind + "s at " + spans.stream().map(Figures::seconds).collect(Collectors.joining(", "));
    }

    /** One of several: {@code the spike at 20–25 s}. */
    static String phrase(ScenarioReport report, Span span) {
        return "the " + kind(report) + " at " + Figures.seconds(span);
    }

    /** A spike if more than usual is offered meanwhile, a lull if less. */
    private static String kind(ScenarioReport report) {
        var during = offered(report, true);
        var otherwise = offered(report, false);
        if (during > 1.1 * otherwise) {
            return "spike";
        }
        return during < 0.9 * otherwise ? "lull" : "disturbance";
    }

    private static double offered(ScenarioReport report, boolean disturbed) {
        if (report.policies().isEmpty()) {
            return Double.NaN;
        }
        var timeline = report.policies().getFirst().timeline();
        var offered = timeline.offered().mean();
        var sum = 0.0;
        var steps = 0;
        for (var i = 0; i < offered.length; i++) {
            if (disturbed == during(report, (i + 0.5) * timeline.step())) {
                sum += offered[i];
                steps++;
            }
        }
        return sum / steps;
    }

    private static boolean during(ScenarioReport report, double second) {
        for (Span span : report.disturbances()) {
            if (span.from() <= second && second < span.to()) {
                return true;
            }
        }
        return false;
    }
}
