package io.goodput;

import io.goodput.GuardedCall.Step;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call. Events may come from any thread, even while an earlier one is being handled; they wait in
 * line, and whoever finds the line empty serves it. No lock is held while the task runs, and retries do not deepen the
 * stack.
 */
final class AsyncCall<T extends @Nullable Object> {
    private final Guard guard;
    private final Timers timers;
    private final Supplier<? extends CompletionStage<T>> task;
    private final GuardedCall call;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** Each takes the time at which it is handled and answers with the step to do. */
    private final Queue<LongFunction<Step>> events = new ConcurrentLinkedQueue<>();

    private final AtomicInteger waiting = new AtomicInteger();

    // The rest belongs to whoever serves the line.
    private @Nullable CompletionStage<T> attempt;
    private Timers.@Nullable Timer timer;
    private long timerAt = Long.MAX_VALUE;
    private @Nullable T value;
    private @Nullable Throwable error;

    AsyncCall(Guard guard, Timers timers, Supplier<? extends CompletionStage<T>> task) {
        this.guard = guard;
        this.timers = timers;
        this.task = task;
        this.call = guard.newCall();
    }

    CompletableFuture<T> start(Deadline callers) {
        happened(now -> call.start(now, callers));
        // Whoever completes the result from outside has no more use for the attempt; after a finish it says nothing.
        var _ = result.whenComplete((_, _) -> happened(_ -> call.callerCancelled()));
        return result;
    }

    private void happened(LongFunction<Step> event) {
        events.add(event);
        if (waiting.getAndIncrement() == 0) {
            do {
                serveOrGiveUp(events.remove());
            } while (waiting.decrementAndGet() > 0);
        }
    }

    /** A classifier, a random source or timers that throw must not leave the line unserved and the caller waiting. */
    private void serveOrGiveUp(LongFunction<Step> event) {
        try {
            serve(event);
        } catch (Throwable broken) {
            // Which is heard as a caller who gives up, and so ends the attempt, the timer and the wait.
            result.completeExceptionally(broken);
        }
    }

    private void serve(LongFunction<Step> event) {
        long now = timers.nanos();
        Step step = event.apply(now);
        while (step == Step.BEGIN || step == Step.CANCEL) {
            if (step == Step.BEGIN) {
                begin(call.attempt());
            } else {
                cancelAttempt();
            }
            step = call.next(now);
        }
        if (step == Step.FINISH) {
            finish();
        }
        setTimer(call.wakeAt());
    }

    private void begin(int number) {
        value = null;
        error = null;
        attempt = null;
        try {
            CompletionStage<T> stage = task.get();
            attempt = Objects.requireNonNull(stage, () -> guard.name() + ": the task gave no stage");
            stage.whenComplete((answer, failure) -> happened(now -> ended(number, answer, failure, now)));
        } catch (Throwable thrown) {
            happened(now -> ended(number, null, thrown, now));
        }
    }

    private Step ended(int number, @Nullable T answer, @Nullable Throwable failure, long now) {
        if (number == call.attempt()) {
            value = answer;
            error = failure == null ? null : Classifier.unwrap(failure);
        }
        return call.attemptEnded(number, guard.outcomeOf(answer, failure), guard.hintOf(answer, failure), now);
    }

    private void cancelAttempt() {
        CompletionStage<T> stage = attempt;
        if (stage != null) {
            try {
                stage.toCompletableFuture().cancel(true);
            } catch (RuntimeException _) {
                // A stage need not be a future. It runs on, and nobody waits for it.
            }
        }
    }

    private void setTimer(long at) {
        if (at == timerAt) {
            return;
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        timerAt = at;
        if (at != Long.MAX_VALUE) {
            timer = timers.runAt(at, () -> happened(now -> timerFired(at, now)));
        }
    }

    /** Real timers may fire a little early; then the same instant is waited for again. */
    private Step timerFired(long at, long now) {
        if (at == timerAt) {
            timerAt = Long.MAX_VALUE;
        }
        return call.timerFired(now);
    }

    @SuppressWarnings("NullAway") // the value came from the task
    private void finish() {
        Throwable failure = call.outcome() == Outcome.SUCCESS ? null : guard.failureOf(call, error);
        if (failure != null) {
            result.completeExceptionally(failure);
        } else {
            result.complete(value);
        }
    }
}
