package io.goodput.otel;

import io.goodput.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.HexFormat;

/**
 * Gives spans the ids that our contexts carry already: what a {@code traceparent} that was sent says, and what the
 * records say. An SDK draws ids itself, unless it is told to take them from here:
 *
 * <pre>{@code
 * SdkTracerProvider.builder().setIdGenerator(new CarriedIds())
 * }</pre>
 *
 * <p>All other spans have the ids that another generator draws.
 */
public final class CarriedIds implements IdGenerator {
    private static final ScopedValue<TraceParent> NEXT = ScopedValue.newInstance();

    private final IdGenerator others;

    /** Other spans get ids at random. */
    public CarriedIds() {
        this(IdGenerator.random());
    }

    /** Other spans get ids from there. */
    public CarriedIds(IdGenerator others) {
        this.others = others;
    }

    /** Starts a span of those ids, if the SDK asks here. */
    static Span start(SpanBuilder span, TraceParent ids) {
        return ScopedValue.where(NEXT, ids).call(span::startSpan);
    }

    @Override
    public String generateSpanId() {
        return NEXT.isBound() ? spanId(NEXT.get()) : others.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        return NEXT.isBound() ? traceId(NEXT.get()) : others.generateTraceId();
    }

    static String spanId(TraceParent of) {
        return HexFormat.of().toHexDigits(of.span());
    }

    static String traceId(TraceParent of) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(of.high()) + hex.toHexDigits(of.low());
    }

    @Override
    public String toString() {
        return "CarriedIds[others=" + others + "]";
    }
}
