package io.goodput.logging;

import io.goodput.CallContext;
import io.goodput.bounds.Shown;
import java.util.function.BiConsumer;

/**
 * What a line of a log says of the request that it was written for, under the names that OpenTelemetry's adapters to
 * frameworks of logging use. Values are harmless: a request's number comes from outside.
 */
public final class LineIds {
    /** The name of {@link CallContext#requestId}. */
    public static final String REQUEST = "request_id";

    /** The name of the trace's number, 32 hexadecimal digits. */
    public static final String TRACE = "trace_id";

    /** The name of the span's number, 16 hexadecimal digits. */
    public static final String SPAN = "span_id";

    private static final int TRACE_FROM = "00-".length();
    private static final int TRACE_TO = TRACE_FROM + 32;
    private static final int SPAN_FROM = TRACE_TO + "-".length();
    private static final int SPAN_TO = SPAN_FROM + 16;
    private static final int LENGTH = SPAN_TO + "-00".length();

    private LineIds() {}

    /** Hands over each name with its value, as far as the context has one. */
    public static void of(CallContext context, BiConsumer<String, String> ids) {
        String request = context.requestId();
        if (request != null) {
            ids.accept(REQUEST, Shown.line(request));
        }
        String trace = context.trace();
        if (trace != null && hasIds(trace)) {
            ids.accept(TRACE, Shown.line(trace.substring(TRACE_FROM, TRACE_TO)));
            ids.accept(SPAN, Shown.line(trace.substring(SPAN_FROM, SPAN_TO)));
        }
    }

    private static boolean hasIds(String trace) {
        return trace.length() == LENGTH && trace.charAt(TRACE_TO) == '-' && trace.charAt(SPAN_TO) == '-';
    }
}
