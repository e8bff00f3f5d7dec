package io.goodput.micrometer;

import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.aggregate.SeriesTotal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * All series of a process as meters: units of work, attempts, the figures of policies, and whatever else is counted
 * there. A counter is a function counter, a time a function timer, a level a gauge. A series' name ends in its unit,
 * which Micrometer adds itself: {@code goodput_work_seconds} is the meter {@code goodput.work}.
 *
 * <p>Meters come with their series, and leave with them. There are no more of them than the registry of the series
 * holds, which counts and names what it refuses. Figures are of the last second that was over when {@link #refresh} was
 * called; whoever drives calls it once a second or so.
 */
public final class SeriesMeters implements AutoCloseable {
    private static final String UNIT_OF_TIMES = "_seconds";
    private static final String ENDING_OF_COUNTS = "_total";

    private final SeriesRegistry series;
    private final MeterRegistry registry;

    /** Guarded by the monitor of this. */
    private final Map<SeriesKey, SeriesMeter> meters = new HashMap<>();

    private boolean closed;

    /** Of those series, into that registry. */
    public SeriesMeters(SeriesRegistry series, MeterRegistry registry) {
        this.series = series;
        this.registry = registry;
        series.listen(this::gone);
        refresh();
    }

    /** Meters for series that are new, and figures for all. */
    public void refresh() {
        // Before the monitor is taken: series leave under their registry's, and then come for this one.
        refresh(series.totals());
    }

    private synchronized void refresh(Iterable<SeriesTotal> totals) {
        if (closed) {
            return;
        }
        for (SeriesTotal total : totals) {
            SeriesMeter meter = meters.get(total.key());
            if (meter == null) {
                meters.put(total.key(), registered(total));
            } else {
                meter.total = total;
            }
        }
    }

    private SeriesMeter registered(SeriesTotal total) {
        var made = new SeriesMeter(total);
        SeriesKey key = total.key();
        Tags tags = Tags.of(key.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .collect(Collectors.toList()));
        made.meter = switch (total.kind()) {
            case COUNT ->
                FunctionCounter.builder(name(key, ENDING_OF_COUNTS), made, each -> each.total.count())
                        .tags(tags)
                        .register(registry);
            case TIME ->
                FunctionTimer.builder(
                                name(key, UNIT_OF_TIMES),
                                made,
                                each -> each.total.count(),
                                each -> each.total.sumNanos(),
                                TimeUnit.NANOSECONDS)
                        .tags(tags)
                        .register(registry);
            case LEVEL ->
                Gauge.builder(name(key, ""), made, each -> each.total.level())
                        .tags(tags)
                        .register(registry);
        };
        return made;
    }

    private static String name(SeriesKey key, String ending) {
        String name = key.name();
        String base = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        return base.replace('_', '.');
    }

    private synchronized void gone(SeriesKey key) {
        SeriesMeter left = meters.remove(key);
        if (left != null) {
            leave(left);
        }
    }

    private void leave(SeriesMeter left) {
        Meter meter = left.meter;
        if (meter != null) {
            registry.remove(meter);
        }
    }

    /** How many there are. */
    public synchronized int size() {
        return meters.size();
    }

    /** All meters leave. */
    @Override
    public synchronized void close() {
        closed = true;
        meters.values().forEach(this::leave);
        meters.clear();
    }
}
