package io.goodput;

import io.goodput.GuardedCall.Step;
import io.goodput.SlotPool.Slot;
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
        try {
            CallContext context = CallContext.current();
            GuardedCall call = slot.callOf(guard);
            boolean timed = call.readsClock(options, context);
            Step step = call.start(timed ? timers.nanos() : ANY_TIME, options, context);
            while (step != Step.FINISH) {
                step = step == Step.BEGIN ? attempt(slot, call, timed, context, invocation, task) : backOff(slot, call);
            }
            if (call.outcome() != Outcome.SUCCESS) {
                throwFailure(call, slot.error);
            }
            return slot.value;
        } finally {
            slot.release();
        }
    }

    private <K> Step attempt(
            Slot slot, GuardedCall call, boolean timed, CallContext context, Invocation<K> invocation, K task) {
        slot.value = null;
        slot.error = null;
        boolean limited = call.wakeAt() != Long.MAX_VALUE;
        if (limited) {
            slot.interrupter.arm(call.wakeAt());
        }
        try {
            slot.value = context.isNone()
                    ? invocation.run(task, call)
                    : context.within(new Deadline(call.wakeAt())).call(() -> invocation.run(task, call));
        } catch (Throwable error) {
            slot.error = error;
        }
        boolean ranOutOfTime = limited && slot.interrupter.disarm();
        return ended(slot, call, timed, ranOutOfTime);
    }

    private Step ended(Slot slot, GuardedCall call, boolean timed, boolean ranOutOfTime) {
        Outcome outcome = call.outcomeOf(slot.value, slot.error);
        if (!ranOutOfTime && isInterrupted(outcome, slot.error)) {
            long now = timers.nanos();
            call.callerCancelled(now);
            return call.next(now);
        }
        long hint = call.hintOf(slot.value, slot.error);
        long now = timed || outcome != Outcome.SUCCESS ? timers.nanos() : ANY_TIME;
        return call.attemptEnded(call.attempt(), outcome, hint, now);
    }

    /** True if somebody else wants this thread to stop, whatever the task made of it. */
    private static boolean isInterrupted(Outcome outcome, @Nullable Throwable error) {
        return error != null && (Thread.currentThread().isInterrupted() || outcome == Outcome.CANCELLED);
    }

    private Step backOff(Slot slot, GuardedCall call) {
        try {
            timers.sleepUntil(call.wakeAt());
            return call.timerFired(timers.nanos());
        } catch (InterruptedException interrupted) {
            slot.error = interrupted;
            return call.callerCancelled(timers.nanos());
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
