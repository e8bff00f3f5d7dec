package io.goodput.logs.drawing;

import io.goodput.logs.drawing.Drawing.Shape;
import io.goodput.logs.record.BadOutcome;
import io.goodput.logs.timeline.BarKind;
import io.goodput.logs.timeline.PathStep;
import io.goodput.logs.timeline.TimelineBar;
import io.goodput.logs.timeline.TraceTimeline;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.TimelineWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A bar of a timeline as a row: its name, what is to be said of it, and its picture, which stretches over the time of
 * the whole trace.
 *
 * @param depth how far it is indented
 * @param kind classes of the style sheet
 * @param took how long; empty of a gap
 * @param remarks may be empty
 * @param details what the unit told of itself, a line each
 */
public record TimelineRow(
        int depth, String kind, String name, String took, String remarks, List<String> details, Drawing drawing) {
    /** Deeper rows are indented no further. */
    public static final int DEEPEST = 12;

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 12;
    private static final double LEAST = 1.5;

    /** The rows, in the order of the tree. */
    public static List<TimelineRow> of(TraceTimeline timeline) {
        Map<Integer, List<PathStep>> steps = timeline.path().stream().collect(Collectors.groupingBy(PathStep::bar));
        return timeline.bars().stream()
                .map(bar -> row(bar, steps.getOrDefault(bar.index(), List.of()), Math.max(1, timeline.micros())))
                .toList();
    }

    private static TimelineRow row(TimelineBar bar, List<PathStep> steps, long all) {
        boolean isGap = bar.kind() == BarKind.GAP;
        List<Shape> shapes = new ArrayList<>();
        if (!isGap) {
            if (bar.queued() > 0) {
                shapes.add(box("wait", 4, 4, bar.arrival(), bar.begin(), all));
            }
            shapes.add(box("bar", 3, 6, bar.begin(), bar.end(), all));
            steps.forEach(step -> shapes.add(box("path", 0, HEIGHT, step.from(), step.to(), all)));
            if (bar.deadline() != null && bar.begin() + bar.deadline() <= all) {
                long due = bar.begin() + bar.deadline();
                shapes.add(box("due", 0, HEIGHT, due, due, all));
            }
        }
        String name = TimelineWords.name(bar);
        String kind = bar.kind().name().toLowerCase(Locale.ROOT)
                + (BadOutcome.is(bar.outcome()) ? " bad" : "")
                + (steps.isEmpty() ? "" : " on");
        return new TimelineRow(
                Math.min(DEEPEST, bar.depth()),
                kind,
                name,
                isGap ? "" : Amounts.time(bar.micros()),
                String.join(", ", TimelineWords.remarks(bar)),
                bar.facts().details().entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .toList(),
                new Drawing(WIDTH, HEIGHT, label(bar), true, shapes));
    }

    private static Shape box(String kind, double y, double height, long from, long to, long all) {
        double x = WIDTH * (double) from / (double) all;
        double width = Math.max(LEAST, WIDTH * (double) (to - from) / (double) all);
        return new Shape.Box(kind, Math.min(x, WIDTH - LEAST), y, width, height);
    }

    private static String label(TimelineBar bar) {
        return bar.kind() == BarKind.GAP
                ? "a gap"
                : "from " + Amounts.time(bar.begin()) + " to " + Amounts.time(bar.end());
    }
}
