package io.goodput.guard;

import io.goodput.Nanos;
import io.goodput.hedge.HedgePolicy;
import io.goodput.hedge.HedgeTiming;

/** The hedges of one call: how many more it may have, and when the next one is due. Reused for the next call. */
final class Hedging {
    private final Terms terms;
    private int left;
    private long dueAt = Long.MAX_VALUE;

    Hedging(Terms terms) {
        this.terms = terms;
    }

    void reuse() {
        left = 0;
        dueAt = Long.MAX_VALUE;
    }

    /** The call is admitted. Only one that may be done twice is hedged. */
    void callBegan() {
        HedgePolicy hedge = terms.policies().hedge;
        if (hedge != null && terms.options().idempotent()) {
            hedge.callBegan();
            left = hedge.maxHedges();
        }
    }

    /** An attempt is on its way, beside which the next hedge would be sent. */
    void attemptBegan(long now) {
        HedgePolicy hedge = terms.policies().hedge;
        dueAt = left > 0 && hedge != null && hedge.timing(now) instanceof HedgeTiming.After after
                ? Nanos.plus(now, after.nanos())
                : Long.MAX_VALUE;
    }

    /** When the next hedge is due; {@link Long#MAX_VALUE} if there is none. */
    long dueAt() {
        return dueAt;
    }

    /** Sends the hedge that is due. One that cannot be sent is the last, and the attempts in flight go on. */
    boolean send(Flights flights, long now) {
        HedgePolicy hedge = terms.policies().hedge;
        boolean sent = false;
        if (hedge != null && hedge.tryTake()) {
            sent = flights.launch(true, now) == null;
            if (!sent) {
                hedge.putBack();
            }
        }
        left = sent ? left - 1 : 0;
        attemptBegan(now);
        return sent;
    }
}
