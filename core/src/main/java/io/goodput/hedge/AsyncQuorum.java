package io.goodput.hedge;

import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Timers;
import io.goodput.hedge.QuorumCall.Step;
import java.util.ArrayList;
import java.util.List;
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
 * One asynchronous fetch. Events may come from any thread, even while an earlier one is being handled; they wait in
 * line, and whoever finds the line empty serves it. No lock is held while a part is begun.
 */
final class AsyncQuorum<T extends @Nullable Object> {
    private final QuorumPlan plan;
    private final Timers timers;
    private final List<? extends Supplier<? extends CompletionStage<? extends T>>> parts;
    private final QuorumCall call;
    private final CompletableFuture<List<Part<T>>> result = new CompletableFuture<>();

    /** Each takes the time at which it is handled and answers with the step to do. */
    private final Queue<LongFunction<Step>> events = new ConcurrentLinkedQueue<>();

    private final AtomicInteger waiting = new AtomicInteger();

    // The rest belongs to whoever serves the line.
    private final List<@Nullable CompletionStage<? extends T>> running = new ArrayList<>();
    private final List<Part<T>> good = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Timers.@Nullable Timer timer;
    private long timerAt = Long.MAX_VALUE;

    AsyncQuorum(
            QuorumPlan plan, Timers timers, List<? extends Supplier<? extends CompletionStage<? extends T>>> parts) {
        this.plan = plan;
        this.timers = timers;
        this.parts = parts;
        this.call = new QuorumCall(plan);
    }

    CompletableFuture<List<Part<T>>> start(Deadline callers) {
        happened(now -> call.start(now, callers));
        // Whoever completes the result from outside has no more use for the parts; after a finish it says nothing.
        var _ = result.whenComplete((_, _) -> happened(_ -> call.callerCancelled()));
        return result;
    }

    private void happened(LongFunction<Step> event) {
        events.add(event);
        if (waiting.getAndIncrement() == 0) {
            do {
                try {
                    serve(events.remove());
                } catch (Throwable broken) {
                    // Timers that throw: heard as a caller who gives up, which ends the parts and the wait.
                    result.completeExceptionally(broken);
                }
            } while (waiting.decrementAndGet() > 0);
        }
    }

    private void serve(LongFunction<Step> event) {
        long now = timers.nanos();
        Step step = event.apply(now);
        while (step == Step.BEGIN || step == Step.CANCEL) {
            if (step == Step.BEGIN) {
                begin(call.part());
            } else {
                cancel(call.part());
            }
            step = call.next(now);
        }
        if (step == Step.FINISH) {
            finish();
        }
        setTimer(call.wakeAt());
    }

    private void begin(int number) {
        running.add(null);
        try {
            CompletionStage<? extends T> stage = parts.get(number).get();
            running.set(number, Objects.requireNonNull(stage, () -> "part " + number + " gave no stage"));
            stage.whenComplete((answer, failure) -> happened(now -> ended(number, answer, failure, now)));
        } catch (Throwable thrown) {
            happened(now -> ended(number, null, thrown, now));
        }
    }

    @SuppressWarnings("NullAway") // without a failure, the answer came from the part
    private Step ended(int number, @Nullable T answer, @Nullable Throwable failure, long now) {
        int goodBefore = call.good();
        int failedBefore = call.failed();
        Throwable error = failure == null ? null : Classifier.unwrap(failure);
        Outcome outcome =
                error == null ? Outcome.SUCCESS : Classifier.standard().ofError(error);
        Step step = call.partEnded(number, outcome, now);
        if (call.good() > goodBefore) {
            good.add(new Part<>(number, answer));
        } else if (call.failed() > failedBefore && error != null) {
            failures.add(error);
        }
        return step;
    }

    private void cancel(int number) {
        CompletionStage<? extends T> stage = running.get(number);
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

    private void finish() {
        if (call.outcome() == Outcome.SUCCESS) {
            result.complete(good.stream()
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .toList());
        } else {
            var failure = new QuorumException(plan, call);
            failures.forEach(failure::addSuppressed);
            result.completeExceptionally(failure);
        }
    }
}
