package io.goodput.otel;

import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesKind;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.aggregate.SeriesTotal;
import io.goodput.telemetry.expose.MetricHelp;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.metrics.export.MetricProducer;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * All series of a process as metrics: units of work, attempts, retries, refusals, the figures of policies, and whatever
 * else is counted there. A count is a monotonic sum, a time a histogram in seconds, a level a gauge; labels are
 * attributes after {@code goodput.}. {@code goodput_work_seconds} is the metric {@code goodput.work}, unit {@code s}.
 *
 * <pre>{@code
 * SdkMeterProvider.builder().registerMetricProducer(new SeriesMetrics(telemetry.aggregates().registry()))
 * }</pre>
 *
 * <p>Nothing is counted twice: each collection reads what the series have counted by then, cumulative, so counting
 * costs no more than before, and a metric's points leave with their series. Buckets end just below powers of two of
 * nanoseconds, from 0.13 ms to 69 s, where counts are exact. Thread-safe.
 */
public final class SeriesMetrics implements MetricProducer {
    private static final int FIRST = 17;
    private static final int LAST = 36;
    private static final double NANOS = 1e9;
    private static final List<Double> BOUNDARIES = IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(power -> ((1L << power) - 1) / NANOS)
            .toList();

    private final SeriesRegistry series;
    private final InstantSource clock;
    private final long since;

    /** Of those series, which began about now. */
    public SeriesMetrics(SeriesRegistry series) {
        this(series, InstantSource.system());
    }

    /**
     * The same.
     *
     * @param clock dates points
     */
    public SeriesMetrics(SeriesRegistry series, InstantSource clock) {
        this.series = series;
        this.clock = clock;
        this.since = nanos(clock.instant());
    }

    @Override
    public Collection<MetricData> produce(Resource resource) {
        Map<String, List<SeriesTotal>> byName = new TreeMap<>();
        for (SeriesTotal total : series.totals()) {
            byName.computeIfAbsent(total.key().name(), _ -> new ArrayList<>()).add(total);
        }
        long now = nanos(clock.instant());
        List<MetricData> all = new ArrayList<>();
        byName.forEach((name, family) -> all.add(metric(resource, name, family, now)));
        return all;
    }

    private MetricData metric(Resource resource, String name, List<SeriesTotal> family, long now) {
        SeriesKind kind = family.getFirst().kind();
        String ending = switch (kind) {
            case COUNT -> "_total";
            case TIME -> "_seconds";
            case LEVEL -> "";
        };
        String base = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        MetricDataType type = switch (kind) {
            case COUNT -> MetricDataType.LONG_SUM;
            case TIME -> MetricDataType.HISTOGRAM;
            case LEVEL -> MetricDataType.DOUBLE_GAUGE;
        };
        String help = MetricHelp.ALL.getOrDefault(name, "");
        String unit = kind == SeriesKind.TIME ? "s" : "";
        return new SeriesMetricData(resource, base.replace('_', '.'), help, unit, type, data(kind, family, now));
    }

    private Data<?> data(SeriesKind kind, List<SeriesTotal> family, long now) {
        AggregationTemporality whole = AggregationTemporality.CUMULATIVE;
        return switch (kind) {
            case COUNT ->
                SumData.createLongSumData(
                        true,
                        whole,
                        family.stream()
                                .map(each -> LongPointData.create(since, now, attributes(each.key()), each.count()))
                                .toList());
            case TIME ->
                HistogramData.create(
                        whole, family.stream().map(each -> times(each, now)).toList());
            case LEVEL ->
                GaugeData.createDoubleGaugeData(family.stream()
                        .map(each ->
                                DoublePointData.create(since, now, attributes(each.key()), each.level(), List.of()))
                        .toList());
        };
    }

    private HistogramPointData times(SeriesTotal total, long now) {
        List<Long> counts = new ArrayList<>();
        long before = 0;
        for (int power = FIRST; power <= LAST; power++) {
            long below = total.times().below(power);
            counts.add(below - before);
            before = below;
        }
        counts.add(total.times().total() - before);
        return HistogramPointData.create(
                since, now, attributes(total.key()), total.sumNanos() / NANOS, false, 0, false, 0, BOUNDARIES, counts);
    }

    private static Attributes attributes(SeriesKey key) {
        AttributesBuilder made = Attributes.builder();
        key.labels().forEach((label, value) -> made.put("goodput." + label, value));
        return made.build();
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }
}
