package io.goodput.retry;

import io.goodput.Refusal;

/** When an {@link AdaptiveRate} lets an attempt be sent. */
public sealed interface Reservation {
    /** Now. */
    Reservation AT_ONCE = new Granted(0);

    /**
     * Send it after a wait. It has been counted: tell of its end, or put it back.
     *
     * @param waitNanos nanoseconds, >= 0; 0 to send it now
     */
    record Granted(long waitNanos) implements Reservation {}

    /** Do not send it; nothing was taken. */
    record Denied(Refusal why) implements Reservation {}
}
