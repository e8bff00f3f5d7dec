package io.goodput.logs.page;

import io.goodput.page.PageHead;
import java.util.List;
import java.util.stream.Collectors;

/** A page in one file. */
final class HtmlFile {
    private HtmlFile() {}

    /**
     * The page.
     *
     * @param body markup
     * @param scripts ours
     */
    static String render(String title, String body, List<String> scripts) {
        return PageHead.of("Goodput logs", title, LogsAsset.style(), scripts)
                + "<body>\n"
                + body
                + scripts.stream()
                        .map(script -> "<script>" + script + "</script>\n")
                        .collect(Collectors.joining())
                + "</body>\n</html>\n";
    }
}
