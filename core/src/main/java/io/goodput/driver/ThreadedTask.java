package io.goodput.driver;

import io.goodput.CallContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task on a virtual thread of its own, in the context of whoever began it. To cancel it is to interrupt the thread,
 * which is not waited for.
 */
public final class ThreadedTask<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Thread thread;

    private ThreadedTask(Callable<? extends T> task) {
        this.thread = Thread.ofVirtual().name("goodput-task").unstarted(() -> run(task));
    }

    /** Begins it. */
    public static <T extends @Nullable Object> ThreadedTask<T> begin(Callable<? extends T> task) {
        CallContext context = CallContext.current();
        var begun = new ThreadedTask<T>(context.equals(CallContext.NONE) ? task : context.wrap(task));
        begun.thread.start();
        return begun;
    }

    private void run(Callable<? extends T> task) {
        try {
            complete(task.call());
        } catch (Throwable thrown) {
            completeExceptionally(thrown);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            thread.interrupt();
        }
        return cancelled;
    }
}
