package io.goodput.cache;

import io.goodput.CallContext;
import io.goodput.Timers;
import io.goodput.handoff.HandOff;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** What somebody who asked gets. */
final class Answer<V> extends CompletableFuture<Optional<V>> {
    private final CallContext context;

    Answer(CallContext context) {
        this.context = context;
    }

    CallContext context() {
        return context;
    }

    void end(LoadResult<V> result) {
        switch (result) {
            case LoadResult.Value<V>(Optional<V> value) -> HandOff.run(() -> complete(value));
            case LoadResult.Failure<V>(Throwable cause) -> HandOff.run(() -> completeExceptionally(cause));
        }
    }

    void timeOut() {
        HandOff.run(() -> completeExceptionally(new TimeoutException("no value before the deadline")));
    }

    /** Times out at that instant; {@link Long#MAX_VALUE} for never. */
    void endAt(long deadline, Timers timers) {
        if (deadline != Long.MAX_VALUE) {
            Timers.Timer timer = timers.runAt(deadline, this::timeOut);
            var _ = whenComplete((_, _) -> timer.cancel());
        }
    }

    void whenCancelled(Runnable action) {
        var _ = whenComplete((_, _) -> {
            if (isCancelled()) {
                action.run();
            }
        });
    }
}
