package io.goodput.lab.report;

import io.goodput.lab.report.ClaimReport.Verdict;
import io.goodput.lab.report.Comparison.Cell;
import io.goodput.lab.report.Comparison.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * All scenarios of the catalogue on one page of Markdown, with pictures beside it. Nothing in it depends on the
 * machine, the number of threads or the time of day, so that it can be committed, and a change of any policy shows as a
 * difference.
 */
public final class CatalogueReport {
    /** The folder of the pictures, beside the page. */
    public static final String PICTURES = "pictures";

    private CatalogueReport() {}

    /**
     * The page.
     *
     * @param reports in the order of the catalogue
     * @param command that makes it again
     */
    public static String page(List<ScenarioReport> reports, String command) {
        var page = new StringBuilder("""
            # What the lab shows

            Every scenario that comes with the lab, run and judged. This page is made by a command; do not edit it:

                %s

            The same sources give the same page, at any time and on any number of threads. With `--check` the command
            compares instead of writing, and prints what differs. How to read the figures and pictures is in
            [Reading a report](reading.md).

            | scenario | seeds | claims | |
            |---|---|---|---|
            """.formatted(command));
        for (ScenarioReport report : reports) {
            page.append("| [%s](#%1$s) | %d | %s | %s |\n"
                    .formatted(report.scenario(), report.seeds(), claims(report), text(report.about())));
        }
        reports.forEach(report -> page.append('\n').append(section(report)));
        return page.toString();
    }

    private static String claims(ScenarioReport report) {
        long hold = report.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.HOLDS)
                .count();
        return hold + " of " + report.claims().size();
    }

    /** What the page says of one scenario. */
    public static String section(ScenarioReport report) {
        var section = new StringBuilder("## " + report.scenario() + "\n\n" + text(report.about()) + "\n\n");
        section.append("    %s --seeds %d\n\n".formatted(report.command(), report.seeds()));
        section.append(Facts.seeds(report))
                .append(", ")
                .append(Figures.plain(report.seconds()))
                .append(" s of virtual time each, measured at ")
                .append(Figures.seconds(report.settled()))
                .append(". ")
                .append(text(Conclusion.of(report)))
                .append("\n\n");
        pictures(report)
                .keySet()
                .forEach(name ->
                        section.append("![%s](%s/%s)\n\n".formatted(alternative(report, name), PICTURES, name)));
        section.append(table(Comparison.of(report)));
        PartFigures.of(report).forEach(part -> section.append('\n').append(table(part)));
        if (!report.claims().isEmpty()) {
            section.append("\n| claim | | figure |\n|---|---|---|\n");
            report.claims().forEach(claim -> section.append(claim(claim)));
        }
        return section.toString();
    }

    private static String alternative(ScenarioReport report, String picture) {
        return picture.endsWith("-parts.svg")
                ? "Each part of " + report.scenario() + " over time"
                : "Goodput of each policy of " + report.scenario() + " over time";
    }

    /** The pictures of one scenario, by file name. */
    public static SequencedMap<String, String> pictures(ScenarioReport report) {
        var pictures = new LinkedHashMap<String, String>();
        pictures.put(report.scenario() + ".svg", SvgOverview.render(report));
        var panels = PartPanel.of(report);
        if (!panels.isEmpty()) {
            pictures.put(report.scenario() + "-parts.svg", SvgParts.render(report, panels));
        }
        return pictures;
    }

    private static String table(Comparison comparison) {
        var table = new StringBuilder(row(
                comparison.title(),
                comparison.columns().stream().map(CatalogueReport::heading).toList()));
        table.append("|---|")
                .append("---:|".repeat(comparison.columns().size()))
                .append('\n');
        for (int i = 0; i < comparison.policies().size(); i++) {
            int policy = i;
            table.append(row(
                    "**" + comparison.policies().get(i) + "**",
                    comparison.columns().stream()
                            .map(column -> figure(column.cells().get(policy)))
                            .toList()));
        }
        return table.toString();
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String heading(Column column) {
        return column.unit().isEmpty() ? column.heading() : column.heading() + " (" + column.unit() + ")";
    }

    private static String figure(Cell cell) {
        String interval = cell.interval();
        if (interval.isEmpty()) {
            return cell.figure();
        }
        return cell.figure() + " " + (interval.startsWith("±") ? interval : "(" + interval + ")");
    }

    private static String claim(ClaimReport claim) {
        String value = claim.why().isEmpty() ? Scale.alone(claim.value(), claim.unit()) : claim.why();
        String verdict = switch (claim.verdict()) {
            case HOLDS -> "✓ holds";
            case FAILS -> "✗ **fails**";
            case NOT_JUDGED -> "not judged";
        };
        return "| `%s` | %s | %s |\n".formatted(claim.text().replace("|", "\\|"), verdict, text(value));
    }

    /** Text of a scenario, in which Markdown finds nothing to mark up, and a table no end of a cell. */
    private static String text(String text) {
        return text.strip()
                .codePoints()
                .mapToObj(point -> "\\`*_[]<>|".indexOf(point) >= 0
                        ? "\\" + Character.toString(point)
                        : Character.isWhitespace(point) ? " " : Character.toString(point))
                .collect(Collectors.joining());
    }
}
