package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.RateLimit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What every call passes once, before its first attempt: the client throttle, then the rate limit of its tenant. */
record CallGate(@Nullable ClientThrottle throttle, @Nullable RateLimit rateLimit) {
    private static final Refusal THROTTLE =
            new Refusal(Reason.CLIENT_THROTTLE, "the dependency refuses, and this share of the calls is held back");
    private static final Refusal RATE = new Refusal(Reason.RATE_LIMIT, "the tenant's rate is used up");

    /** Null if the call may go on; then {@link #leave} follows. */
    @Nullable Refusal enter(CallContext context, long now, RandomGenerator random) {
        if (throttle != null && !throttle.tryPass(now, context.criticality(), random)) {
            return THROTTLE;
        }
        if (rateLimit != null && !rateLimit.tryAcquire(keyOf(context), now)) {
            leave(context, Outcome.DROPPED, now);
            return RATE;
        }
        return null;
    }

    private static Object keyOf(CallContext context) {
        return context.tenant() == null ? "" : context.tenant();
    }

    /** The call has ended. */
    void leave(CallContext context, Outcome outcome, long now) {
        if (throttle != null) {
            throttle.ended(outcome, context.criticality(), now);
        }
    }
}
