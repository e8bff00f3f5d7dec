package io.goodput.otel;

import io.goodput.Outcome;
import io.goodput.TraceParent;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Hearing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.TimeUnit;

/**
 * Each unit of work as a span, made when it ends, with the id of its record: calls made for it hang on that, if the SDK
 * takes ids from {@link CarriedIds}. It is of kind server if another span asked for it, and internal otherwise. Of long
 * work the last part has the span.
 */
public final class WorkSpans implements Hearing {
    private static final int SAMPLED = 1;

    private final Tracer tracer;

    /** By that tracer. */
    public WorkSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void heard(EndedUnit unit, long now) {
        if (unit.goesOn()) {
            return;
        }
        boolean asked = unit.parentSpan() != 0;
        long began = unit.epochNanos();
        SpanBuilder builder = tracer.spanBuilder(unit.operation())
                .setSpanKind(asked ? SpanKind.SERVER : SpanKind.INTERNAL)
                .setParent(SpanParents.of(asked ? ids(unit, unit.parentSpan()) : null, null))
                .setStartTimestamp(began, TimeUnit.NANOSECONDS)
                .setAttribute(AttributeNames.OPERATION, unit.operation())
                .setAttribute(AttributeNames.OUTCOME, unit.outcome().name());
        if (unit.tenant() != null) {
            builder = builder.setAttribute(AttributeNames.TENANT, unit.tenant());
        }
        Span span = CarriedIds.start(builder, ids(unit, unit.span()));
        if (unit.outcome() != Outcome.SUCCESS) {
            String category = unit.category();
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(
                    AttributeNames.ERROR_TYPE, category == null ? unit.outcome().name() : category);
        }
        span.end(began + unit.durationNanos(), TimeUnit.NANOSECONDS);
    }

    private static TraceParent ids(EndedUnit unit, long span) {
        return new TraceParent(unit.traceHigh(), unit.traceLow(), span, SAMPLED);
    }
}
