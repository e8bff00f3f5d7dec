package io.goodput.telemetry.expose;

import io.goodput.telemetry.aggregate.IntervalView;
import io.goodput.telemetry.aggregate.SeriesView;
import io.goodput.telemetry.scale.TimeCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One metric of a line.
 *
 * @param unit as CloudWatch calls it
 * @param value a number, as JSON; of times, nothing
 * @param interval has the times
 */
record EmfMetric(String name, String unit, String value, IntervalView interval) {
    private static final String TIMES = "";

    static List<EmfMetric> of(SeriesView series, IntervalView interval) {
        String name = series.key().name();
        String count = Long.toString(interval.count());
        return switch (series.kind()) {
            case COUNT -> List.of(new EmfMetric(name, "Count", count, interval));
            case LEVEL -> List.of(new EmfMetric(name, unitOf(name), PrometheusLines.number(interval.last()), interval));
            case TIME -> {
                var many = new EmfMetric(name + "_count", "Count", count, interval);
                yield interval.times().total() == 0
                        ? List.of(many)
                        : List.of(new EmfMetric(name, "Seconds", TIMES, interval), many);
            }
        };
    }

    private static String unitOf(String name) {
        return name.endsWith("_seconds") ? "Seconds" : name.endsWith("_bytes") ? "Bytes" : "None";
    }

    void writeDefinition(EmfJson json) throws IOException {
        json.open("{\"Name\":");
        json.text(name);
        json.open(",\"Unit\":\"" + unit + "\"}");
    }

    void writeValue(EmfJson json) throws IOException {
        if (value.equals(TIMES)) {
            writeTimes(json);
        } else {
            json.open(value);
        }
    }

    /** The distribution: each value, and how often it occurred. */
    private void writeTimes(EmfJson json) throws IOException {
        List<Long> values = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        TimeCounts times = interval.times();
        times.each(EmfLines.MOST_VALUES, (longest, many) -> {
            values.add(longest);
            counts.add(many);
        });
        json.open("{\"Values\":[");
        json.each(values, each -> json.open(PrometheusHistogram.seconds(each)));
        json.open("],\"Counts\":[");
        json.each(counts, each -> json.open(Long.toString(each)));
        json.open(String.format(
                Locale.ROOT,
                "],\"Max\":%s,\"Min\":%s,\"Count\":%d,\"Sum\":%s}",
                PrometheusHistogram.seconds(values.getLast()),
                PrometheusHistogram.seconds(values.getFirst()),
                times.total(),
                PrometheusHistogram.seconds(interval.sumNanos())));
    }
}
