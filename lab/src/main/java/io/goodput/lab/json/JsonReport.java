package io.goodput.lab.json;

import static io.goodput.lab.print.JsonText.number;

import io.goodput.lab.print.JsonText;
import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Conclusion;
import io.goodput.sim.Estimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report for programs to read.
 *
 * <p>Rates are per second of virtual time, times are in seconds, shares lie between 0 and 1. A figure is an object of
 * {@code mean}, {@code low} and {@code high}, the last two being its 95 % confidence interval; what was not measured is
 * null. Figures carry six digits. The shape:
 *
 * <pre>{@code
 * {goodput: 1, scenario, about, command, firstSeed, seeds, seconds, settled: {from, to}, disturbances: [{from, to, fault}],
 *  events, eventsPerSecond, verdict,
 *  variants: [{name, goodput, throughput, attempts, amplification, metastable,
 *              recovery: {mean, low, high, recovered}, latency: {p50, p99, p999},
 *              timeline: {step, offered: [], goodput: [], attempts: [], inFlight: [],
 *                         latency: {step, p50: [], p99: []},
 *                         parts: {name: {step, goodput: [], attempts: [], inFlight: []}}},
 *              collapsedSeeds: [seed], figures: {"attempts of database": {mean, low, high}}}],
 *  claims: [{text, holds, value, low, high, unit, why}]}
 * }</pre>
 *
 * <p>A claim {@code holds}, or not, or is null where it was not judged; {@code value} is the mean of the figure it
 * speaks of, in {@code unit} (empty for a bare number), and {@code why} tells, where that is so, why it could not be
 * judged.
 *
 * <p>A {@code timeline} has plain numbers, one for each {@code step} seconds: means over the seeds, and percentiles of
 * the latencies of all seeds, in longer steps. Null is a gap, where nothing succeeded. Its {@code parts} are there
 * where the model has several populations or services; a population has no {@code inFlight}, a service no
 * {@code goodput}.
 */
public final class JsonReport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    /** The report as indented JSON; the same report always gives the same text. */
    public static String render(ScenarioResult report) {
        return JsonText.of(scenario(report));
    }

    private static ObjectNode scenario(ScenarioResult report) {
        var node = NODES.objectNode()
                .put("goodput", 1)
                .put("scenario", report.scenario())
                .put("about", report.about())
                .put("command", report.command())
                .put("firstSeed", report.firstSeed())
                .put("seeds", report.seeds());
        node.set("seconds", number(report.seconds()));
        node.set("settled", span(report.settled()));
        var disturbances = node.putArray("disturbances");
        report.disturbances().forEach(each -> disturbances.add(span(each.span()).put("fault", each.fault())));
        node.put("events", report.events());
        node.set("eventsPerSecond", number(report.eventsPerSecond()));
        node.put("verdict", Conclusion.of(report));
        var variants = node.putArray("variants");
        report.variants().forEach(variant -> variants.add(variant(variant)));
        var claims = node.putArray("claims");
        report.claims().forEach(claim -> claims.add(claim(claim)));
        return node;
    }

    private static ObjectNode variant(VariantResult variant) {
        var node = NODES.objectNode().put("name", variant.name());
        node.set("goodput", figure(variant.goodput()));
        node.set("throughput", figure(variant.throughput()));
        node.set("attempts", figure(variant.attempts()));
        node.set("amplification", figure(variant.amplification()));
        node.set("metastable", figure(variant.metastable()));
        node.set(
                "recovery",
                figure(variant.recovery().time())
                        .set("recovered", number(variant.recovery().recovered())));
        var latency = node.putObject("latency");
        latency.set("p50", figure(variant.latency().p50()));
        latency.set("p99", figure(variant.latency().p99()));
        latency.set("p999", figure(variant.latency().p999()));
        node.set("timeline", timeline(variant.timeline()));
        ArrayNode collapsed = node.putArray("collapsedSeeds");
        variant.collapsedSeeds().forEach(collapsed::add);
        var figures = node.putObject("figures");
        variant.figures().forEach((name, value) -> figures.set(name, figure(value)));
        return node;
    }

    private static ObjectNode timeline(Timeline timeline) {
        var node = NODES.objectNode();
        node.set("step", number(timeline.step()));
        node.set("offered", numbers(timeline.offered().mean()));
        node.set("goodput", numbers(timeline.goodput().mean()));
        node.set("attempts", numbers(timeline.attempts().mean()));
        node.set("inFlight", numbers(timeline.inFlight().mean()));
        var latency = node.putObject("latency");
        latency.set("step", number(timeline.latency().step()));
        latency.set("p50", numbers(timeline.latency().p50()));
        latency.set("p99", numbers(timeline.latency().p99()));
        if (!timeline.parts().isEmpty()) {
            var parts = node.putObject("parts");
            timeline.parts().forEach(part -> parts.set(part.name(), part(part)));
        }
        return node;
    }

    private static ObjectNode part(Timeline.Part part) {
        var node = NODES.objectNode();
        node.set("step", number(part.step()));
        set(node, "goodput", part.goodput());
        set(node, "attempts", part.attempts());
        set(node, "inFlight", part.inFlight());
        return node;
    }

    private static void set(ObjectNode node, String name, double[] values) {
        if (values.length > 0) {
            node.set(name, numbers(values));
        }
    }

    private static ArrayNode numbers(double[] values) {
        var array = NODES.arrayNode(values.length);
        for (var value : values) {
            array.add(number(value));
        }
        return array;
    }

    public static ObjectNode claim(ClaimResult claim) {
        var node = NODES.objectNode().put("text", claim.text());
        node.set(
                "holds",
                claim.verdict() == Verdict.NOT_JUDGED
                        ? NODES.nullNode()
                        : NODES.booleanNode(claim.verdict() == Verdict.HOLDS));
        node.set("value", number(claim.value().mean()));
        node.set("low", number(claim.value().low()));
        node.set("high", number(claim.value().high()));
        node.put("unit", claim.unit().symbol());
        if (!claim.why().isEmpty()) {
            node.put("why", claim.why());
        }
        return node;
    }

    public static ObjectNode figure(Estimate figure) {
        var node = NODES.objectNode();
        node.set("mean", number(figure.mean()));
        node.set("low", number(figure.low()));
        node.set("high", number(figure.high()));
        return node;
    }

    public static ObjectNode span(ScenarioResult.Span span) {
        var node = NODES.objectNode();
        node.set("from", number(span.from()));
        node.set("to", number(span.to()));
        return node;
    }
}
