package io.goodput.telemetry.unit;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that begins.
 *
 * @param number from 1
 * @param hedge whether it runs beside another
 * @param span its number in the trace
 * @param resource where it is sent; null where that is not known
 * @param at when, as the ticker reads
 * @param deadlineLeft nanoseconds that it has; {@link Long#MAX_VALUE} without a deadline
 */
public record AttemptStart(
        int number,
        boolean hedge,
        long span,
        @Nullable String resource,
        long at,
        long deadlineLeft) {}
