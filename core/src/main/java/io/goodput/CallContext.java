package io.goodput;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a request brings along through all the calls that are made for it: until when its answer is of use, how much it
 * matters, for whom it is, the trace that it belongs to, and its number.
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
 * @param trace the W3C {@code traceparent}: if none was set, that of the unit of work; null without either
 * @param traceState what the tracing systems on the way have noted; null without it. It goes where the trace goes
 * @param requestId what whoever asked calls this request, to be found in the logs of all; null where it has no such
 *     name
 * @param work what this process does for the request, as whoever records it knows it; null outside of any such unit. It
 *     stays in the process
 */
public record CallContext(
        Deadline deadline,
        Criticality criticality,
        @Nullable String tenant,
        @Nullable String trace,
        @Nullable String traceState,
        @Nullable String requestId,
        @Nullable UnitOfWork work) {
    /** No deadline, {@link Criticality#CRITICAL}, no tenant, no trace, no number. */
    public static final CallContext NONE =
            new CallContext(Deadline.NONE, Criticality.CRITICAL, null, null, null, null, null);

    /** A context, or a {@link ContextBinding}, which makes one of what it is told when it is asked. */
    private static final ScopedValue<Object> CURRENT = ScopedValue.newInstance();

    /** What the current thread is working for; {@link #NONE} outside of any request. */
    public static CallContext current() {
        return CURRENT.orElse(NONE) instanceof CallContext context
                ? context
                : binding().context();
    }

    private static ContextBinding binding() {
        return (ContextBinding) CURRENT.get();
    }

    /** That of the current context, which is not made for it. */
    static Deadline deadlineAround() {
        return CURRENT.orElse(NONE) instanceof CallContext context
                ? context.deadline
                : binding().deadline();
    }

    static ScopedValue.Carrier carrier(ContextBinding binding) {
        return ScopedValue.where(CURRENT, binding);
    }

    /** A context outside of any unit of work. */
    public CallContext(
            Deadline deadline,
            Criticality criticality,
            @Nullable String tenant,
            @Nullable String trace,
            @Nullable String traceState,
            @Nullable String requestId) {
        this(deadline, criticality, tenant, trace, traceState, requestId, null);
    }

    /** That of the unit of work is made when it is asked for, so that whoever calls nobody does not pay for it. */
    @Override
    public @Nullable String trace() {
        return trace == null && work != null ? work.traceparent() : trace;
    }

    /** Whether this is {@link #NONE} itself: what is current outside of any request. */
    @SuppressWarnings("ReferenceEquality") // outside of any request it is always the same
    public boolean isNone() {
        return this == NONE;
    }

    /** The same, with whichever deadline comes first. */
    public CallContext within(Deadline other) {
        Deadline earlier = deadline.earlier(other);
        return earlier.equals(deadline)
                ? this
                : new CallContext(earlier, criticality, tenant, trace, traceState, requestId, work);
    }

    /** The same, with at most that much time from now. */
    public CallContext withTimeout(Duration time, Ticker ticker) {
        return within(Deadline.after(time, ticker));
    }

    /** The same, of another criticality. */
    public CallContext withCriticality(Criticality other) {
        return new CallContext(deadline, other, tenant, trace, traceState, requestId, work);
    }

    /** The same, for another tenant. */
    public CallContext withTenant(@Nullable String other) {
        return new CallContext(deadline, criticality, other, trace, traceState, requestId, work);
    }

    /** The same, in another trace, or in another span of the same: what was noted of it stays. */
    public CallContext withTrace(@Nullable String other) {
        return new CallContext(deadline, criticality, tenant, other, traceState, requestId, work);
    }

    /**
     * The same, in a new span of its trace, whose number is drawn at random; itself without a trace. What is noted of
     * the trace stays.
     */
    public CallContext inNewSpan(RandomGenerator random) {
        if (trace == null && work != null) {
            return new CallContext(deadline, criticality, tenant, null, traceState, requestId, work.inNewSpan(random));
        }
        String other = TraceParent.anotherSpan(trace, random);
        return Objects.equals(other, trace) ? this : withTrace(other);
    }

    /** The same, with other notes of tracing systems. */
    public CallContext withTraceState(@Nullable String other) {
        return new CallContext(deadline, criticality, tenant, trace, other, requestId, work);
    }

    /** The same, for a request of another number. */
    public CallContext withRequestId(@Nullable String other) {
        return new CallContext(deadline, criticality, tenant, trace, traceState, other, work);
    }

    /**
     * The same, within a unit of work, or within none: its span takes the place of the trace, which it is told of
     * beforehand. Without a unit, the trace is the one that it was in.
     */
    public CallContext withWork(@Nullable UnitOfWork other) {
        return new CallContext(
                deadline, criticality, tenant, other == null ? trace() : null, traceState, requestId, other);
    }

    /**
     * What is done for the request without anybody waiting for it: {@link Criticality#SHEDDABLE}, without its deadline,
     * and no part of its unit of work.
     */
    public CallContext behind() {
        return new CallContext(Deadline.NONE, Criticality.SHEDDABLE, tenant, trace(), traceState, requestId);
    }

    /** Runs the task with this as the {@link #current} context, within the deadline of the one around it. */
    public <T extends @Nullable Object> T call(Callable<? extends T> task) throws Exception {
        return ScopedValue.where(CURRENT, within(deadlineAround())).call(task::call);
    }

    /** The same for an action. */
    public void run(Runnable action) {
        ScopedValue.where(CURRENT, within(deadlineAround())).run(action);
    }

    /** The same for what throws nothing. */
    <T extends @Nullable Object> T get(Supplier<? extends T> task) {
        return ScopedValue.where(CURRENT, within(deadlineAround())).call(task::get);
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
