package io.goodput.guard;

import io.goodput.Nanos;
import io.goodput.hedge.HedgePolicy;
import io.goodput.hedge.HedgeTiming;
import org.jspecify.annotations.Nullable;

/** The hedges of one call: how many more it may have, and when the next one is due. */
final class Hedging {
    /** Of the calls that are not hedged, which are most: it never changes, and costs none of them an object. */
    static final Hedging NONE = new Hedging(null, 0);

    private final @Nullable HedgePolicy policy;
    private int left;
    private long dueAt = Long.MAX_VALUE;

    private Hedging(@Nullable HedgePolicy policy, int left) {
        this.policy = policy;
        this.left = left;
    }

    /** Of a call that is admitted. Only one that may be done twice is hedged. */
    static Hedging of(@Nullable HedgePolicy policy, CallOptions options) {
        if (policy == null || !options.isIdempotent()) {
            return NONE;
        }
        policy.callBegan();
        return new Hedging(policy, policy.maxHedges());
    }

    /** An attempt is on its way, beside which the next hedge would be sent. */
    void attemptBegan(long now) {
        if (policy != null) {
            dueAt = left > 0 && policy.timing(now) instanceof HedgeTiming.After after
                    ? Nanos.plus(now, after.nanos())
                    : Long.MAX_VALUE;
        }
    }

    /** No more are sent. */
    void attemptsAreOver() {
        if (policy != null) {
            left = 0;
            dueAt = Long.MAX_VALUE;
        }
    }

    /** When the next hedge is due; {@link Long#MAX_VALUE} if there is none. */
    long dueAt() {
        return dueAt;
    }

    /** Sends the hedge that is due. One that cannot be sent is the last, and the attempts in flight go on. */
    boolean send(Flights flights, long now) {
        boolean sent = false;
        if (policy != null && policy.tryTake()) {
            sent = flights.launch(true, now) == null;
            if (!sent) {
                policy.putBack();
            }
        }
        left = sent ? left - 1 : 0;
        attemptBegan(now);
        return sent;
    }
}
