package io.goodput.logs.page;

import static io.goodput.page.Markup.escape;

import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.contributors.ServiceContributors;
import io.goodput.logs.contributors.TopContributors;
import io.goodput.logs.drawing.ContributorDrawing;
import io.goodput.logs.drawing.SvgText;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.ContributorWords;
import java.util.List;

/** Contributors of a service as a page without scripts: whom its work comes from, over time, and traces to look at. */
public final class ContributorsHtml {
    private static final int EXAMPLES = 3;

    private ContributorsHtml() {}

    /** The page; the same contributors always give the same text. */
    public static String render(ServiceContributors contributors) {
        var body = new StringBuilder("<header>\n<p class=\"house\">Goodput logs, contributors</p>\n<h1>");
        body.append(escape(contributors.service()))
                .append("</h1>\n<p class=\"note\">")
                .append(escape(ContributorWords.summary(contributors)))
                .append("</p>\n</header>\n<main>\n");
        contributors.tops().forEach(top -> facet(body, top));
        return HtmlFile.render(contributors.service(), body.append("</main>\n").toString(), List.of());
    }

    private static void facet(StringBuilder body, TopContributors top) {
        body.append("<section>\n<h2>")
                .append(escape(ContributorWords.heading(top)))
                .append("</h2>\n");
        if (!top.top().isEmpty()) {
            body.append("<table class=\"contributors%s\">\n".formatted(top.isTold() ? " told" : ""))
                    .append("<thead><tr><th>")
                    .append(escape(top.kind().label()))
                    .append("</th><th>units</th>")
                    .append(top.isTold() ? "<th>told</th>" : "")
                    .append("<th>share</th><th>failed</th><th>mean</th><th>over time</th></tr></thead>\n")
                    .append("<tbody>\n");
            top.top().forEach(one -> row(body, top, one));
            body.append("</tbody>\n</table>\n");
        }
        body.append("<ul class=\"notes\">\n");
        ContributorWords.notes(top)
                .forEach(note -> body.append("<li>").append(escape(note)).append("</li>\n"));
        body.append("</ul>\n</section>\n");
    }

    private static void row(StringBuilder body, TopContributors top, RankedContributor one) {
        body.append("<tr><td><details><summary>").append(escape(one.name())).append("</summary>");
        one.examples().stream()
                .limit(EXAMPLES)
                .forEach(example -> body.append("<small>")
                        .append(escape(ContributorWords.example(example)))
                        .append("</small>"));
        body.append("</details></td>");
        cell(body, "", (Amounts.digits(one.count()) + " " + ContributorWords.plusMinus(one)).strip());
        if (top.isTold()) {
            cell(body, "", ContributorWords.told(top, one));
        }
        cell(body, "", Amounts.share(top.share(one)));
        cell(body, one.failures() > 0 ? "bad" : "", ContributorWords.failed(one));
        cell(body, "", Amounts.time(one.meanMicros()));
        body.append("<td class=\"over\">")
                .append(SvgText.of(ContributorDrawing.of(one)).strip())
                .append("</td></tr>\n");
    }

    private static void cell(StringBuilder body, String kind, String text) {
        body.append(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">")
                .append(escape(text))
                .append("</td>");
    }
}
