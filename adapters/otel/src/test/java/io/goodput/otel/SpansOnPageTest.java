package io.goodput.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.event.Subscription;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.Guard;
import io.goodput.telemetry.record.Hearing;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpansOnPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "telemetry", "exporters.md");
    private static final Path HERE = Path.of("src/test/java/io/goodput/otel/SpansOnPageTest.java");

    @Test
    void the_code_of_the_page_is_that_of_this_test() throws Exception {
        String page = Files.readString(PAGE).replaceAll("(?m)^ +", "");
        String here = Files.readString(HERE).replaceAll("(?m)^ +", "");
        String region = here.substring(here.indexOf("// region page\n") + "// region page\n".length());

        assertThat(page).contains("```java\n" + region.substring(0, region.indexOf("// endregion")) + "```");
    }

    @Test
    void the_code_of_the_page_makes_spans_and_the_metrics_that_it_names() throws Exception {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        SpanProcessor processor = SimpleSpanProcessor.create(exporter);
        InMemoryMetricReader reader = InMemoryMetricReader.create();
        Meter meter =
                SdkMeterProvider.builder().registerMetricReader(reader).build().get("shop");
        // region page
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setIdGenerator(new CarriedIds())
                .addSpanProcessor(processor)
                .build();
        Guard stock =
                Guard.builder("stock").attemptContext(AttemptContext.SPANS).build();
        Subscription spans = new GuardSpans(provider.get("shop")).watch(stock);
        Subscription metrics = new GuardMetrics(meter).watch(stock);
        Hearing hearing = new WorkSpans(provider.get("shop"));
        // endregion
        stock.call(() -> "there");
        spans.close();
        metrics.close();

        String page = Files.readString(PAGE);
        assertThat(hearing).isNotNull();
        assertThat(exporter.getFinishedSpanItems()).hasSize(2);
        assertThat(reader.collectAllMetrics())
                .hasSize(3)
                .extracting(MetricData::getName)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
