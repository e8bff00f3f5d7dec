package io.goodput.cache;

import java.util.Map;

/**
 * What a {@link Coalescer} holds and has done since it was made, for telemetry. Counts never fall; zeros are there too.
 *
 * @param keys how many are being loaded now
 * @param led loads that were begun by somebody who came; those {@code handedOn} come on top
 * @param joined those who found a load in flight, and wait for it or leave it to that
 * @param refused those who came and were told neither, by reason
 * @param answered waiters that were told how a load ended
 * @param timedOut waiters whose time was up
 * @param handedOn waiters that lead in the place of another
 * @param completed loads that brought something
 * @param failed loads that failed
 * @param invalidated loads in flight that were overtaken by a change at the source
 */
public record CoalescerSnapshot(
        int keys,
        long led,
        long joined,
        Map<CacheRefusal, Long> refused,
        long answered,
        long timedOut,
        long handedOn,
        long completed,
        long failed,
        long invalidated) {}
