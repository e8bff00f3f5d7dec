package io.goodput.cache;

import java.util.List;

/**
 * Whom a {@link Coalescer} wants told what.
 *
 * @param answered waiters to give the load's result to, in the order in which they came
 * @param timedOut waiters whose time was up
 * @param leads those who load now
 * @param current whether the load's result may be kept; false for a result that nobody should keep: of a load that
 *     began before an invalidation, that lost its lead, or that failed
 */
public record Resolution<K, W>(List<W> answered, List<W> timedOut, List<Lead<K, W>> leads, boolean current) {
    /** Copies the lists. */
    public Resolution {
        answered = List.copyOf(answered);
        timedOut = List.copyOf(timedOut);
        leads = List.copyOf(leads);
    }

    /**
     * A waiter that is to load the key itself, and to say how that ended.
     *
     * @param waiter who has waited for it until now
     * @param token to say it with
     */
    public record Lead<K, W>(K key, W waiter, long token) {}
}
