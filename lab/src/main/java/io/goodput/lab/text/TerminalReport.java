package io.goodput.lab.text;

import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import io.goodput.lab.wording.Facts;
import io.goodput.lab.wording.PartFigures;
import io.goodput.lab.wording.Replay;
import io.goodput.lab.wording.Scale;
import io.goodput.lab.wording.ScenarioTable;
import io.goodput.screen.Ink;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report for people in front of a terminal: the figures, goodput over time, the claims, and what it all means. */
public final class TerminalReport {
    /** Wider lines than this are hard to read as prose. */
    private static final int PROSE = 96;

    private static final int MARK = 6;

    private final ScenarioResult report;
    private final int width;
    private final Screen screen;
    private final Glyphs glyphs;
    private final Ink ink;

    private TerminalReport(ScenarioResult report, Screen screen) {
        this.report = report;
        this.width = screen.columns();
        this.screen = screen;
        this.glyphs = Glyphs.of(screen);
        this.ink = screen.ink();
    }

    /** The report as lines, each ended by a newline, that fit the screen. */
    public static String render(ScenarioResult report, Screen screen) {
        return new TerminalReport(report, screen).render();
    }

    private String render() {
        var sections = Stream.of(title(), table(), parts(), chart(), claims(), conclusion(), replays())
                .filter(section -> !section.isEmpty())
                .map(section -> String.join("\n", section))
                .toList();
        return String.join("\n\n", sections) + "\n";
    }

    private List<String> title() {
        var lines = new ArrayList<String>();
        lines.add(ink.strong(screen.safe(report.scenario())));
        if (!report.about().isBlank()) {
            prose(report.about()).forEach(lines::add);
        }
        return lines;
    }

    private Stream<String> prose(String text) {
        return TextWidth.wrap(screen.safe(text), Math.min(width, PROSE)).stream();
    }

    private List<String> table() {
        if (report.variants().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(new TextTable(ScenarioTable.of(report), screen).lines());
        if (report.seeds() > 1) {
            lines.add(ink.faint(screen.safe("± and (–): 95 % confidence over the seeds")));
        }
        return lines;
    }

    private List<String> parts() {
        var lines = new ArrayList<String>();
        for (var part : PartFigures.of(report)) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
            lines.addAll(new TextTable(part, screen).lines());
        }
        return lines;
    }

    private List<String> chart() {
        return new TextChart(report, screen).lines();
    }

    /** The claims and what became of them, for another report of the same runs. */
    public static List<String> claims(ScenarioResult report, Screen screen) {
        return new TerminalReport(report, screen).claims();
    }

    private List<String> claims() {
        var room = width - MARK;
        var longest = report.claims().stream()
                .mapToInt(claim -> TextWidth.of(screen.safe(claim.text())))
                .filter(length -> length <= room / 2)
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        for (var claim : report.claims()) {
            var text = screen.safe(claim.text());
            var value = screen.safe(claim.why().isEmpty() ? Scale.alone(claim.value(), claim.unit()) : claim.why());
            var line = TextWidth.left(text, longest) + "   " + value;
            var fits = TextWidth.of(line) <= room;
            var parts = fits ? List.of(line) : TextWidth.wrap(text + " " + value, room);
            for (var i = 0; i < parts.size(); i++) {
                lines.add((i == 0 ? mark(claim) : " ".repeat(MARK)) + parts.get(i));
            }
        }
        return lines;
    }

    private String mark(ClaimResult claim) {
        return switch (claim.verdict()) {
            case HOLDS -> ink.good(TextWidth.left(glyphs.holds, MARK));
            case FAILS -> ink.bad(TextWidth.left(glyphs.fails, MARK));
            case NOT_JUDGED -> ink.open(TextWidth.left(glyphs.unjudged, MARK));
        };
    }

    private List<String> conclusion() {
        return prose(Conclusion.of(report)).map(ink::strong).toList();
    }

    private List<String> replays() {
        var lines = new ArrayList<String>();
        for (var replay : Replay.of(report)) {
            var command = screen.safe(replay.command());
            var shows = "# " + screen.safe(replay.shows());
            if (TextWidth.of(command) + 3 + TextWidth.of(shows) <= width) {
                lines.add(command + ink.faint("   " + shows));
            } else {
                lines.add(ink.faint(TextWidth.fit(shows, width, screen.safe("…"))));
                lines.add(command);
            }
        }
        prose(String.join(", ", Facts.of(report))).map(ink::faint).forEach(lines::add);
        return lines;
    }
}
