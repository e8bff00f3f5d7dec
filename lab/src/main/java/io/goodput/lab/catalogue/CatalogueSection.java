package io.goodput.lab.catalogue;

import io.goodput.lab.picture.SvgPictures;
import io.goodput.lab.picture.SweepPictures;
import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.wording.Conclusion;
import io.goodput.lab.wording.Facts;
import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.PartFigures;
import io.goodput.lab.wording.Scale;
import io.goodput.lab.wording.ScenarioTable;
import io.goodput.lab.wording.SweepTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One scenario on the page of all of them.
 *
 * @param report of its runs
 * @param sweep of the same, if it varies a key; null if not
 */
public record CatalogueSection(
        ScenarioResult report, @Nullable SweepResult sweep) {
    /** What the page says of it. */
    public String markdown() {
        var section = new StringBuilder("## " + report.scenario() + "\n\n" + Markdown.text(report.about()) + "\n\n");
        section.append("    %s --seeds %d\n\n".formatted(report.command(), report.seeds()));
        section.append(Facts.seeds(report))
                .append(", ")
                .append(Figures.plain(report.seconds()))
                .append(" s of virtual time each, measured at ")
                .append(Figures.seconds(report.settled()))
                .append(". ")
                .append(Markdown.text(Conclusion.of(report)))
                .append("\n\n");
        pictures()
                .keySet()
                .forEach(name -> section.append(
                        "![%s](%s/%s)\n\n".formatted(alternative(name), CatalogueReport.PICTURES, name)));
        tables().forEach(table -> section.append(Markdown.table(table)).append('\n'));
        if (!report.claims().isEmpty()) {
            section.append("| claim | | figure |\n|---|---|---|\n");
            report.claims().forEach(claim -> section.append(claim(claim)));
        }
        return section.toString();
    }

    private String alternative(String picture) {
        if (sweep != null) {
            return "Figures of each variant of " + report.scenario() + " over the values of a key";
        }
        if (picture.equals(fileName(SvgPictures.LOOP))) {
            return "Goodput of each variant of " + report.scenario() + " against the load, up and down";
        }
        return picture.equals(fileName(SvgPictures.PARTS))
                ? "Each part of " + report.scenario() + " over time"
                : "Goodput of each variant of " + report.scenario() + " over time";
    }

    private List<FigureTable> tables() {
        var tables = new ArrayList<FigureTable>();
        if (sweep != null) {
            var all = new SweepTables(sweep);
            sweep.figures().forEach(figure -> all.of(figure).forEach(table -> tables.add(table.cells())));
        } else {
            tables.add(ScenarioTable.of(report));
            tables.addAll(PartFigures.of(report));
        }
        return tables;
    }

    /** The pictures, by file name. */
    public SequencedMap<String, String> pictures() {
        var named = new LinkedHashMap<String, String>();
        (sweep == null ? SvgPictures.atAGlance(report) : SweepPictures.render(sweep))
                .forEach((name, svg) -> named.put(fileName(name), svg));
        return named;
    }

    /** Pictures of all scenarios lie in one folder. */
    private String fileName(String picture) {
        return picture.equals(SvgPictures.OVERVIEW) ? report.scenario() + ".svg" : report.scenario() + "-" + picture;
    }

    private static String claim(ClaimResult claim) {
        String value = claim.why().isEmpty() ? Scale.alone(claim.value(), claim.unit()) : claim.why();
        String verdict = switch (claim.verdict()) {
            case HOLDS -> "✓ holds";
            case FAILS -> "✗ **fails**";
            case NOT_JUDGED -> "not judged";
        };
        return "| `%s` | %s | %s |\n".formatted(claim.text().replace("|", "\\|"), verdict, Markdown.text(value));
    }
}
