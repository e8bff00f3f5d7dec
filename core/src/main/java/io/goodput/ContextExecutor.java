package io.goodput;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs each task in the {@link CallContext} that it was given in, whatever thread it runs on: deadline, trace and unit
 * of work go with it.
 *
 * <pre>{@code
 * ExecutorService threads = ContextExecutor.of(Executors.newVirtualThreadPerTaskExecutor());
 * }</pre>
 */
public final class ContextExecutor extends AbstractExecutorService {
    private final ExecutorService threads;

    private ContextExecutor(ExecutorService threads) {
        this.threads = threads;
    }

    /** Runs tasks by these threads. To shut it down is to shut them down. */
    public static ExecutorService of(ExecutorService threads) {
        return new ContextExecutor(threads);
    }

    /** The same for what can only execute. */
    public static Executor of(Executor threads) {
        return task -> threads.execute(carried(task));
    }

    private static Runnable carried(Runnable task) {
        CallContext context = CallContext.current();
        return context.isNone() ? task : context.wrap(task);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(carried(task));
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(time, unit);
    }
}
