package io.goodput.load.result;

import io.goodput.load.RequestOutcome;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.sim.stat.LatencyHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results for people: a row for each class and target. Latencies are in milliseconds, from when a request was due. */
public final class LoadText {
    private static final int NAME_WIDTH = 16;
    private static final int FIGURE_WIDTH = 11;

    private LoadText() {}

    /** One load as lines of text. */
    public static String render(MeasuredLoad result) {
        var text = new StringBuilder();
        line(text, "", "sent", "answers/s", "good/s", "late", "errors", "p50", "p90", "p99", "p99.9", "max");
        List<String> failures = new ArrayList<>();
        for (TrafficClass each : result.classes()) {
            row(text, failures, each.name(), result.of(each));
            List<MeasuredLoad.TargetRow> targets =
                    result.rows().stream().filter(row -> row.of().equals(each)).toList();
            if (targets.size() > 1) {
                targets.forEach(row -> row(text, failures, "  " + (row.target() + 1), row.counts()));
            }
        }
        if (result.classes().size() > 1) {
            row(text, new ArrayList<>(), "all", result.total());
        }
        failures.forEach(text::append);
        targets(text, result);
        text.append(generator(result));
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> failures, String name, RequestCounts counts) {
        LatencyHistogram latencies = counts.latencies();
        long errors = counts.sent() - counts.inTime() - counts.late();
        line(
                text,
                name,
                Long.toString(counts.sent()),
                number(counts.throughput(), 1),
                number(counts.goodput(), 1),
                Long.toString(counts.late()),
                Long.toString(errors),
                millis(latencies, 0.5),
                millis(latencies, 0.9),
                millis(latencies, 0.99),
                millis(latencies, 0.999),
                millis(latencies, 1));
        if (errors + counts.notSent() > 0) {
            failures.add(failures(name.strip(), counts));
        }
    }

    private static void line(StringBuilder text, String name, String... figures) {
        text.append(name).repeat(' ', Math.max(0, NAME_WIDTH - name.length()));
        for (String figure : figures) {
            text.repeat(' ', Math.max(1, FIGURE_WIDTH - figure.length())).append(figure);
        }
        text.append('\n');
    }

    private static String failures(String name, RequestCounts counts) {
        List<String> kinds = new ArrayList<>(counts.answers().entrySet().stream()
                .filter(kind -> kind.getKey() != RequestOutcome.GOOD)
                .map(kind -> kind.getValue() + " " + kind.getKey().label())
                .toList());
        if (counts.notSent() > 0) {
            kinds.add(counts.notSent() + " not sent");
        }
        return name + ": " + String.join(", ", kinds) + "\n";
    }

    /** Numbered where a class has several. */
    private static void targets(StringBuilder text, MeasuredLoad result) {
        List<MeasuredLoad.TargetRow> several = result.rows().stream()
                .filter(row -> row.of().targets().size() > 1)
                .toList();
        text.append(several.stream()
                .map(row -> row.of().name() + " " + (row.target() + 1) + ": " + row.targetName() + "\n")
                .collect(Collectors.joining()));
    }

    private static String generator(MeasuredLoad result) {
        String kind = result.open()
                ? "Open loop, lag of the generator p99 " + millis(result.lag(), 0.99) + " ms, max "
                        + millis(result.lag(), 1) + " ms"
                : "Closed loop: latency from sending";
        return kind + "; " + number(result.time().toNanos() / 1e9, 1) + " s measured. Valid: "
                + result.trust().label() + ".\n";
    }

    private static String millis(LatencyHistogram histogram, double p) {
        return number(histogram.percentile(p) / 1e6, 3);
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }
}
