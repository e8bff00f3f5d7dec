package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Ticker;
import io.goodput.balance.Balancer;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.RetryPolicy;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one dependency, composed in one fixed order: the deadline of the whole call, the client throttle and
 * the tenant's rate limit, retries with their budget and hedges with theirs; then for each attempt an endpoint, the
 * breaker of its key, the concurrency limit, the timeout of the attempt, the call itself.
 *
 * <pre>{@code
 * Guard inventory = Guard.builder("inventory")
 *         .deadline(Duration.ofSeconds(2))
 *         .attemptTimeout(Duration.ofMillis(300))
 *         .retry(RetryPolicy.standard())
 *         .build();
 *
 * Item item = inventory.call(() -> client.get(id));
 * CompletableFuture<Item> later = inventory.callAsync(() -> client.getAsync(id));
 * }</pre>
 *
 * <p>Each call is bound by the {@link CallContext} that it is made in, and the task finds that context shortened to the
 * time of its attempt, so that guarded calls inside it inherit what is left.
 *
 * <p>Thread-safe; make one for each dependency and keep it. What it decides, it decides in {@link GuardedCall}; the
 * drivers behind {@link #call} and {@link #callAsync}, and the lab's simulated one, only carry it out.
 */
public final class Guard {
    private final String name;
    private final Drivers drivers;
    private final Listeners<GuardEvent> listeners = new Listeners<>();
    private volatile Policies policies;

    Guard(String name, Drivers drivers, Policies policies) {
        this.name = name;
        this.drivers = drivers;
        this.policies = policies;
    }

    /**
     * Starts without any policy.
     *
     * @param name appears in messages and events: letters of any case, digits, {@code .}, {@code _} and {@code -}, at
     *     most 128 of them
     * @throws IllegalArgumentException if it has anything else in it, or nothing
     */
    public static GuardBuilder builder(String name) {
        return new GuardBuilder(name);
    }

    /**
     * Calls in the current thread.
     *
     * <p>An attempt that runs out of time is interrupted. If it ignores that, the call lasts until it returns, and its
     * late answer is not used.
     *
     * @throws CallDroppedException if one of the guard's rules holds the call back
     * @throws CallTimeoutException if there is no answer in time
     * @throws InterruptedException if the current thread is interrupted
     * @throws Exception whatever the last attempt threw, with the reason why it was the last among its suppressed ones
     */
    public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        return call(CallOptions.NONE, task);
    }

    /**
     * Calls in the current thread, for a call of this kind.
     *
     * <p>A call that is {@linkplain CallOptions#idempotently idempotent} and goes through a guard that hedges has a
     * virtual thread for each attempt, and does not wait for those that it has given up.
     */
    @SuppressWarnings("unchecked") // what the task gave
    public <T extends @Nullable Object> T call(CallOptions options, Callable<T> task) throws Exception {
        return isHedged(options)
                ? drivers.hedged().call(this, options, _ -> task.call())
                : (T) drivers.blocking().call(this, options, Invocation.PLAIN, task);
    }

    /** Calls as {@link #call(Callable)} does, for a task without an answer. */
    public void run(VoidTask task) throws Exception {
        run(CallOptions.NONE, task);
    }

    /** Calls as {@link #call(CallOptions, Callable)} does, for a task without an answer. */
    public void run(CallOptions options, VoidTask task) throws Exception {
        if (isHedged(options)) {
            drivers.hedged().<@Nullable Object>call(this, options, _ -> {
                task.run();
                return null;
            });
        } else {
            drivers.blocking().call(this, options, Invocation.VOID, task);
        }
    }

    /** Calls as {@link #call(Callable)} does, for a task that is told which attempt it is, and where to send it. */
    public <T extends @Nullable Object> T callAttempt(AttemptTask<T> task) throws Exception {
        return callAttempt(CallOptions.NONE, task);
    }

    /**
     * Calls as {@link #call(CallOptions, Callable)} does, for a task that is told which attempt it is, and where to
     * send it.
     */
    @SuppressWarnings("unchecked") // what the task gave
    public <T extends @Nullable Object> T callAttempt(CallOptions options, AttemptTask<T> task) throws Exception {
        return isHedged(options)
                ? drivers.hedged().call(this, options, task)
                : (T) drivers.blocking().call(this, options, Invocation.DESCRIBED, task);
    }

    private boolean isHedged(CallOptions options) {
        return options.isIdempotent() && policies.hedge != null;
    }

    /**
     * Calls without holding a thread. The task begins an attempt and returns at once.
     *
     * <p>The future ends as {@link #call} would. An attempt that runs out of time is cancelled, as are those in flight
     * when the returned future is cancelled.
     *
     * <p>The first attempt begins on the caller's thread. Later ones, and code that depends on the future, run on the
     * thread that brought it about; where time did, on one of the library's own. The attempts of a call are begun and
     * cancelled one after the other: a task that blocks keeps its call's next attempt waiting, but not the end of its
     * call, nor other calls.
     */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(Supplier<? extends CompletionStage<T>> task) {
        return callAsync(CallOptions.NONE, task);
    }

    /** Calls without holding a thread, for a call of this kind. */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(
            CallOptions options, Supplier<? extends CompletionStage<T>> task) {
        return callAttemptAsync(options, _ -> task.get());
    }

    /**
     * Calls as {@link #callAsync(Supplier)} does, for a task that is told which attempt it is, and where to send it.
     */
    public <T extends @Nullable Object> CompletableFuture<T> callAttemptAsync(
            Function<? super Attempt, ? extends CompletionStage<T>> task) {
        return callAttemptAsync(CallOptions.NONE, task);
    }

    /**
     * Calls as {@link #callAsync(CallOptions, Supplier)} does, for a task that is told which attempt it is, and where
     * to send it.
     */
    public <T extends @Nullable Object> CompletableFuture<T> callAttemptAsync(
            CallOptions options, Function<? super Attempt, ? extends CompletionStage<T>> task) {
        return drivers.async().call(this, options, task);
    }

    /** One call, for a driver of one's own to carry out. */
    public GuardedCall newCall() {
        return new GuardedCall(this);
    }

    /**
     * Changes what the guard does from the next call on; calls under way go by what they began with. The builder starts
     * from what the guard has now, and a policy that is left in it keeps its state.
     *
     * <pre>{@code
     * inventory.change(guard -> guard.attemptTimeout(Duration.ofMillis(500)));
     * }</pre>
     *
     * @throws IllegalStateException if the change is one of the {@linkplain GuardBuilder#timers timers}
     */
    public synchronized void change(Consumer<GuardBuilder> change) {
        var builder = new GuardBuilder(name, policies);
        change.accept(builder);
        policies = builder.policies(listeners.any());
        builder.listeners.forEach(this::listen);
    }

    /**
     * Tells the listener of every {@link GuardEvent} of the calls that begin from now on, until the subscription is
     * closed. A guard without listeners makes no events and pays nothing.
     *
     * <p>Listeners are called on the calls' own threads, while these are under way: they are quick, thread-safe, and do
     * not use the guard. What one throws, short of an {@link Error}, is lost, and the call goes on.
     */
    public Subscription listen(Consumer<? super GuardEvent> listener) {
        Subscription added = listeners.add(listener);
        look();
        return () -> {
            added.close();
            look();
        };
    }

    /** Whether anybody listens stands with the policies, so that a call reads one thing and knows. */
    private synchronized void look() {
        if (policies.heard != listeners.any()) {
            policies = new GuardBuilder(name, policies).policies(!policies.heard);
        }
    }

    /** The name given to {@link #builder}. */
    public String name() {
        return name;
    }

    /** How it tries again, if it does. */
    public @Nullable RetryPolicy retry() {
        return policies.retry;
    }

    /** How it sends a second attempt beside a slow first one, if it does. */
    public @Nullable HedgePolicy hedge() {
        return policies.hedge;
    }

    /** What holds calls back while the dependency refuses many, if anything does. */
    public @Nullable ClientThrottle throttle() {
        return policies.callGate.throttle();
    }

    /** What bounds the rate of each tenant, if anything does. */
    public @Nullable RateLimit rateLimit() {
        return policies.callGate.rateLimit();
    }

    /** What chooses the endpoint of an attempt, if anything does. */
    public @Nullable Balancer balancer() {
        return policies.attemptGate.balancer();
    }

    /** What holds back attempts at what fails, if anything does. */
    public @Nullable KeyedBreaker breaker() {
        return policies.attemptGate.breaker();
    }

    /** What bounds the attempts in flight, if anything does. */
    public @Nullable ConcurrencyLimit limit() {
        return policies.attemptGate.limit();
    }

    /** What answers and exceptions mean. */
    public Classifier classifier() {
        return policies.classifier;
    }

    /** What it tells the time by: that of its {@linkplain GuardBuilder#timers timers}. */
    public Ticker ticker() {
        return drivers.ticker();
    }

    Policies policies() {
        return policies;
    }

    Listeners<GuardEvent> listeners() {
        return listeners;
    }

    /** The name and the policies that it has: {@code Guard[stock, deadline=2s, retry=…]}. */
    @Override
    public String toString() {
        return "Guard[" + name + policies + "]";
    }
}
