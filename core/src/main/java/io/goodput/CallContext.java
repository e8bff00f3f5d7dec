package io.goodput;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What a request brings along through all the calls that are made for it: until when its answer is of use, how much it
 * matters, for whom it is, and the trace that it belongs to.
 *
 * <p>A server binds the context of a request; whatever runs inside finds it with {@link #current()}, and every guarded
 * call is bound by its deadline. A context bound inside another can only shorten the time:
 *
 * <pre>{@code
 * CallContext.NONE.withTimeout(Duration.ofMillis(500), Ticker.system()).withTenant("blue").call(() -> handle(request));
 * }</pre>
 *
 * <p>It is bound as a {@link ScopedValue}: to the current thread, and to those forked in a structured scope.
 * {@link #wrap} takes it to any other thread. Between processes it travels in {@link ContextHeaders headers}.
 *
 * @param deadline on the ticker of the guards inside: {@link Ticker#system()}, unless they are given another
 * @param criticality how much it hurts when the request is not served
 * @param tenant for whom it is; null where that is not known
 * @param trace the W3C {@code traceparent}; null without one
 */
public record CallContext(
        Deadline deadline,
        Criticality criticality,
        @Nullable String tenant,
        @Nullable String trace) {
    /** No deadline, {@link Criticality#CRITICAL}, no tenant, no trace. */
    public static final CallContext NONE = new CallContext(Deadline.NONE, Criticality.CRITICAL, null, null);

    private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

    /** What the current thread is working for; {@link #NONE} outside of any request. */
    public static CallContext current() {
        return CURRENT.orElse(NONE);
    }

    /** Whether this is {@link #NONE} itself: what is current outside of any request. */
    @SuppressWarnings("ReferenceEquality") // outside of any request it is always the same
    public boolean isNone() {
        return this == NONE;
    }

    /** The same, with whichever deadline comes first. */
    public CallContext within(Deadline other) {
        Deadline earlier = deadline.earlier(other);
        return earlier.equals(deadline) ? this : new CallContext(earlier, criticality, tenant, trace);
    }

    /** The same, with at most that much time from now. */
    public CallContext withTimeout(Duration time, Ticker ticker) {
        return within(Deadline.after(time, ticker));
    }

    /** The same, of another criticality. */
    public CallContext withCriticality(Criticality other) {
        return new CallContext(deadline, other, tenant, trace);
    }

    /** The same, for another tenant. */
    public CallContext withTenant(@Nullable String other) {
        return new CallContext(deadline, criticality, other, trace);
    }

    /** The same, in another trace. */
    public CallContext withTrace(@Nullable String other) {
        return new CallContext(deadline, criticality, tenant, other);
    }

    /** Runs the task with this as the {@link #current} context, within the deadline of the one around it. */
    public <T extends @Nullable Object> T call(Callable<? extends T> task) throws Exception {
        return ScopedValue.where(CURRENT, within(current().deadline())).call(task::call);
    }

    /** The same for an action. */
    public void run(Runnable action) {
        ScopedValue.where(CURRENT, within(current().deadline())).run(action);
    }

    /** The task, with this as its context on whatever thread it runs. */
    public <T extends @Nullable Object> Callable<T> wrap(Callable<? extends T> task) {
        return () -> call(task);
    }

    /** The action, with this as its context on whatever thread it runs. */
    public Runnable wrap(Runnable action) {
        return () -> run(action);
    }
}
