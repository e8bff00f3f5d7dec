package io.goodput.logs.text;

import io.goodput.logs.record.BadOutcome;
import io.goodput.logs.timeline.BarKind;
import io.goodput.logs.timeline.PathStep;
import io.goodput.logs.timeline.TimelineBar;
import io.goodput.logs.timeline.TraceTimeline;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.TimelineWords;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A timeline as lines of text: the tree to the left, the bars beside it, on the critical path full, elsewhere hollow,
 * waits dotted.
 */
public final class TimelineText {
    private static final int TOOK = 9;

    private final TraceTimeline timeline;
    private final Screen screen;
    private final Map<Integer, List<PathStep>> steps;
    private final int names;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private TimelineText(TraceTimeline timeline, Screen screen) {
        this.timeline = timeline;
        this.screen = screen;
        this.steps = timeline.path().stream().collect(Collectors.groupingBy(PathStep::bar));
        int longest = timeline.bars().stream()
                .mapToInt(bar -> TextWidth.of(label(bar)))
                .max()
                .orElse(0);
        this.names = Math.min(longest, screen.columns() * 2 / 5);
        this.width = Math.max(8, Math.min(60, screen.columns() - names - TOOK - 4));
    }

    /** The text, each line ended. */
    public static String render(TraceTimeline timeline, Screen screen) {
        return new TimelineText(timeline, screen).render();
    }

    private String render() {
        line(screen.ink().strong("trace " + screen.safe(timeline.trace())));
        line(screen.safe(TimelineWords.summary(timeline)));
        line("");
        timeline.bars().forEach(this::bar);
        line("");
        line(screen.safe(TimelineWords.path(timeline)));
        TimelineWords.notes(timeline).forEach(note -> line(screen.safe(note)));
        line(screen.ink().faint(full() + " critical path   " + hollow() + " beside it   " + waiting() + " queued"));
        return text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private String label(TimelineBar bar) {
        boolean isDeep = bar.depth() > 20;
        return screen.safe(
                "  ".repeat(Math.min(20, bar.depth())) + (isDeep ? bar.depth() + " " : "") + TimelineWords.name(bar));
    }

    private void bar(TimelineBar bar) {
        String label = TextWidth.left(TextWidth.fit(label(bar), names, screen.rest()), names);
        boolean isGap = bar.kind() == BarKind.GAP;
        String took = isGap ? "" : screen.safe(Amounts.time(bar.micros()));
        String drawn = isGap ? " ".repeat(width) : drawn(bar);
        line((BadOutcome.is(bar.outcome()) ? screen.ink().bad(label) : label) + " " + TextWidth.right(took, TOOK) + " |"
                + drawn + "|");
        String remarks = screen.safe(String.join(", ", TimelineWords.remarks(bar)));
        if (!remarks.isEmpty()) {
            line(screen.ink().faint(" ".repeat(Math.min(20, bar.depth()) * 2 + 2) + remarks));
        }
    }

    private String drawn(TimelineBar bar) {
        var drawn = new StringBuilder();
        for (int column = 0; column < width; column++) {
            drawn.append(glyph(bar, at(column), at(column + 1)));
        }
        return drawn.toString();
    }

    /** What a column of the picture shows: something short is seen, too. */
    private String glyph(TimelineBar bar, double from, double to) {
        if (!overlaps(bar.arrival(), bar.end(), from, to)) {
            return " ";
        }
        boolean isCritical = steps.getOrDefault(bar.index(), List.of()).stream()
                .anyMatch(step -> overlaps(step.from(), step.to(), from, to));
        return isCritical ? full() : bar.begin() >= to ? waiting() : hollow();
    }

    private static boolean overlaps(long begin, long end, double from, double to) {
        return begin < to && (end > from || (begin == end && begin >= from));
    }

    private double at(int column) {
        return (double) Math.max(1, timeline.micros()) * column / width;
    }

    private String full() {
        return screen.unicode() ? "█" : "#";
    }

    private String hollow() {
        return screen.unicode() ? "─" : "-";
    }

    private String waiting() {
        return screen.unicode() ? "┄" : ".";
    }
}
