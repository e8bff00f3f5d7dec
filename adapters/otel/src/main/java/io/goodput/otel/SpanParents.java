package io.goodput.otel;

import io.goodput.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What spans hang on. */
final class SpanParents {
    private static final String SEPARATOR = ",";

    private SpanParents() {}

    /** None without a trace: the span then begins one. */
    static Context of(@Nullable TraceParent parent, @Nullable String traceState) {
        if (parent == null) {
            return Context.root();
        }
        SpanContext known = SpanContext.create(
                CarriedIds.traceId(parent),
                CarriedIds.spanId(parent),
                TraceFlags.fromByte((byte) parent.flags()),
                state(traceState));
        return Context.root().with(Span.wrap(known));
    }

    /** The builder puts each one first, and leaves out what is not well formed. */
    private static TraceState state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return TraceState.getDefault();
        }
        TraceStateBuilder state = TraceState.builder();
        for (String member : List.of(text.split(SEPARATOR, -1)).reversed()) {
            int equals = member.indexOf('=');
            if (equals > 0) {
                state = state.put(
                        member.substring(0, equals).strip(),
                        member.substring(equals + 1).strip());
            }
        }
        return state.build();
    }
}
