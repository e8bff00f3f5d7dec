package io.goodput.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures as Prometheus reads them: each name once, with a sample for each that has it. */
final class MetricText {
    private static final String TOTAL = "_total";

    private final boolean openMetrics;
    private final Map<String, List<String>> samples = new TreeMap<>();

    MetricText(boolean openMetrics) {
        this.openMetrics = openMetrics;
    }

    /**
     * The figures of one thing.
     *
     * @param label by which it is told from others of its kind; empty for none. Its value is a name or a port, which
     *     needs no escape
     */
    void add(String prefix, String label, String value, Map<String, ? extends Number> figures) {
        String labels = label.isEmpty() ? " " : "{" + label + "=\"" + value + "\"} ";
        figures.forEach((name, figure) ->
                samples.computeIfAbsent(prefix + name, _ -> new ArrayList<>()).add(labels + figure));
    }

    void write(Appendable out) throws IOException {
        for (Map.Entry<String, List<String>> each : samples.entrySet()) {
            String name = each.getKey();
            boolean counts = name.endsWith(TOTAL);
            String family = counts && openMetrics ? name.substring(0, name.length() - TOTAL.length()) : name;
            out.append("# TYPE ").append(family).append(counts ? " counter\n" : " gauge\n");
            for (String sample : each.getValue()) {
                out.append(name).append(sample).append('\n');
            }
        }
        if (openMetrics) {
            out.append("# EOF\n");
        }
    }
}
