package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Timers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out a {@link GuardedCall} without holding a thread. */
final class AsyncDriver {
    private final Timers timers;

    AsyncDriver(Timers timers) {
        this.timers = timers;
    }

    <T extends @Nullable Object> CompletableFuture<T> call(
            Guard guard, CallOptions options, Function<? super Attempt, ? extends CompletionStage<T>> task) {
        return new AsyncCall<T>(guard, timers, task).start(options, CallContext.current());
    }
}
