package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;
import static io.goodput.page.Markup.prose;

import io.goodput.lab.print.TextRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as one HTML page that holds all it needs and runs no script, in the style of the other pages. */
public final class TablePage {
    private TablePage() {}

    /**
     * The page; the same contents always give the same text.
     *
     * @param about what was looked at, in a sentence
     * @param verdict what it showed, in a sentence
     * @param notes below the table, a line each
     */
    public static String render(String title, String about, String verdict, TextRows table, List<String> notes) {
        return PageFrame.fill(
                "table.html",
                title,
                PageFrame.style(),
                List.of(),
                Map.of(
                        "about", escape(about),
                        "verdict", prose(verdict),
                        "table", table.html(),
                        "notes",
                                notes.stream()
                                        .map(note -> "<li>" + prose(note) + "</li>")
                                        .collect(Collectors.joining("\n"))));
    }
}
