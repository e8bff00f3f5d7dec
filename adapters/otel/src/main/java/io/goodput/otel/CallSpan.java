package io.goodput.otel;

import io.goodput.Outcome;
import io.goodput.TraceParent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallFacts;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The span of a call that is under way, and those of its attempts. */
final class CallSpan {
    private static final long NANOS = 1_000_000_000;

    private final Span span;

    /** What the call is for: an attempt with this very span has none of its own. */
    private final @Nullable TraceParent around;

    private final Map<Integer, Span> attempts = new ConcurrentHashMap<>();

    /** Nanoseconds since 1970 at the ticker's zero, as the clock said when the call began. */
    private final long epoch;

    private CallSpan(Span span, @Nullable TraceParent around, long epoch) {
        this.span = span;
        this.around = around;
        this.epoch = epoch;
    }

    static CallSpan begin(Tracer tracer, CallBegan began, Instant clock) {
        CallFacts call = began.call();
        TraceParent around = TraceParent.parse(call.context().trace());
        long epoch = clock.getEpochSecond() * NANOS + clock.getNano() - began.at();
        SpanBuilder builder = tracer.spanBuilder(call.guard())
                .setSpanKind(SpanKind.INTERNAL)
                .setParent(SpanParents.of(around, call.context().traceState()))
                .setStartTimestamp(epoch + call.startedAt(), TimeUnit.NANOSECONDS);
        return new CallSpan(named(builder, call).startSpan(), around, epoch);
    }

    private static SpanBuilder named(SpanBuilder builder, CallFacts call) {
        Object key = call.options().key();
        SpanBuilder named = builder.setAttribute(AttributeNames.GUARD, call.guard());
        return key == null ? named : named.setAttribute(AttributeNames.KEY, key.toString());
    }

    void attemptBegan(Tracer tracer, AttemptBegan began) {
        AttemptFacts attempt = began.attempt();
        SpanBuilder builder = named(tracer.spanBuilder(began.call().guard()), began.call())
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Context.root().with(span))
                .setStartTimestamp(epoch + attempt.startedAt(), TimeUnit.NANOSECONDS)
                .setAttribute(AttributeNames.HEDGE, attempt.hedge());
        if (attempt.number() > 1) {
            builder = builder.setAttribute(AttributeNames.RESEND_COUNT, attempt.number() - 1L);
        }
        if (attempt.endpoint() != null) {
            builder = builder.setAttribute(
                    AttributeNames.ENDPOINT, attempt.endpoint().name());
        }
        TraceParent carried = TraceParent.parse(attempt.context().trace());
        attempts.put(
                attempt.number(),
                carried == null || isAround(carried) ? builder.startSpan() : CarriedIds.start(builder, carried));
    }

    private boolean isAround(TraceParent carried) {
        return around != null && around.span() == carried.span();
    }

    void attemptEnded(AttemptEnded ended) {
        Span attempt = attempts.remove(ended.attempt().number());
        if (attempt != null) {
            end(attempt, ended.outcome(), ended.error(), ended.at());
        }
    }

    void willRetry(RetryScheduled retry) {
        span.addEvent(
                "retry",
                Attributes.of(
                        AttributeNames.OUTCOME,
                        retry.outcome().name(),
                        AttributeNames.DELAY,
                        retry.delayNanos() / (double) NANOS),
                epoch + retry.at(),
                TimeUnit.NANOSECONDS);
    }

    void refused(CallRefused refused) {
        span.addEvent(
                "refused",
                Attributes.of(
                        AttributeNames.REASON,
                        refused.refusal().reason().name(),
                        AttributeNames.WHY,
                        refused.refusal().why()),
                epoch + refused.at(),
                TimeUnit.NANOSECONDS);
    }

    void end(CallEnded ended) {
        span.setAttribute(AttributeNames.ATTEMPTS, (long) ended.attempts());
        end(span, ended.outcome(), null, ended.at());
    }

    private void end(Span ending, Outcome outcome, @Nullable Throwable error, long at) {
        ending.setAttribute(AttributeNames.OUTCOME, outcome.name());
        if (outcome != Outcome.SUCCESS) {
            ending.setStatus(StatusCode.ERROR);
            ending.setAttribute(
                    AttributeNames.ERROR_TYPE,
                    error == null ? outcome.name() : error.getClass().getName());
        }
        ending.end(epoch + at, TimeUnit.NANOSECONDS);
    }
}
