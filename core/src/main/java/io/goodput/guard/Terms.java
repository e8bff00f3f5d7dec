package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Nanos;
import io.goodput.guard.GuardEvent.CallFacts;

/**
 * What one call goes by from its start to its end: the policies of its guard as they were then, what is known of it,
 * and until when it may last. Reused for the next call: references are written only if they change, as to an old object
 * a collector makes that dear.
 */
final class Terms {
    private Guard guard;
    private Policies policies;
    private boolean followed;
    private boolean heard;
    private CallOptions options = CallOptions.NONE;
    private CallContext context = CallContext.NONE;
    private long startedAt;
    private long deadline = Long.MAX_VALUE;

    Terms(Guard guard) {
        this.guard = guard;
        this.policies = guard.policies();
        this.followed = policies.followsAttempts || policies.paces();
    }

    void reuse(Guard guard) {
        Policies latest = guard.policies();
        if (policies != latest) {
            this.guard = guard;
            policies = latest;
        }
        followed = latest.followsAttempts || latest.paces();
        heard = false;
    }

    /**
     * The call starts.
     *
     * @param callers the deadline of its options and its context, whichever is earlier
     */
    @SuppressWarnings("ReferenceEquality") // what is written anew though it is the same does no harm
    void begin(long now, long callers, CallOptions options, CallContext context) {
        if (this.options != options) {
            this.options = options;
        }
        if (this.context != context) {
            this.context = context;
        }
        heard = policies.heard;
        startedAt = now;
        deadline = Math.min(Nanos.plus(now, policies.deadlineNanos), callers);
    }

    /** Whether anything is decided or told by the clock, if the callers' deadline is this. */
    boolean readsClock(long callers) {
        return policies.readsClock || followed || callers != Long.MAX_VALUE;
    }

    Policies policies() {
        return policies;
    }

    String guard() {
        return guard.name();
    }

    CallOptions options() {
        return options;
    }

    CallContext context() {
        return context;
    }

    long startedAt() {
        return startedAt;
    }

    /** As the ticker reads it; {@link Long#MAX_VALUE} for none. */
    long deadline() {
        return deadline;
    }

    /** Whether any policy wants to know when an attempt begins and ends. */
    boolean isFollowed() {
        return followed;
    }

    /** Whether somebody listens to a call that has begun. Who begins to listen under way hears of the next one. */
    boolean isHeard() {
        return heard;
    }

    void tell(GuardEvent event) {
        guard.listeners().tell(event);
    }

    CallFacts facts() {
        return new CallFacts(this, guard.name(), options, context, startedAt, new Deadline(deadline));
    }
}
