package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.Timers;
import io.goodput.driver.Alarm;
import io.goodput.driver.CancellableStage;
import io.goodput.driver.EventLine;
import io.goodput.guard.GuardedCall.Step;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One asynchronous call: its events are served one at a time, and what users wrote runs outside of them. */
final class AsyncCall<T extends @Nullable Object> {
    private final String name;
    private final Function<? super Attempt, ? extends CompletionStage<T>> task;
    private final GuardedCall call;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final EventLine line;
    private final Alarm alarm;

    private volatile boolean finished;

    // The rest belongs to whoever serves the line.
    private @Nullable Sent latest;
    private @Nullable Throwable broken;

    AsyncCall(Guard guard, Timers timers, Function<? super Attempt, ? extends CompletionStage<T>> task) {
        this.name = guard.name();
        this.task = task;
        this.call = guard.newCall();
        this.line = new EventLine(timers, this::giveUp);
        this.alarm = new Alarm(timers, line, now -> follow(call.timerFired(now), now));
    }

    CompletableFuture<T> start(CallOptions options, CallContext context) {
        line.happened(now -> follow(call.start(now, options, context), now));
        if (!finished) {
            // Whoever completes the result from outside has no more use for the attempts.
            var _ = result.whenComplete((_, _) -> resultIsKnown());
        }
        return result;
    }

    private void resultIsKnown() {
        if (!finished) {
            line.happened(now -> follow(call.callerCancelled(now), now));
        }
    }

    /** A classifier, a random source or timers that throw must not leave the caller waiting. */
    private void giveUp(Throwable thrown) {
        if (broken == null) {
            broken = thrown;
            // Which ends the attempts and the timer.
            resultIsKnown();
        }
        Throwable first = broken;
        line.outsideAtOnce(() -> result.completeExceptionally(first));
    }

    private void follow(Step first, long now) {
        Step step = first;
        while (step == Step.BEGIN || step == Step.CANCEL) {
            if (step == Step.BEGIN) {
                begin(call.attempt(), call.described());
            } else {
                cancelAttempt(call.attempt());
            }
            step = call.next(now);
        }
        if (step == Step.FINISH) {
            finish();
        }
        alarm.set(call.wakeAt());
    }

    private void begin(int number, Attempt attempt) {
        var sent = new Sent(number, latest);
        latest = sent;
        boolean inContext = call.bindsContext();
        line.outside(() -> send(sent, attempt, inContext));
    }

    private void send(Sent sent, Attempt attempt, boolean inContext) {
        if (sent.running.isGivenUp()) {
            return;
        }
        try {
            CompletionStage<T> stage =
                    inContext ? attempt.context().call(() -> task.apply(attempt)) : task.apply(attempt);
            sent.running.began(Objects.requireNonNull(stage, () -> name + ": the task gave no stage"));
            var _ = stage.whenComplete(sent);
        } catch (Throwable thrown) {
            sent.accept(null, thrown);
        }
    }

    private void cancelAttempt(int number) {
        Sent sent = sent(number);
        if (sent != null) {
            sent.running.giveUp(line);
        }
    }

    private @Nullable Sent sent(int number) {
        Sent sent = latest;
        while (sent != null && sent.number != number) {
            sent = sent.earlier;
        }
        return sent;
    }

    @SuppressWarnings("NullAway") // the answer came from the task
    private void finish() {
        finished = true;
        Sent decisive = sent(call.decisive());
        Throwable failure = broken != null ? broken : failure(decisive);
        if (failure != null) {
            line.outsideAtOnce(() -> result.completeExceptionally(failure));
        } else {
            line.outsideAtOnce(() -> result.complete(decisive == null ? null : decisive.answer));
        }
    }

    private @Nullable Throwable failure(@Nullable Sent decisive) {
        return call.outcome() == Outcome.SUCCESS ? null : call.failure(decisive == null ? null : decisive.failure);
    }

    /** An attempt, as what hears its end, and as that event. */
    private final class Sent implements BiConsumer<@Nullable T, @Nullable Throwable>, LongConsumer {
        private final int number;
        private final @Nullable Sent earlier;
        private final CancellableStage running = new CancellableStage();
        private @Nullable T answer;
        private @Nullable Throwable failure;
        private Outcome outcome = Outcome.CANCELLED;
        private @Nullable Duration retryAfter;

        Sent(int number, @Nullable Sent earlier) {
            this.number = number;
            this.earlier = earlier;
        }

        @Override
        public void accept(@Nullable T answer, @Nullable Throwable failure) {
            this.answer = answer;
            this.failure = failure == null ? null : Classifier.unwrap(failure);
            try {
                outcome = call.policies().outcomeOf(answer, this.failure);
                retryAfter = outcome == Outcome.SUCCESS ? null : call.policies().retryAfter(answer, this.failure);
            } catch (Throwable thrown) {
                line.happened(_ -> giveUp(thrown));
                return;
            }
            line.happened(this);
        }

        @Override
        public void accept(long now) {
            call.gave(number, answer, failure);
            follow(call.attemptEnded(number, outcome, retryAfter, now), now);
        }
    }
}
