package io.goodput.bench.telemetry;

import com.netflix.spectator.api.DefaultRegistry;
import io.goodput.telemetry.aggregate.CounterHandle;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Something happened once more, told to a counter that was looked up before. */
@State(Scope.Benchmark)
public class CounterBenchmark {
    private final LongAdder adder = new LongAdder();
    private final CounterHandle goodput =
            Meters.goodput().registry().counter(SeriesKey.of("orders_total", Map.of("tenant", "acme")));
    private final io.micrometer.core.instrument.Counter micrometer =
            new SimpleMeterRegistry().counter("orders", "tenant", "acme");
    private final io.micrometer.core.instrument.Counter micrometerPrometheus =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT).counter("orders", "tenant", "acme");
    private final com.netflix.spectator.api.Counter spectator =
            new DefaultRegistry().counter("orders", "tenant", "acme");
    private final LongCounter otel =
            Meters.openTelemetry().counterBuilder("orders").build();
    private final Attributes attributes = Meters.ACME;

    /** What counts across threads at the least cost. */
    @Benchmark
    public void baseline() {
        adder.increment();
    }

    @Benchmark
    public void goodput() {
        goodput.add();
    }

    @Benchmark
    public void micrometer() {
        micrometer.increment();
    }

    @Benchmark
    public void micrometerPrometheus() {
        micrometerPrometheus.increment();
    }

    @Benchmark
    public void spectator() {
        spectator.increment();
    }

    @Benchmark
    public void openTelemetry() {
        otel.add(1, attributes);
    }
}
