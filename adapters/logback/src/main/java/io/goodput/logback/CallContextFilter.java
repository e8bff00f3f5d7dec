package io.goodput.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.goodput.CallContext;
import io.goodput.logging.LineIds;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/**
 * Gives every line the ids of the {@link CallContext} that it was logged in, under the names of {@link LineIds}, as if
 * they stood in the MDC: {@code %X{request_id}} in a pattern, {@code mdc} in JSON. Nothing has to be bound. It denies
 * no line.
 *
 * <pre>{@code
 * <appender name="FILE" class="ch.qos.logback.core.FileAppender">
 *   <filter class="io.goodput.logback.CallContextFilter"/>
 * }</pre>
 *
 * <p>It belongs into each appender that a logger refers to, asynchronous ones included: their filters run on the thread
 * that logs. A line of which an appender without it has already asked for the MDC stays as it is, and Logback's status
 * says so, once.
 */
public final class CallContextFilter extends Filter<ILoggingEvent> {
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Made by Logback. */
    public CallContextFilter() {}

    @Override
    public FilterReply decide(ILoggingEvent event) {
        CallContext context = CallContext.current();
        if (!context.isNone() && event instanceof LoggingEvent line) {
            give(context, line);
        }
        return FilterReply.NEUTRAL;
    }

    private void give(CallContext context, LoggingEvent line) {
        Map<String, String> ids = new HashMap<>();
        LineIds.of(context, ids::put);
        if (ids.isEmpty()) {
            return;
        }
        Map<String, String> all = new HashMap<>(inMdc());
        all.putAll(ids);
        try {
            line.setMDCPropertyMap(all);
        } catch (IllegalStateException _) {
            // Somebody was here before: this filter in another appender, or an appender without it.
            if (!line.getMDCPropertyMap().entrySet().containsAll(ids.entrySet()) && warned.compareAndSet(false, true)) {
                addWarn("lines without ids of their request: an appender without this filter comes before");
            }
        }
    }

    private Map<String, String> inMdc() {
        MDCAdapter mdc = getContext() instanceof LoggerContext context ? context.getMDCAdapter() : null;
        @Nullable Map<String, String> map = mdc instanceof LogbackMDCAdapter logback ? logback.getPropertyMap() : copied(mdc);
        return map == null ? Map.of() : map;
    }

    private static @Nullable Map<String, String> copied(@Nullable MDCAdapter mdc) {
        return mdc == null ? null : mdc.getCopyOfContextMap();
    }
}
