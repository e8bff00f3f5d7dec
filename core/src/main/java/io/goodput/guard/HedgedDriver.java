package io.goodput.guard;

import io.goodput.driver.ThreadedTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a blocking call that may be hedged: the current thread waits, and each attempt has a virtual thread of
 * its own. An attempt that is given up is interrupted; the call does not wait for it.
 */
final class HedgedDriver {
    private final AsyncDriver async;

    HedgedDriver(AsyncDriver async) {
        this.async = async;
    }

    <T extends @Nullable Object> T call(Guard guard, CallOptions options, AttemptTask<T> task) throws Exception {
        CompletableFuture<T> result =
                async.call(guard, options, attempt -> ThreadedTask.begin(() -> task.call(attempt)));
        try {
            return result.get();
        } catch (InterruptedException interrupted) {
            result.cancel(true);
            throw interrupted;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Exception exception -> throw exception;
                case Error fatal -> throw fatal;
                case null, default -> throw failed;
            }
        }
    }
}
