package io.goodput;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future whose dependents all run in the {@link CallContext} that it was made in, whichever thread completes it: so
 * what is done for a request stays in its unit of work, its trace and its deadline from one stage to the next. What
 * depends on one of these is one of these.
 *
 * <pre>{@code
 * ContextFuture.from(client.getAsync(id)).thenCompose(item -> price(item)).thenApply(Receipt::of);
 * }</pre>
 */
public final class ContextFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final CallContext context;

    private ContextFuture(CallContext context) {
        this.context = context;
    }

    /** One that somebody is going to complete. */
    public static <T extends @Nullable Object> ContextFuture<T> incomplete() {
        return new ContextFuture<>(CallContext.current());
    }

    /** One that ends as the stage does. To cancel it does not cancel the stage. */
    public static <T extends @Nullable Object> ContextFuture<T> from(CompletionStage<T> stage) {
        ContextFuture<T> future = incomplete();
        var _ = stage.whenComplete((answer, error) -> {
            if (error == null) {
                future.complete(answer);
            } else {
                future.completeExceptionally(error);
            }
        });
        return future;
    }

    /** One that ends as the task does, which these threads run. */
    public static <T extends @Nullable Object> ContextFuture<T> supply(Supplier<T> task, Executor threads) {
        ContextFuture<T> future = incomplete();
        var _ = future.completeAsync(task, future.threads(threads));
        return future;
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new ContextFuture<>(context);
    }

    /** That of all such futures, in this context. */
    @Override
    public Executor defaultExecutor() {
        return threads(super.defaultExecutor());
    }

    private Executor threads(Executor threads) {
        return task -> threads.execute(context.wrap(task));
    }

    private Runnable in(Runnable action) {
        return context.wrap(action);
    }

    private <A extends @Nullable Object> Consumer<A> accepting(Consumer<? super A> action) {
        return a -> context.run(() -> action.accept(a));
    }

    private <A extends @Nullable Object, B extends @Nullable Object> BiConsumer<A, B> accepting(
            BiConsumer<? super A, ? super B> action) {
        return (a, b) -> context.run(() -> action.accept(a, b));
    }

    private <A extends @Nullable Object, R extends @Nullable Object> Function<A, R> in(
            Function<? super A, ? extends R> function) {
        return a -> context.get(() -> function.apply(a));
    }

    private <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> BiFunction<A, B, R> in(
            BiFunction<? super A, ? super B, ? extends R> function) {
        return (a, b) -> context.get(() -> function.apply(a, b));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
        return super.thenApply(in(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenApplyAsync(
            Function<? super T, ? extends U> fn, Executor executor) {
        return super.thenApplyAsync(fn, threads(executor));
    }

    @Override
    public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
        return super.thenAccept(accepting(action));
    }

    @Override
    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action, Executor executor) {
        return super.thenAcceptAsync(action, threads(executor));
    }

    @Override
    public CompletableFuture<Void> thenRun(Runnable action) {
        return super.thenRun(in(action));
    }

    @Override
    public CompletableFuture<Void> thenRunAsync(Runnable action, Executor executor) {
        return super.thenRunAsync(action, threads(executor));
    }

    @Override
    public <U extends @Nullable Object, V extends @Nullable Object> CompletableFuture<V> thenCombine(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return super.thenCombine(other, in(fn));
    }

    @Override
    public <U extends @Nullable Object, V extends @Nullable Object> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn, Executor executor) {
        return super.thenCombineAsync(other, fn, threads(executor));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<Void> thenAcceptBoth(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return super.thenAcceptBoth(other, accepting(action));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action, Executor executor) {
        return super.thenAcceptBothAsync(other, action, threads(executor));
    }

    @Override
    public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
        return super.runAfterBoth(other, in(action));
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return super.runAfterBothAsync(other, action, threads(executor));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> applyToEither(
            CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return super.applyToEither(other, in(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> fn, Executor executor) {
        return super.applyToEitherAsync(other, fn, threads(executor));
    }

    @Override
    public CompletableFuture<Void> acceptEither(CompletionStage<? extends T> other, Consumer<? super T> action) {
        return super.acceptEither(other, accepting(action));
    }

    @Override
    public CompletableFuture<Void> acceptEitherAsync(
            CompletionStage<? extends T> other, Consumer<? super T> action, Executor executor) {
        return super.acceptEitherAsync(other, action, threads(executor));
    }

    @Override
    public CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable action) {
        return super.runAfterEither(other, in(action));
    }

    @Override
    public CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return super.runAfterEitherAsync(other, action, threads(executor));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenCompose(
            Function<? super T, ? extends CompletionStage<U>> fn) {
        return super.thenCompose(in(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> fn, Executor executor) {
        return super.thenComposeAsync(fn, threads(executor));
    }

    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super @Nullable Throwable> action) {
        return super.whenComplete(accepting(action));
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(
            BiConsumer<? super T, ? super @Nullable Throwable> action, Executor executor) {
        return super.whenCompleteAsync(action, threads(executor));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> fn) {
        return super.handle(in(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> handleAsync(
            BiFunction<? super T, Throwable, ? extends U> fn, Executor executor) {
        return super.handleAsync(fn, threads(executor));
    }

    @Override
    public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
        return super.exceptionally(in(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn, Executor executor) {
        return super.exceptionallyAsync(fn, threads(executor));
    }

    @Override
    public CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return super.exceptionallyCompose(in(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> fn, Executor executor) {
        return super.exceptionallyComposeAsync(fn, threads(executor));
    }
}
