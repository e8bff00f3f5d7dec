package io.goodput.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One line of a table.
 *
 * @param group the benchmark's class, without its package
 * @param nanos mean time of one operation, or of one event where a benchmark counts events
 * @param median of the samples, which other work on the machine disturbs less than it does the mean
 * @param error half of the 99.9 % confidence interval of the mean; NaN if there are too few samples
 * @param bytes what one operation, or one event, allocates
 */
record Measurement(String group, String name, int threads, double nanos, double median, double error, double bytes) {
    /** By group and threads, the baseline first, then the fastest. */
    static final Comparator<Measurement> ORDER = Comparator.comparing(Measurement::group)
            .thenComparingInt(Measurement::threads)
            .thenComparing(m -> !m.isBaseline())
            .thenComparingDouble(Measurement::median);

    private static final String BASELINE = "baseline";
    private static final String CLOCK = "nanoTimeTwice";
    private static final String GOODPUT = "goodput";
    private static final String EVENTS = "events";

    static List<Measurement> of(Collection<RunResult> results) {
        return results.stream().flatMap(Measurement::of).toList();
    }

    private static Stream<Measurement> of(RunResult result) {
        var more = result.getSecondaryResults();
        Result<?> operation = result.getPrimaryResult();
        Result<?> counted = more.getOrDefault(EVENTS, operation);
        var allocated = more.get("gc.alloc.rate.norm");
        var bytes = allocated == null ? Double.NaN : allocated.getScore() * counted.getScore() / operation.getScore();
        var time = of(result.getParams(), "", counted, bytes);
        var processor = more.get(ProcessorTime.LABEL);
        return processor == null
                ? Stream.of(time)
                : Stream.of(time, of(result.getParams(), ", of processor time", processor, bytes));
    }

    private static Measurement of(BenchmarkParams params, String what, Result<?> result, double bytes) {
        var path = params.getBenchmark().split("\\.", -1);
        return new Measurement(
                path[path.length - 2],
                path[path.length - 1] + choices(params) + what,
                params.getThreads(),
                result.getScore(),
                result.getStatistics().getPercentile(50),
                result.getScoreError(),
                bytes);
    }

    private static String choices(BenchmarkParams params) {
        var choices = params.getParamsKeys().stream()
                .map(key -> key + "=" + params.getParam(key))
                .toList();
        return choices.isEmpty() ? "" : "(" + String.join(", ", choices) + ")";
    }

    boolean isBaseline() {
        return name.equals(BASELINE);
    }

    boolean isOurs() {
        return name.startsWith(GOODPUT);
    }

    boolean isPeer() {
        return !isBaseline() && !name.equals(CLOCK) && !isOurs();
    }

    /**
     * The fastest of such measurements of the same group with as many threads, by the median; null if there is none.
     */
    @Nullable Measurement fastest(List<Measurement> all, Predicate<Measurement> among) {
        return all.stream()
                .filter(this::isBeside)
                .filter(among)
                .min(Comparator.comparingDouble(Measurement::median))
                .orElse(null);
    }

    private boolean isBeside(Measurement other) {
        return group.equals(other.group) && threads == other.threads;
    }
}
