package io.goodput.lab.report;

import org.jspecify.annotations.Nullable;

/** What is drawn over time. */
enum Metric {
    GOODPUT("goodput", "Goodput", "calls/s", 0.5),
    ATTEMPTS("attempts", "Attempts", "requests/s", 0.5),
    IN_FLIGHT("in-flight", "In flight", "requests", 1);

    /** As in file names and keys. */
    final String key;

    final String title;
    final String unit;

    /** Where in its step a value belongs: rates in the middle, levels, which are read at the end, there. */
    final double withinStep;

    Metric(String key, String title, String unit, double withinStep) {
        this.key = key;
        this.title = title;
        this.unit = unit;
        this.withinStep = withinStep;
    }

    Timeline.Band of(Timeline timeline) {
        return switch (this) {
            case GOODPUT -> timeline.goodput();
            case ATTEMPTS -> timeline.attempts();
            case IN_FLIGHT -> timeline.inFlight();
        };
    }

    /** What it is held against: the offered load, for rates. */
    Timeline.@Nullable Band reference(Timeline timeline) {
        return this == IN_FLIGHT ? null : timeline.offered();
    }

    /** The largest value drawn for any policy, so that all charts of this metric share one axis. */
    double largest(ScenarioReport report) {
        var largest = 0.0;
        for (var policy : report.policies()) {
            var timeline = policy.timeline();
            largest = Math.max(largest, largest(Curve.of(of(timeline), timeline.step(), withinStep), report));
            var reference = reference(timeline);
            if (reference != null) {
                largest = Math.max(
                        largest,
                        max(Curve.of(reference, timeline.step(), withinStep).mean()));
            }
        }
        return largest;
    }

    private static double largest(Curve curve, ScenarioReport report) {
        return report.seeds() == 1 ? max(curve.mean()) : Math.max(max(curve.mean()), max(curve.high()));
    }

    private static double max(double[] values) {
        var max = 0.0;
        for (var value : values) {
            max = Double.isFinite(value) ? Math.max(max, value) : max;
        }
        return max;
    }
}
