package io.goodput.quorum;

import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Timers;
import io.goodput.driver.Alarm;
import io.goodput.driver.CancellableStage;
import io.goodput.driver.EventLine;
import io.goodput.quorum.QuorumCall.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One asynchronous fetch: its events are served one at a time, and what users wrote runs outside of them. */
final class AsyncQuorum<T extends @Nullable Object> {
    private final QuorumFetch.Settings settings;
    private final List<? extends Supplier<? extends CompletionStage<? extends T>>> parts;
    private final QuorumCall call;
    private final CompletableFuture<List<Part<T>>> result = new CompletableFuture<>();
    private final EventLine line;
    private final Alarm alarm;

    // The rest belongs to whoever serves the line.
    private final List<CancellableStage> running = new ArrayList<>();
    private final List<Part<T>> good = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    AsyncQuorum(
            QuorumFetch.Settings settings,
            Timers timers,
            List<? extends Supplier<? extends CompletionStage<? extends T>>> parts) {
        this.settings = settings;
        this.parts = parts;
        this.call = new QuorumCall(settings);
        // Timers that throw: heard as a caller who gives up, which ends the parts and the wait.
        this.line = new EventLine(timers, this::giveUp);
        this.alarm = new Alarm(timers, line, now -> follow(call.timerFired(now), now));
    }

    CompletableFuture<List<Part<T>>> start(Deadline callers) {
        line.happened(now -> follow(call.start(now, callers), now));
        // Whoever completes the result from outside has no more use for the parts; after a finish it says nothing.
        var _ = result.whenComplete((_, _) -> line.happened(now -> follow(call.callerCancelled(), now)));
        return result;
    }

    private void giveUp(Throwable thrown) {
        line.outsideAtOnce(() -> result.completeExceptionally(thrown));
    }

    private void follow(Step first, long now) {
        Step step = first;
        while (step == Step.BEGIN || step == Step.CANCEL) {
            if (step == Step.BEGIN) {
                begin(call.part());
            } else {
                running.get(call.part()).giveUp(line);
            }
            step = call.next(now);
        }
        if (step == Step.FINISH) {
            finish();
        }
        alarm.set(call.wakeAt());
    }

    private void begin(int number) {
        var stage = new CancellableStage();
        running.add(stage);
        line.outside(() -> send(number, stage));
    }

    private void send(int number, CancellableStage part) {
        if (part.isGivenUp()) {
            return;
        }
        try {
            CompletionStage<? extends T> stage = parts.get(number).get();
            part.began(Objects.requireNonNull(stage, () -> "part " + number + " gave no stage"));
            stage.whenComplete((answer, failure) -> line.happened(now -> ended(number, answer, failure, now)));
        } catch (Throwable thrown) {
            line.happened(now -> ended(number, null, thrown, now));
        }
    }

    @SuppressWarnings("NullAway") // without a failure, the answer came from the part
    private void ended(int number, @Nullable T answer, @Nullable Throwable failure, long now) {
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
        follow(step, now);
    }

    private void finish() {
        if (call.outcome() == Outcome.SUCCESS) {
            List<Part<T>> parts = good.stream()
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .toList();
            line.outsideAtOnce(() -> result.complete(parts));
        } else {
            var failure = new QuorumException(settings, call);
            failures.forEach(failure::addSuppressed);
            line.outsideAtOnce(() -> result.completeExceptionally(failure));
        }
    }
}
