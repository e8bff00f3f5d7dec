package io.goodput.quorum;

import io.goodput.Deadline;
import io.goodput.Timers;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.driver.ThreadedTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the first {@code k} good parts of {@code n} and cancels the rest, so that the slow and the failed ones are
 * not waited for.
 *
 * <pre>{@code
 * var fetch = new QuorumFetch(QuorumPlan.of(4, 5).withTimeout(Duration.ofMillis(200)));
 * List<Part<byte[]>> four = fetch.call(List.of(() -> a.get(id), () -> b.get(id), ...));
 * }</pre>
 *
 * <p>A part is good if it gives an answer, and has failed if it throws. Each may go through a guard of its own. What
 * comes after the end is ignored. Keeps no state, so any number of threads may use one.
 */
public final class QuorumFetch {
    private volatile QuorumPlan plan;
    private final Timers timers;

    /** In real time. */
    public QuorumFetch(QuorumPlan plan) {
        this(plan, Timers.system());
    }

    /** In a time of one's own. */
    public QuorumFetch(QuorumPlan plan, Timers timers) {
        this.plan = plan;
        this.timers = timers;
    }

    /**
     * Runs each part in a virtual thread of its own and waits for enough of them.
     *
     * <p>Losers are interrupted and not waited for: one that does not heed it runs on. If this thread is interrupted,
     * all are.
     *
     * @param parts as many as the plan says
     * @return the good parts, as many as are needed, by their number
     * @throws QuorumException if too few parts came, or too late
     */
    public <T extends @Nullable Object> List<Part<T>> call(List<? extends Callable<? extends T>> parts)
            throws QuorumException, InterruptedException {
        return call(Deadline.NONE, parts);
    }

    /** See {@link #call(List)}; ends at the caller's deadline, if that comes before the plan's timeout. */
    public <T extends @Nullable Object> List<Part<T>> call(
            Deadline callers, List<? extends Callable<? extends T>> parts)
            throws QuorumException, InterruptedException {
        List<Supplier<CompletionStage<T>>> inThreads =
                parts.stream().map(QuorumFetch::<T>inThread).toList();
        CompletableFuture<List<Part<T>>> fetched = callAsync(callers, inThreads);
        try {
            return fetched.get();
        } catch (InterruptedException interrupted) {
            fetched.cancel(true);
            throw interrupted;
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case QuorumException tooFew -> throw tooFew;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }

    /** What it goes by now. */
    public QuorumPlan settings() {
        return plan;
    }

    /** Goes by another plan from the next fetch on. */
    public void change(QuorumPlan other) {
        plan = other;
    }

    @Override
    public String toString() {
        return "QuorumFetch[" + Shown.settings(plan) + "]";
    }

    private static <T extends @Nullable Object> Supplier<CompletionStage<T>> inThread(Callable<? extends T> part) {
        return () -> ThreadedTask.begin(part);
    }

    /**
     * Begins parts without holding a thread, and cancels them by {@code cancel(true)} on their futures. Cancelling the
     * future that comes back cancels all.
     *
     * @param parts as many as the plan says; each is asked for its stage once, or not at all
     * @return the good parts, as many as are needed, by their number; or a {@link QuorumException}
     */
    public <T extends @Nullable Object> CompletableFuture<List<Part<T>>> callAsync(
            List<? extends Supplier<? extends CompletionStage<? extends T>>> parts) {
        return callAsync(Deadline.NONE, parts);
    }

    /** See {@link #callAsync(List)}; ends at the caller's deadline, if that comes before the plan's timeout. */
    public <T extends @Nullable Object> CompletableFuture<List<Part<T>>> callAsync(
            Deadline callers, List<? extends Supplier<? extends CompletionStage<? extends T>>> parts) {
        if (parts.size() != plan.parts()) {
            throw Expected.refused("parts", parts.size(), String.valueOf(plan.parts()));
        }
        return new AsyncQuorum<T>(plan, timers, parts).start(callers);
    }

    /** What it goes by. */
    public QuorumPlan plan() {
        return plan;
    }
}
