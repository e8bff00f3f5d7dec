package io.goodput.logs.record;

import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from.
 *
 * @param at when the work began, or the figures were read: microseconds since 1970, on the clock of whoever wrote it
 * @param service who wrote it
 * @param instance which of its processes; empty where that was not told
 * @param release which version of it runs; null where that was not told
 */
public record RecordSite(
        long at, String service, String instance, @Nullable String release) {
    /**
     * The process that wrote it, whose records are all on one clock: {@code orders/7f3a}, or {@code orders-1} where the
     * instance says already what it is one of.
     */
    public String process() {
        if (instance.startsWith(service + "-")) {
            return instance;
        }
        return instance.isEmpty() ? service : service + "/" + instance;
    }
}
