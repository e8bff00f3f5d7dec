package io.goodput.lab.probe;

import static io.goodput.lab.print.JsonText.number;

import io.goodput.lab.print.JsonText;
import io.goodput.latency.Latencies;
import io.goodput.load.fit.Goodness;
import io.goodput.load.fit.LinearFit;
import io.goodput.load.fit.UslFit;
import io.goodput.load.step.RateStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings for programs. Rates are per second, times in seconds, shares between 0 and 1; what there is not is null. The
 * shape:
 *
 * <pre>{@code
 * {goodput: 1, command, ending, requests,
 *  steps: [{rate, seconds, offered, sent, notSent, warmUp, throughput, goodput, concurrency, peak, valid, validity,
 *           answers: {2xx, ...}, latency: {mean, p50, p90, p99, p999, max}, lag: {p50, p99, max}}],
 *  linear: {base, slope, r2, largestResidual},
 *  usl: {lambda, sigma, kappa, peak, peakMeasured, r2, largestResidual},
 *  service: {yaml, r2, largestResidual},
 *  recommendation: {rate, concurrency, timeout, text}, reasons: []}
 * }</pre>
 */
public final class ProbeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProbeJson() {}

    /** The report as indented JSON that ends with a newline. */
    public static String render(Findings findings, String command) {
        var node = NODES.objectNode()
                .put("goodput", 1)
                .put("command", command)
                .put("ending", findings.result().ending().label())
                .put("requests", findings.result().requests());
        var steps = node.putArray("steps");
        findings.result().steps().forEach(step -> steps.add(step(step)));
        node.set("linear", linear(findings.linear()));
        node.set("usl", usl(findings.usl(), findings.highest()));
        node.set("service", service(findings.law()));
        node.set("recommendation", recommendation(findings.recommendation()));
        var reasons = node.putArray("reasons");
        findings.reasons().forEach(reasons::add);
        return JsonText.of(node);
    }

    private static ObjectNode step(RateStep step) {
        var node = NODES.objectNode();
        node.set("rate", number(step.rate()));
        node.set("seconds", number(step.seconds()));
        node.put("offered", step.offered());
        node.put("sent", step.sent());
        node.put("notSent", step.notSent());
        node.put("warmUp", step.warmUp());
        node.set("throughput", number(step.throughput()));
        node.set("goodput", number(step.goodput()));
        node.set("concurrency", number(step.concurrency()));
        node.put("peak", step.peak());
        node.put("valid", step.validity() == RateStep.Validity.VALID);
        node.put("validity", step.validity().label());
        var answers = node.putObject("answers");
        step.answers().forEach((answer, count) -> answers.put(answer.label(), count));
        var latency = node.putObject("latency");
        latency.set("mean", number(step.meanLatency()));
        latency.set("p50", seconds(step.latencies(), 50));
        latency.set("p90", seconds(step.latencies(), 90));
        latency.set("p99", seconds(step.latencies(), 99));
        latency.set("p999", seconds(step.latencies(), 99.9));
        latency.set("max", seconds(step.latencies(), 100));
        var lag = node.putObject("lag");
        lag.set("p50", seconds(step.lag(), 50));
        lag.set("p99", seconds(step.lag(), 99));
        lag.set("max", seconds(step.lag(), 100));
        return node;
    }

    private static JsonNode seconds(Latencies latencies, double p) {
        return number(latencies.count() == 0 ? Double.NaN : latencies.percentile(p) / 1e9);
    }

    private static @Nullable ObjectNode linear(@Nullable LinearFit fit) {
        if (fit == null) {
            return null;
        }
        var node = NODES.objectNode();
        node.set("base", number(fit.base()));
        node.set("slope", number(fit.slope()));
        return with(node, fit.goodness());
    }

    private static @Nullable ObjectNode usl(@Nullable UslFit fit, double highest) {
        if (fit == null) {
            return null;
        }
        var node = NODES.objectNode();
        node.set("lambda", number(fit.lambda()));
        node.set("sigma", number(fit.sigma()));
        node.set("kappa", number(fit.kappa()));
        node.set("peak", number(fit.peak()));
        node.put("peakMeasured", fit.peak() <= highest);
        return with(node, fit.goodness());
    }

    private static @Nullable ObjectNode service(@Nullable ServiceLaw law) {
        return law == null ? null : with(NODES.objectNode().put("yaml", law.yaml()), law.goodness());
    }

    private static @Nullable ObjectNode recommendation(@Nullable Recommendation recommended) {
        if (recommended == null) {
            return null;
        }
        var node = NODES.objectNode();
        node.set("rate", number(recommended.rate()));
        node.put("concurrency", recommended.concurrency());
        node.set("timeout", number(recommended.roundedTimeout().toNanos() / 1e9));
        return node.put("text", recommended.timeout().text());
    }

    private static ObjectNode with(ObjectNode node, Goodness goodness) {
        node.set("r2", number(goodness.r2()));
        node.set("largestResidual", number(goodness.largestResidual()));
        return node;
    }
}
