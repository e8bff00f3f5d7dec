package io.goodput.log4j;

import io.goodput.CallContext;
import io.goodput.logging.LineIds;
import java.util.HashMap;
import java.util.Map;
import org.apache.logging.log4j.core.util.ContextDataProvider;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.apache.logging.log4j.util.StringMap;

/**
 * Gives every event the ids of the {@link CallContext} that it happens in, under the names of {@link LineIds}, as if
 * they stood in the {@code ThreadContext}: {@code %X{request_id}} in a pattern, {@code contextMap} in JSON. Log4j finds
 * it by itself, and nothing has to be bound; it goes by the context of the thread that logs, whatever thread writes.
 */
public final class CallContextData implements ContextDataProvider {
    private static final StringMap NONE = new SortedArrayStringMap(0);

    static {
        NONE.freeze();
    }

    /** Made by Log4j. */
    public CallContextData() {}

    @Override
    public Map<String, String> supplyContextData() {
        CallContext context = CallContext.current();
        if (context.isNone()) {
            return Map.of();
        }
        Map<String, String> ids = new HashMap<>();
        LineIds.of(context, ids::put);
        return ids;
    }

    @Override
    public StringMap supplyStringMap() {
        CallContext context = CallContext.current();
        if (context.isNone()) {
            return NONE;
        }
        var ids = new SortedArrayStringMap(3);
        LineIds.of(context, ids::putValue);
        return ids;
    }
}
