package io.goodput.lab.catalogue;

import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;
import java.util.List;

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
     * @param sections in the order of the catalogue
     * @param command that makes it again
     */
    public static String page(List<CatalogueSection> sections, String command) {
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
        for (CatalogueSection section : sections) {
            ScenarioResult report = section.report();
            page.append("| [%s](#%1$s) | %d | %s | %s |\n"
                    .formatted(report.scenario(), report.seeds(), claims(report), Markdown.text(report.about())));
        }
        sections.forEach(section -> page.append('\n').append(section.markdown()));
        return page.toString();
    }

    private static String claims(ScenarioResult report) {
        long hold = report.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.HOLDS)
                .count();
        return hold + " of " + report.claims().size();
    }
}
