package io.goodput;

import io.goodput.GuardedCall.Step;
import io.goodput.SlotPool.Slot;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link GuardedCall} in the current thread. The path of a call that succeeds at once allocates nothing,
 * and reads the clock twice, or, where no time can run out, not at all: that is dearer than all the rest.
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

    @SuppressWarnings({"unchecked", "NullAway"}) // the slot's value came from the task
    <T extends @Nullable Object> T call(Guard guard, Deadline callers, Callable<T> task) throws Exception {
        Slot slot = slots.claim();
        try {
            GuardedCall call = slot.callOf(guard);
            Step step = call.start(guard.isTimed(callers) ? timers.nanos() : ANY_TIME, callers);
            while (step != Step.FINISH) {
                step = step == Step.BEGIN ? attempt(guard, slot, call, task) : backOff(slot, call);
            }
            if (call.outcome() != Outcome.SUCCESS) {
                throwFailure(guard, call, slot.error);
            }
            return (T) slot.value;
        } finally {
            slot.release();
        }
    }

    private Step attempt(Guard guard, Slot slot, GuardedCall call, Callable<?> task) {
        slot.value = null;
        slot.error = null;
        boolean timed = call.wakeAt() != Long.MAX_VALUE;
        if (timed) {
            slot.interrupter.arm(call.wakeAt());
        }
        try {
            slot.value = task.call();
        } catch (Throwable error) {
            slot.error = error;
        }
        boolean ranOutOfTime = timed && slot.interrupter.disarm();
        if (!ranOutOfTime && isInterrupted(guard, slot.error)) {
            call.callerCancelled();
            return call.next(timers.nanos());
        }
        Outcome outcome = guard.outcomeOf(slot.value, slot.error);
        long hint = guard.hintOf(slot.value, slot.error);
        long now = timed || outcome != Outcome.SUCCESS ? timers.nanos() : ANY_TIME;
        return call.attemptEnded(call.attempt(), outcome, hint, now);
    }

    /** True if somebody else wants this thread to stop, whatever the task made of it. */
    private static boolean isInterrupted(Guard guard, @Nullable Throwable error) {
        return error != null
                && (Thread.currentThread().isInterrupted() || guard.outcomeOf(null, error) == Outcome.CANCELLED);
    }

    private Step backOff(Slot slot, GuardedCall call) {
        try {
            timers.sleepUntil(call.wakeAt());
            return call.timerFired(timers.nanos());
        } catch (InterruptedException interrupted) {
            slot.error = interrupted;
            return call.callerCancelled();
        }
    }

    /** Returns where the last attempt gave an answer that means failure: it is the caller's. */
    private static void throwFailure(Guard guard, GuardedCall call, @Nullable Throwable error) throws Exception {
        Throwable failure = guard.failureOf(call, error);
        switch (failure) {
            case null -> {}
            case Exception exception -> throw exception;
            case Error fatal -> throw fatal;
            default -> throw new IllegalStateException(failure);
        }
    }
}
