package io.goodput.lab.json;

import io.goodput.lab.print.JsonText;
import io.goodput.lab.result.PairedResult;
import io.goodput.lab.result.PairedResult.Row;
import io.goodput.lab.result.PairedResult.Variant;
import io.goodput.lab.wording.PairedVerdict;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A paired comparison for programs to read; figures as in {@link JsonReport}. The shape:
 *
 * <pre>{@code
 * {goodput: 1, scenario, change, command, firstSeed, seeds,
 *  variants: [{name, metrics: [{name, unit, before, after, difference, unpaired, pairs, verdict}]}]}
 * }</pre>
 *
 * <p>{@code difference} and {@code unpaired} have the same mean, after minus before, each with its own interval. A
 * verdict is {@code better}, {@code worse} or {@code no difference shown}.
 */
public final class PairedJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PairedJson() {}

    /** The report as indented JSON that ends with a newline. */
    public static String render(PairedResult report) {
        var node = NODES.objectNode()
                .put("goodput", 1)
                .put("scenario", report.scenario())
                .put("change", report.change())
                .put("command", report.command())
                .put("firstSeed", report.firstSeed())
                .put("seeds", report.seeds());
        var variants = node.putArray("variants");
        for (Variant variant : report.variants()) {
            var metrics = variants.addObject().put("name", variant.name()).putArray("metrics");
            variant.rows().forEach(row -> metrics.add(row(row)));
        }
        return JsonText.of(node);
    }

    private static ObjectNode row(Row row) {
        var node = NODES.objectNode()
                .put("name", row.name())
                .put("unit", row.unit().symbol());
        node.set("before", JsonReport.figure(row.before()));
        node.set("after", JsonReport.figure(row.after()));
        node.set("difference", JsonReport.figure(row.paired()));
        node.set("unpaired", JsonReport.figure(row.unpaired()));
        return node.put("pairs", row.pairs()).put("verdict", PairedVerdict.of(row.verdict()));
    }
}
