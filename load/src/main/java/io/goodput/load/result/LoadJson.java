package io.goodput.load.result;

import io.goodput.load.traffic.TrafficClass;
import io.goodput.sim.stat.LatencyHistogram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results for programs. Rates are per second, times in seconds; what there is not is null. The shape:
 *
 * <pre>{@code
 * {goodput: 1, command,
 *  steps: [{open, seconds, threads, connections, valid, validity, lag: {p50, p99, max},
 *           total: COUNTS,
 *           classes: [{name, rate, deadline, criticality, ...COUNTS, targets: [{target, ...COUNTS}]}]}]}
 *
 * COUNTS: {offered, sent, notSent, warmUp, inTime, late, throughput, goodput, bodyBytes,
 *          answers: {2xx, ...}, statuses: {200, ...}, latency: TIMES, serviceTime: TIMES}
 * TIMES:  {mean, p50, p90, p99, p999, p9999, max}
 * }</pre>
 */
public final class LoadJson {
    private LoadJson() {}

    /**
     * The results as indented JSON that ends with a newline.
     *
     * @param steps one for each rate
     * @param command that measured
     */
    public static String render(List<MeasuredLoad> steps, String command) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("goodput", 1);
        tree.put("command", command);
        tree.put("steps", steps.stream().map(LoadJson::step).toList());
        return JsonLines.of(tree);
    }

    private static Map<String, @Nullable Object> step(MeasuredLoad result) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("open", result.open());
        step.put("seconds", result.time().toNanos() / 1e9);
        step.put("threads", result.threads());
        step.put("connections", result.connections());
        step.put("valid", result.trust() == MeasuredLoad.Trust.FULL);
        step.put("validity", result.trust().label());
        Map<String, @Nullable Object> lag = new LinkedHashMap<>();
        lag.put("p50", seconds(result.lag(), 0.5));
        lag.put("p99", seconds(result.lag(), 0.99));
        lag.put("max", seconds(result.lag(), 1));
        step.put("lag", lag);
        step.put("total", counts(result.total()));
        step.put(
                "classes",
                result.classes().stream().map(each -> of(result, each)).toList());
        return step;
    }

    private static Map<String, @Nullable Object> of(MeasuredLoad result, TrafficClass wanted) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("name", wanted.name());
        node.put("rate", result.open() ? wanted.rate() : null);
        node.put(
                "deadline", wanted.deadline() == null ? null : wanted.deadline().toNanos() / 1e9);
        node.put(
                "criticality",
                wanted.criticality() == null ? null : wanted.criticality().name());
        node.putAll(counts(result.of(wanted)));
        node.put(
                "targets",
                result.rows().stream()
                        .filter(row -> row.of().equals(wanted))
                        .map(LoadJson::target)
                        .toList());
        return node;
    }

    private static Map<String, @Nullable Object> target(MeasuredLoad.TargetRow row) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("target", row.targetName());
        node.putAll(counts(row.counts()));
        return node;
    }

    private static Map<String, @Nullable Object> counts(RequestCounts counts) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("offered", counts.offered());
        node.put("sent", counts.sent());
        node.put("notSent", counts.notSent());
        node.put("warmUp", counts.warmUp());
        node.put("inTime", counts.inTime());
        node.put("late", counts.late());
        node.put("throughput", counts.throughput());
        node.put("goodput", counts.goodput());
        node.put("bodyBytes", counts.bytes());
        Map<String, Long> answers = new LinkedHashMap<>();
        counts.answers().forEach((answer, count) -> answers.put(answer.label(), count));
        node.put("answers", answers);
        node.put("statuses", counts.statuses());
        node.put("latency", times(counts.latencies()));
        node.put("serviceTime", times(counts.serviceTimes()));
        return node;
    }

    private static Map<String, @Nullable Object> times(LatencyHistogram histogram) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("mean", histogram.mean() / 1e9);
        node.put("p50", seconds(histogram, 0.5));
        node.put("p90", seconds(histogram, 0.9));
        node.put("p99", seconds(histogram, 0.99));
        node.put("p999", seconds(histogram, 0.999));
        node.put("p9999", seconds(histogram, 0.9999));
        node.put("max", seconds(histogram, 1));
        return node;
    }

    private static double seconds(LatencyHistogram histogram, double p) {
        return histogram.percentile(p) / 1e9;
    }
}
