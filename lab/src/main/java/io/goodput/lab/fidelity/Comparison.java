package io.goodput.lab.fidelity;

import io.goodput.lab.fidelity.Point.Part;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a run into what is compared: each stretch at a constant rate without its first two seconds, in which a queue
 * fills. After a fall of the rate only the scenario's settled window counts; what lies before it is recovery.
 */
final class Comparison {
    private static final long SETTLING = 2_000_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scenario scenario;
    private final Law law;

    Comparison(Scenario scenario, Law law) {
        this.scenario = scenario;
        this.law = law;
    }

    List<Point> points(VariantResult predicted, Counts measured) {
        List<Point> points = new ArrayList<>();
        double before = 0;
        for (Span stretch : law.stretches(scenario.plan().length().toNanos())) {
            double rate = law.rate().rateAt(stretch.from());
            if (rate < before) {
                recovery(stretch, predicted, measured, points);
            } else if (stretch.nanos() > SETTLING) {
                Span steady = new Span(stretch.from() + SETTLING, stretch.to());
                points.add(point(steady, Part.STEADY, predicted, measured));
            }
            before = rate;
        }
        return points;
    }

    private void recovery(Span stretch, VariantResult predicted, Counts measured, List<Point> points) {
        RunPlan plan = scenario.plan();
        Span settled = plan.settledSpan();
        if (settled.from() > stretch.from()) {
            Span first = new Span(stretch.from(), Math.min(settled.from(), stretch.to()));
            points.add(point(first, Part.RECOVERY, predicted, measured));
        }
        if (settled.overlaps(stretch)) {
            Span last = new Span(Math.max(settled.from(), stretch.from()), Math.min(settled.to(), stretch.to()));
            points.add(point(last, Part.STEADY, predicted, measured));
        }
    }

    private Point point(Span span, Part part, VariantResult predicted, Counts measured) {
        return new Point(
                scenario.name(),
                predicted.name(),
                span.from() / NANOS_PER_SECOND,
                span.to() / NANOS_PER_SECOND,
                measured.offered(span),
                law.rate().expected(span.from(), span.to()) / span.seconds() / law.capacity(),
                measured.goodput(span),
                mean(predicted.timeline(), span),
                part);
    }

    private static double mean(Timeline timeline, Span span) {
        double[] goodput = timeline.goodput().mean();
        int first = (int) Math.round(span.from() / NANOS_PER_SECOND / timeline.step());
        int last = (int) Math.round(span.to() / NANOS_PER_SECOND / timeline.step());
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += goodput[i];
        }
        return sum / (last - first);
    }
}
