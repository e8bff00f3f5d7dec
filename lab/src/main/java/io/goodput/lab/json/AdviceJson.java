package io.goodput.lab.json;

import io.goodput.lab.print.JsonText;
import io.goodput.lab.result.AdviceResult;
import io.goodput.lab.result.AdviceResult.Row;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Advice for programs to read; figures as in {@link JsonReport}. The shape:
 *
 * <pre>{@code
 * {goodput: 1, scenario, variant, population, command, seeds, tried, runs, span, verdict: better|simpler|keep,
 *  gain, yaml,
 *  finalists: [{settings, advised, goodput, disturbed, settled, amplification, metastable, recovery, p99}]}
 * }</pre>
 */
public final class AdviceJson {
    private AdviceJson() {}

    /** The report as indented JSON that ends with a newline. */
    public static String render(AdviceResult report) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("goodput", 1)
                .put("scenario", report.scenario())
                .put("variant", report.variant())
                .put("population", report.population())
                .put("command", report.command())
                .put("seeds", report.seeds())
                .put("tried", report.tried())
                .put("runs", report.runs())
                .put("span", report.span())
                .put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        node.set("gain", JsonReport.figure(report.gain()));
        node.put("yaml", report.yaml());
        var finalists = node.putArray("finalists");
        report.rows().forEach(row -> finalists.add(row(row)));
        return JsonText.of(node);
    }

    private static ObjectNode row(Row row) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("settings", row.settings())
                .put("advised", row.isAdvised());
        node.set("goodput", JsonReport.figure(row.goodput()));
        node.set("disturbed", JsonReport.figure(row.disturbed()));
        node.set("settled", JsonReport.figure(row.settled()));
        node.set("amplification", JsonReport.figure(row.amplification()));
        node.set("metastable", JsonReport.figure(row.metastable()));
        node.set("recovery", JsonReport.figure(row.recovery()));
        node.set("p99", JsonReport.figure(row.p99()));
        return node;
    }
}
