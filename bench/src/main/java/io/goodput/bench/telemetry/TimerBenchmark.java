package io.goodput.bench.telemetry;

import com.netflix.spectator.api.DefaultRegistry;
import com.netflix.spectator.api.histogram.PercentileTimer;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.TimerHandle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Something took so long, told to a timer that was looked up before. */
@State(Scope.Benchmark)
public class TimerBenchmark {
    private final Recorder recorder = new Recorder(1);
    private final TimerHandle goodput =
            Meters.goodput().registry().timer(SeriesKey.of("order_seconds", Map.of("tenant", "acme")));
    private final io.micrometer.core.instrument.Timer micrometer =
            new SimpleMeterRegistry().timer("orders", "tenant", "acme");
    private final io.micrometer.core.instrument.Timer micrometerHistogram = io.micrometer.core.instrument.Timer.builder(
                    "orders")
            .publishPercentileHistogram()
            .register(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    private final com.netflix.spectator.api.Timer spectator = new DefaultRegistry().timer("orders", "tenant", "acme");
    private final PercentileTimer spectatorPercentiles =
            PercentileTimer.get(new DefaultRegistry(), new DefaultRegistry().createId("orders", "tenant", "acme"));
    private final DoubleHistogram otel =
            Meters.openTelemetry().histogramBuilder("orders").setUnit("s").build();
    private final Attributes attributes = Meters.ACME;

    /** Times of each thread, from 1 to 9 ms. */
    @State(Scope.Thread)
    public static class Times {
        private long last = 1_000_000;

        long next() {
            last = last > 9_000_000 ? 1_000_000 : last + 12_345;
            return last;
        }
    }

    /** A histogram that can be read while it is written. */
    @Benchmark
    public void baseline(Times times) {
        recorder.recordValue(times.next());
    }

    @Benchmark
    public void goodput(Times times) {
        goodput.record(times.next());
    }

    @Benchmark
    public void micrometer(Times times) {
        micrometer.record(times.next(), TimeUnit.NANOSECONDS);
    }

    @Benchmark
    public void micrometerHistogram(Times times) {
        micrometerHistogram.record(times.next(), TimeUnit.NANOSECONDS);
    }

    @Benchmark
    public void spectator(Times times) {
        spectator.record(times.next(), TimeUnit.NANOSECONDS);
    }

    @Benchmark
    public void spectatorPercentiles(Times times) {
        spectatorPercentiles.record(times.next(), TimeUnit.NANOSECONDS);
    }

    @Benchmark
    public void openTelemetry(Times times) {
        otel.record(times.next() / 1e9, attributes);
    }
}
