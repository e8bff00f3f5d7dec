package io.goodput.telemetry.expose;

import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.Exemplars;
import io.goodput.telemetry.aggregate.RegistryState;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesKind;
import io.goodput.telemetry.aggregate.SeriesTotal;
import io.goodput.telemetry.record.RecordOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All series as Prometheus reads them. Times are histograms whose buckets end at powers of two, the same for all, so
 * that those of several processes add up; counts are counters, levels are gauges, and {@code target_info} says which
 * process it is. Names keep their order, so that two texts differ only by what happened.
 */
public final class PrometheusText {
    private static final Comparator<SeriesTotal> BY_LABELS =
            Comparator.comparing(total -> total.key().labels().toString());

    private final Aggregates aggregates;
    private final Exemplars exemplars;

    /**
     * Of a process.
     *
     * @param exemplars has the traces that histograms lead to
     */
    public PrometheusText(Aggregates aggregates, Exemplars exemplars) {
        this.aggregates = aggregates;
        this.exemplars = exemplars;
    }

    /** Writes all series as they are now. */
    public void write(PrometheusFormat format, Appendable out) throws IOException {
        boolean open = format == PrometheusFormat.OPEN_METRICS;
        var lines = new PrometheusLines(open, out);
        for (Map.Entry<String, List<SeriesTotal>> family : families().entrySet()) {
            write(family.getKey(), family.getValue(), open, lines);
        }
        writeInfo(open, lines);
        if (open) {
            out.append("# EOF\n");
        }
    }

    private Map<String, List<SeriesTotal>> families() {
        Map<String, List<SeriesTotal>> byName = new TreeMap<>();
        List<SeriesTotal> all = new ArrayList<>(aggregates.registry().totals());
        all.addAll(own(aggregates.registry().state()));
        for (SeriesTotal total : all) {
            byName.computeIfAbsent(total.key().name(), _ -> new ArrayList<>()).add(total);
        }
        byName.values().forEach(family -> family.sort(BY_LABELS));
        return byName;
    }

    /** What series themselves take. */
    private static List<SeriesTotal> own(RegistryState state) {
        return List.of(
                SeriesTotal.ofLevel(key("goodput_series"), state.series()),
                SeriesTotal.ofLevel(key("goodput_series_bytes"), (double) state.bytes()),
                SeriesTotal.ofCount(key("goodput_series_refused_total"), state.refused()),
                SeriesTotal.ofCount(key("goodput_series_uncounted_total"), state.uncounted()),
                SeriesTotal.ofCount(key("goodput_series_intervals_lost_total"), state.lostIntervals()));
    }

    private static SeriesKey key(String name) {
        return SeriesKey.of(name, Map.of());
    }

    private void write(String name, List<SeriesTotal> family, boolean open, PrometheusLines lines) throws IOException {
        SeriesKind kind = family.getFirst().kind();
        switch (kind) {
            case COUNT -> {
                String base = name.endsWith("_total") ? name.substring(0, name.length() - "_total".length()) : name;
                lines.head(open ? base : base + "_total", "counter", MetricHelp.ALL.get(name));
                for (SeriesTotal total : family) {
                    lines.sample(base + "_total", total.key().labels(), Long.toString(total.count()));
                }
            }
            case LEVEL -> {
                lines.head(name, "gauge", MetricHelp.ALL.get(name));
                for (SeriesTotal total : family) {
                    lines.sample(name, total.key().labels(), PrometheusLines.number(total.level()));
                }
            }
            case TIME -> {
                lines.head(name, "histogram", MetricHelp.ALL.get(name));
                for (SeriesTotal total : family) {
                    new PrometheusHistogram(total, exemplars).write(lines);
                }
            }
        }
    }

    private void writeInfo(boolean open, PrometheusLines lines) throws IOException {
        RecordOrigin origin = aggregates.origin();
        Map<String, String> labels = new TreeMap<>(Map.of("service", origin.service(), "instance", origin.instance()));
        if (origin.release() != null) {
            labels.put("release", origin.release());
        }
        lines.head(open ? "target" : "target_info", open ? "info" : "gauge", "Which process it is.");
        lines.sample("target_info", labels, "1");
    }
}
