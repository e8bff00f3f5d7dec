package io.goodput.lab.drawing;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one part over time, the curves of all variants in one pair of axes.
 *
 * @param part a population or a service
 * @param metric of it
 * @param curves by number of the variant; null where a variant has no such part
 */
public record PartPanel(String part, ChartMetric metric, List<@Nullable Curve> curves) {
    /** More of them would be looked at by nobody. */
    private static final int MOST = 60;

    /** Room for the labels of the values, and more where they are long. */
    private static final double TICKS = 34;

    private static final double FOOT = 18;

    public static List<PartPanel> of(ScenarioResult report) {
        var names = new LinkedHashSet<String>();
        report.variants().forEach(variant -> variant.timeline().parts().forEach(part -> names.add(part.name())));
        var panels = new ArrayList<PartPanel>();
        for (String name : names) {
            add(panels, report, name, ChartMetric.GOODPUT, Timeline.Part::goodput);
            add(panels, report, name, ChartMetric.ATTEMPTS, Timeline.Part::attempts);
            add(panels, report, name, ChartMetric.IN_FLIGHT, Timeline.Part::inFlight);
        }
        return panels.subList(0, Math.min(MOST, panels.size()));
    }

    private static void add(
            List<PartPanel> panels,
            ScenarioResult report,
            String name,
            ChartMetric metric,
            Function<Timeline.Part, double[]> values) {
        var curves = new ArrayList<@Nullable Curve>();
        for (VariantResult variant : report.variants()) {
            curves.add(variant.timeline().parts().stream()
                    .filter(part -> part.name().equals(name) && values.apply(part).length > 0)
                    .findFirst()
                    .map(part -> Curve.of(values.apply(part), part.step(), 0.5))
                    .orElse(null));
        }
        if (curves.stream().anyMatch(curve -> curve != null)) {
            panels.add(new PartPanel(name, metric, curves));
        }
    }

    public String title() {
        return part + ": " + metric.title.toLowerCase(Locale.ROOT);
    }

    /** Draws axes and curves into a rectangle. */
    public void draw(Svg svg, ScenarioResult report, double left, double top, double width, double height) {
        var axis = Axis.upTo(largest(), 4);
        double room = room(axis);
        double from = left + room;
        double floor = top + height - FOOT;
        double wide = width - room - 4;
        double high = floor - top - 6;
        for (var span : report.disturbances()) {
            double start = from + span.from() / report.seconds() * wide;
            double length = (span.to() - span.from()) / report.seconds() * wide;
            svg.rectangle("shade", start, floor - high, Math.max(1, length), high);
        }
        for (double tick : axis.ticks()) {
            double y = floor - axis.share(tick) * high;
            svg.path(
                    "grid",
                    "M%s %sH%s".formatted(Svg.coordinate(from), Svg.coordinate(y), Svg.coordinate(from + wide)));
            svg.text("tick end", from - 5, y + 4, Figures.plain(tick));
        }
        svg.text("tick", from, top + height - 3, "0 s");
        svg.text("tick end", from + wide, top + height - 3, Figures.plain(report.seconds()) + " s");
        for (int variant = 0; variant < curves.size(); variant++) {
            Curve curve = curves.get(variant);
            if (curve != null) {
                svg.open(Palette.of(variant));
                svg.path(
                        "line",
                        SvgPath.line(
                                curve,
                                second -> from + second / report.seconds() * wide,
                                value -> floor - axis.share(value) * high));
                svg.close();
            }
        }
    }

    private static double room(Axis axis) {
        return axis.ticks().stream()
                .mapToDouble(tick -> Svg.width(Figures.plain(tick), 11) + 6)
                .reduce(TICKS, Math::max);
    }

    private double largest() {
        return curves.stream()
                .flatMapToDouble(curve -> curve == null ? DoubleStream.empty() : DoubleStream.of(curve.mean()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
