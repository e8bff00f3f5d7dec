package io.goodput.gateway;

import io.goodput.telemetry.expose.PrometheusLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures as Prometheus reads them: each name once, with a sample for each that has it. */
final class MetricText {
    private static final String TOTAL = "_total";

    private final boolean openMetrics;
    private final Map<String, List<Sample>> samples = new TreeMap<>();

    private record Sample(Map<String, String> labels, long value) {}

    MetricText(boolean openMetrics) {
        this.openMetrics = openMetrics;
    }

    /**
     * The figures of one thing.
     *
     * @param label by which it is told from others of its kind; empty for none
     */
    void add(String prefix, String label, String value, Map<String, ? extends Number> figures) {
        Map<String, String> labels = label.isEmpty() ? Map.of() : Map.of(label, value);
        figures.forEach((name, figure) -> samples.computeIfAbsent(prefix + name, _ -> new ArrayList<>())
                .add(new Sample(labels, figure.longValue())));
    }

    void write(Appendable out) throws IOException {
        var lines = new PrometheusLines(openMetrics, out);
        for (Map.Entry<String, List<Sample>> each : samples.entrySet()) {
            String name = each.getKey();
            boolean counts = name.endsWith(TOTAL);
            String family = counts && openMetrics ? name.substring(0, name.length() - TOTAL.length()) : name;
            lines.head(family, counts ? "counter" : "gauge", null);
            for (Sample sample : each.getValue()) {
                lines.sample(name, sample.labels, Long.toString(sample.value));
            }
        }
        if (openMetrics) {
            out.append("# EOF\n");
        }
    }
}
