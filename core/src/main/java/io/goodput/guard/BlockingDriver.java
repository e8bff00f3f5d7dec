package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Timers;
import io.goodput.guard.GuardedCall.Step;
import io.goodput.guard.SlotPool.Slot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link GuardedCall} in the current thread. The path of a call that succeeds at once allocates nothing,
 * and reads the clock twice, or, where the time decides nothing, not at all: that is dearer than all the rest.
 */
final class BlockingDriver {
    /** Told in place of the time where it decides nothing. */
    private static final long ANY_TIME = 0;

    private final Timers timers;
    private final SlotPool slots;

    BlockingDriver(Timers timers) {
        this.timers = timers;
        this.slots = new SlotPool(timers);
    }

    @SuppressWarnings("NullAway") // null is a value like any other
    <K> Object call(Guard guard, CallOptions options, Invocation<K> invocation, K task) throws Exception {
        Slot slot = slots.claim();
        GuardedCall call = slot.callOf(guard);
        try {
            return call(slot, call, options, invocation, task);
        } finally {
            if (!call.isFinished()) {
                giveUp(call);
            }
            slot.release();
        }
    }

    /** A classifier or a random source that throws must not cost the policies what the call holds of them. */
    private void giveUp(GuardedCall call) {
        long now = timers.nanos();
        Step step = call.callerCancelled(now);
        while (step == Step.CANCEL) {
            step = call.next(now);
        }
    }

    // The call is handed on beside its slot: read anew from a field, the compiler would not know it for the same.
    private <K> @Nullable Object call(
            Slot slot, GuardedCall call, CallOptions options, Invocation<K> invocation, K task) throws Exception {
        CallContext context = CallContext.current();
        long callers = options.deadlineIn(context);
        boolean timed = call.readsClock(callers);
        Object value = null;
        Throwable error = null;
        Step step = call.start(timed ? timers.nanos() : ANY_TIME, callers, options, context);
        while (step != Step.FINISH) {
            if (step == Step.WAIT) {
                InterruptedException interrupted = sleep(call);
                error = interrupted == null ? error : interrupted;
                step = interrupted == null ? call.timerFired(timers.nanos()) : call.callerCancelled(timers.nanos());
                continue;
            }
            boolean limited = arm(slot, call);
            value = null;
            error = null;
            try {
                value = run(invocation, task, call);
            } catch (Throwable thrown) {
                error = thrown;
            }
            boolean ranOutOfTime = limited && slot.interrupter.disarm();
            step = ended(call, value, error, timed, ranOutOfTime);
        }
        if (call.outcome() != Outcome.SUCCESS) {
            throwFailure(call, error);
        }
        return value;
    }

    /** False if there is nothing to arm for: the attempt may last. */
    private static boolean arm(Slot slot, GuardedCall call) {
        boolean limited = call.wakeAt() != Long.MAX_VALUE;
        if (limited) {
            slot.interrupter.arm(call.wakeAt());
        }
        return limited;
    }

    /** Inside a request, the task finds that request's context, with no more time than the attempt has. */
    private static <K> @Nullable Object run(Invocation<K> invocation, K task, GuardedCall call) throws Exception {
        return call.bindsContext()
                ? call.described().context().<@Nullable Object>call(() -> invocation.run(task, call))
                : invocation.run(task, call);
    }

    private Step ended(
            GuardedCall call, @Nullable Object value, @Nullable Throwable error, boolean timed, boolean ranOutOfTime) {
        Outcome outcome = call.policies().outcomeOf(value, error);
        if (!ranOutOfTime && isInterrupted(outcome, error)) {
            long now = timers.nanos();
            call.callerCancelled(now);
            return call.next(now);
        }
        Duration retryAfter =
                outcome == Outcome.SUCCESS ? null : call.policies().retryAfter(value, error);
        long now = timed || outcome != Outcome.SUCCESS ? timers.nanos() : ANY_TIME;
        call.gave(call.attempt(), value, error);
        return call.attemptEnded(call.attempt(), outcome, retryAfter, now);
    }

    /** True if somebody else wants this thread to stop, whatever the task made of it. */
    private static boolean isInterrupted(Outcome outcome, @Nullable Throwable error) {
        return error != null && (Thread.currentThread().isInterrupted() || outcome == Outcome.CANCELLED);
    }

    /** Null once it is time to go on; or what came between. */
    private @Nullable InterruptedException sleep(GuardedCall call) {
        try {
            timers.sleepUntil(call.wakeAt());
            return null;
        } catch (InterruptedException interrupted) {
            return interrupted;
        }
    }

    /** Returns where the last attempt gave an answer that means failure: it is the caller's. */
    private static void throwFailure(GuardedCall call, @Nullable Throwable error) throws Exception {
        Throwable failure = call.failure(error);
        switch (failure) {
            case null -> {}
            case Exception exception -> throw exception;
            case Error fatal -> throw fatal;
            default -> throw new IllegalStateException(failure);
        }
    }
}
