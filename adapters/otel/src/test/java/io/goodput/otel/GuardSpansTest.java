package io.goodput.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import io.goodput.telemetry.ServiceOperation;
import io.goodput.telemetry.Telemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardSpansTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String AROUND = "00f067aa0ba902b7";
    private static final CallContext CONTEXT =
            CallContext.NONE.withTrace("00-" + TRACE + "-" + AROUND + "-01").withTraceState("a=1,b=2");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setIdGenerator(new CarriedIds())
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final Tracer tracer = provider.get("test");
    private final VirtualTimers timers = new VirtualTimers();
    private final Guard guard = Guard.builder("stock")
            .timers(timers)
            .attemptContext(AttemptContext.SPANS)
            .retry(RetryPolicy.builder()
                    .attempts(2)
                    .backoff(Backoff.exponential(Duration.ofMillis(5), Duration.ofMillis(20)))
                    .build())
            .build();

    /** What was sent to the other side. */
    private final List<String> sent = new ArrayList<>();

    @Test
    void each_attempt_has_the_span_that_it_carries_to_the_other_side() throws Exception {
        new GuardSpans(tracer, () -> NOON).watch(guard);
        CONTEXT.call(() -> guard.call(CallOptions.NONE.keyed("shard 7"), this::failOnce));

        SpanData call = one(SpanKind.INTERNAL);
        List<SpanData> attempts = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getKind() == SpanKind.CLIENT)
                .toList();
        assertThat(attempts)
                .extracting(span -> "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01")
                .containsExactlyElementsOf(sent);
        assertThat(attempts).extracting(SpanData::getParentSpanId).containsOnly(call.getSpanId());
        assertThat(call.getParentSpanId()).isEqualTo(AROUND);
        assertThat(call.getTraceId()).isEqualTo(TRACE);
        assertThat(call.getSpanContext().getTraceState().asMap()).containsOnlyKeys("a", "b");
    }

    @Test
    void spans_tell_how_it_went_and_how_long_it_took() throws Exception {
        new GuardSpans(tracer, () -> NOON).watch(guard);
        CONTEXT.call(() -> guard.call(CallOptions.NONE.keyed("shard 7"), this::failOnce));

        List<SpanData> spans = exporter.getFinishedSpanItems();
        SpanData failed = spans.get(0);
        SpanData succeeded = spans.get(1);
        SpanData call = spans.get(2);
        long noon = NOON.getEpochSecond() * 1_000_000_000;
        assertThat(call.getStartEpochNanos()).isEqualTo(noon);
        assertThat(failed.getEndEpochNanos() - failed.getStartEpochNanos()).isEqualTo(10_000_000);
        assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failed.getAttributes().get(AttributeNames.ERROR_TYPE)).isEqualTo("java.io.IOException");
        assertThat(failed.getAttributes().get(AttributeNames.RESEND_COUNT)).isNull();
        assertThat(succeeded.getAttributes().get(AttributeNames.RESEND_COUNT)).isEqualTo(1);
        assertThat(succeeded.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(call.getAttributes().get(AttributeNames.KEY)).isEqualTo("shard 7");
        assertThat(call.getAttributes().get(AttributeNames.ATTEMPTS)).isEqualTo(2);
        assertThat(call.getEvents()).extracting(event -> event.getName()).containsExactly("retry");
        assertThat(call.getName()).isEqualTo("stock");
    }

    @Test
    void a_refusal_is_an_event_of_the_call() {
        new GuardSpans(tracer).watch(guard);
        try {
            guard.call(() -> {
                throw new IllegalStateException("a bug");
            });
        } catch (Exception _) {
            // As it should be.
        }
        SpanData call = one(SpanKind.INTERNAL);
        assertThat(call.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("refused");
            assertThat(event.getAttributes().get(AttributeNames.REASON)).isEqualTo("NOT_RETRYABLE");
        });
        assertThat(call.getAttributes().get(AttributeNames.ERROR_TYPE)).isEqualTo("PERMANENT_FAILURE");
        assertThat(call.getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void an_attempt_without_a_span_of_its_own_gets_one_that_is_not_the_callers() throws Exception {
        Guard plain = Guard.builder("stock").timers(timers).build();
        new GuardSpans(tracer).watch(plain);
        CONTEXT.call(() -> plain.call(() -> "there"));

        assertThat(one(SpanKind.CLIENT).getSpanId()).isNotEqualTo(AROUND);
    }

    @Test
    void all_spans_hang_together_from_the_unit_of_work_down() throws Exception {
        new GuardSpans(tracer).watch(guard);
        try (var telemetry = Telemetry.builder("shop")
                .ticker(timers)
                .hearing(new WorkSpans(tracer))
                .ending((unit, _) -> unit.release())
                .start()) {
            ServiceOperation operation = telemetry.operation("list").declare();
            operation.call(CONTEXT.withTenant("ann"), _ -> guard.call(this::failOnce));
        }

        SpanData work = one(SpanKind.SERVER);
        assertThat(work.getName()).isEqualTo("list");
        assertThat(work.getParentSpanId()).isEqualTo(AROUND);
        assertThat(work.getAttributes().get(AttributeNames.TENANT)).isEqualTo("ann");
        assertThat(work.getEndEpochNanos() - work.getStartEpochNanos()).isGreaterThanOrEqualTo(20_000_000);
        assertThat(one(SpanKind.INTERNAL).getParentSpanId()).isEqualTo(work.getSpanId());
        assertThat(exporter.getFinishedSpanItems())
                .allMatch(span -> span.getTraceId().equals(TRACE));
        assertThat(exporter.getFinishedSpanItems())
                .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
                .extracting(span -> "00-" + TRACE + "-" + span.getSpanId() + "-01")
                .containsExactlyElementsOf(sent);
    }

    @Test
    void a_unit_that_nobody_asked_for_begins_a_trace() throws Exception {
        try (var telemetry = Telemetry.builder("shop")
                .ticker(timers)
                .hearing(new WorkSpans(tracer))
                .ending((unit, _) -> unit.release())
                .start()) {
            String inside = telemetry
                    .operation("list")
                    .declare()
                    .call(
                            CallContext.NONE,
                            _ -> String.valueOf(CallContext.current().trace()));
            SpanData work = one(SpanKind.INTERNAL);
            assertThat("00-" + work.getTraceId() + "-" + work.getSpanId() + "-01")
                    .isEqualTo(inside);
            assertThat(work.getParentSpanContext().isValid()).isFalse();
        }
    }

    private String failOnce() throws IOException {
        ContextHeaders.write(CallContext.current(), timers.nanos(), (name, value) -> {
            if (name.equals("traceparent")) {
                sent.add(value);
            }
        });
        timers.advance(Duration.ofMillis(10));
        if (sent.size() == 1) {
            throw new IOException("broken");
        }
        return "there";
    }

    private SpanData one(SpanKind kind) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
