package io.goodput.otel;

import io.goodput.CallContext;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.opentelemetry.api.trace.Tracer;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What guards do, as spans: one for each call, of kind internal, and one for each attempt below it, of kind client. A
 * call's span hangs on that of the {@link CallContext}. An attempt's span has the id that the attempt carries to the
 * other side, so that what happens there hangs on it: where the guard gives each attempt a span of its own
 * ({@link io.goodput.guard.AttemptContext#SPANS}) and the SDK takes ids from {@link CarriedIds}.
 *
 * <table>
 * <caption>Attributes</caption>
 * <tr><th>attribute</th><th>of</th><th>what</th></tr>
 * <tr><td>{@code goodput.guard}, {@code goodput.key}</td><td>both</td><td>the dependency, and what fails alone</td></tr>
 * <tr><td>{@code goodput.outcome}</td><td>both</td><td>how it ended</td></tr>
 * <tr><td>{@code error.type}</td><td>both</td><td>of a failure: the error's class, or the outcome</td></tr>
 * <tr><td>{@code goodput.attempts}</td><td>call</td><td>how many were begun</td></tr>
 * <tr><td>{@code goodput.resend_count}</td><td>attempt</td><td>from 1 on, of those that are not the first; as {@code
 * http.request.resend_count}</td></tr>
 * <tr><td>{@code goodput.hedge}, {@code goodput.endpoint}</td><td>attempt</td><td>whether it runs beside another; where
 * it is sent</td></tr>
 * </table>
 *
 * <p>Retries and refusals are events of the call's span. Times are those of the guard.
 */
public final class GuardSpans {
    /** Calls under way that have a span; those beyond it are counted as {@link #untraced}. */
    public static final int MOST = 100_000;

    private final Tracer tracer;
    private final InstantSource clock;
    private final ConcurrentHashMap<Object, CallSpan> open = new ConcurrentHashMap<>();
    private final LongAdder untraced = new LongAdder();

    /** By that tracer. */
    public GuardSpans(Tracer tracer) {
        this(tracer, InstantSource.system());
    }

    /**
     * The same.
     *
     * @param clock dates the beginning of a call
     */
    public GuardSpans(Tracer tracer, InstantSource clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** Makes spans of what the guard does, until the subscription is closed; of calls that begin until then. */
    public Subscription watch(Guard guard) {
        return guard.listen(this::accept);
    }

    /** Calls that have no span, as too many were under way. */
    public long untraced() {
        return untraced.sum();
    }

    private void accept(GuardEvent event) {
        if (event instanceof CallBegan began) {
            begin(began);
            return;
        }
        CallSpan call = open.get(event.call().id());
        if (call == null) {
            return;
        }
        switch (event) {
            case AttemptBegan began -> call.attemptBegan(tracer, began);
            case AttemptEnded ended -> call.attemptEnded(ended);
            case RetryScheduled retry -> call.willRetry(retry);
            case CallRefused refused -> call.refused(refused);
            case CallEnded ended -> {
                open.remove(ended.call().id());
                call.end(ended);
            }
            case CallBegan _ -> {}
        }
    }

    private void begin(CallBegan began) {
        if (open.size() >= MOST) {
            untraced.increment();
        } else {
            open.put(began.call().id(), CallSpan.begin(tracer, began, clock.instant()));
        }
    }
}
