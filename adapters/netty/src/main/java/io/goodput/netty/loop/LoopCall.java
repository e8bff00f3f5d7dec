package io.goodput.netty.loop;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.CallOptions;
import io.goodput.guard.DrivenCall;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link GuardedCall} on an event loop: attempts are begun and cancelled on it, and what becomes of them
 * is reported there. Whoever extends it says what an attempt is; see {@link DrivenCall} for what may be called when.
 *
 * <p>To use it again for the next call costs nothing; so make one for each place that calls are made from, a connection
 * of a client, say.
 */
public abstract class LoopCall extends DrivenCall {
    private final LoopTimers timers;
    private final Wake wake = new Wake();

    /** A call through the guard on the loop of these timers, not yet started. */
    protected LoopCall(Guard guard, LoopTimers timers) {
        super(guard);
        this.timers = timers;
    }

    /** Those of its loop. */
    protected final LoopTimers timers() {
        return timers;
    }

    /** Starts the call now. */
    public final void start(CallOptions options, CallContext context) {
        start(options, context, timers.nanos());
    }

    /** An attempt has ended now; see {@link GuardedCall#attemptEnded}. */
    public final void attemptEnded(int attempt, Outcome outcome, @Nullable Duration retryAfter) {
        attemptEnded(attempt, outcome, retryAfter, timers.nanos());
    }

    /** The caller has begun to get this attempt's answer now; see {@link GuardedCall#answerBegan}. */
    public final void answerBegan(int attempt) {
        answerBegan(attempt, timers.nanos());
    }

    /** Nothing can be sent again from now on; see {@link GuardedCall#noFurtherAttempt}. */
    public final void noFurtherAttempt() {
        noFurtherAttempt(timers.nanos());
    }

    /** The caller has lost interest now. */
    public final void giveUp() {
        giveUp(timers.nanos());
    }

    @Override
    protected final void wakeAt(long at) {
        timers.set(wake, at);
    }

    private final class Wake extends LoopTimer {
        @Override
        protected void fired(long now) {
            timerFired(now);
        }
    }
}
