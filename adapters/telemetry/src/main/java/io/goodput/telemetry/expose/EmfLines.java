package io.goodput.telemetry.expose;

import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.IntervalView;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesView;
import io.goodput.telemetry.aggregate.Tier;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last minute that is over as lines of CloudWatch's embedded metric format: one for all series of the same labels,
 * of which each is a metric; of times, their distribution, and how many there were, zeros included. Labels and the
 * service are the dimensions; the instance stands beside, as each dimension makes metrics of its own.
 *
 * <p>A line has at most {@value #MOST_METRICS} metrics; a distribution has at most {@value #MOST_VALUES} values, and
 * where there are more, neighbours are counted as the longer.
 */
public final class EmfLines {
    /** Metrics in a line. */
    public static final int MOST_METRICS = 100;

    /** Values of a metric. */
    public static final int MOST_VALUES = 100;

    private final String namespace;
    private final Aggregates aggregates;

    /**
     * Of a process.
     *
     * @param namespace where CloudWatch puts the metrics; at most 256 characters
     */
    public EmfLines(String namespace, Aggregates aggregates) {
        if (namespace.isBlank() || namespace.length() > 256) {
            throw new IllegalArgumentException("namespace: \"" + namespace + "\" (expected: 1 to 256 characters)");
        }
        this.namespace = namespace;
        this.aggregates = aggregates;
    }

    /** Writes the last minute that is over; nothing in a gap. */
    public void write(Appendable out) throws IOException {
        for (Map.Entry<SortedMap<String, String>, List<SeriesView>> same :
                byLabels().entrySet()) {
            List<EmfMetric> metrics = new ArrayList<>();
            Optional<Instant> begin = Optional.empty();
            for (SeriesView series : same.getValue()) {
                IntervalView last = series.intervals().getLast();
                metrics.addAll(EmfMetric.of(series, last));
                begin = Optional.of(series.beginOf(last));
            }
            for (int from = 0; from < metrics.size(); from += MOST_METRICS) {
                List<EmfMetric> some = metrics.subList(from, Math.min(metrics.size(), from + MOST_METRICS));
                write(out, begin.orElseThrow(), same.getKey(), some);
            }
        }
    }

    private Map<SortedMap<String, String>, List<SeriesView>> byLabels() {
        Map<SortedMap<String, String>, List<SeriesView>> byLabels =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (SeriesKey key :
                aggregates.registry().keys().stream().sorted(EmfLines::byName).toList()) {
            aggregates
                    .registry()
                    .view(key, Tier.MINUTES)
                    .filter(view -> !view.intervals().isEmpty()
                            && view.intervals().getLast().there())
                    .ifPresent(view -> byLabels.computeIfAbsent(key.labels(), _ -> new ArrayList<>())
                            .add(view));
        }
        return byLabels;
    }

    private static int byName(SeriesKey one, SeriesKey other) {
        return one.toString().compareTo(other.toString());
    }

    private void write(Appendable out, Instant begin, SortedMap<String, String> labels, List<EmfMetric> metrics)
            throws IOException {
        SortedMap<String, String> dimensions = new TreeMap<>(labels);
        dimensions.put("service", aggregates.origin().service());
        var json = new EmfJson(out);
        json.open("{\"_aws\":{\"Timestamp\":" + begin.toEpochMilli() + ",\"CloudWatchMetrics\":[{\"Namespace\":");
        json.text(namespace);
        json.open(",\"Dimensions\":[[");
        json.texts(dimensions.keySet());
        json.open("]],\"Metrics\":[");
        json.each(metrics, metric -> metric.writeDefinition(json));
        json.open("]}]}");
        for (Map.Entry<String, String> dimension : dimensions.entrySet()) {
            json.field(dimension.getKey());
            json.text(dimension.getValue().isBlank() ? "-" : dimension.getValue());
        }
        if (!dimensions.containsKey("instance")) {
            json.field("instance");
            json.text(aggregates.origin().instance());
        }
        for (EmfMetric metric : metrics) {
            json.field(metric.name());
            metric.writeValue(json);
        }
        json.open("}\n");
    }
}
