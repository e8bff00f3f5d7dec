package io.goodput.hedge;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The result of a task in a virtual thread, begun at once; to cancel it is to interrupt the thread. */
final class Interruptible<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Thread thread;

    Interruptible(Callable<? extends T> task) {
        thread = Thread.startVirtualThread(() -> run(task));
    }

    private void run(Callable<? extends T> task) {
        try {
            complete(task.call());
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean first = super.cancel(mayInterrupt);
        if (first && mayInterrupt) {
            thread.interrupt();
        }
        return first;
    }
}
