package io.goodput;

import io.goodput.retry.RetryDecision.Refusal;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one dependency, composed in one fixed order: the deadline of the whole call, retries with their
 * budget, the timeout of each attempt, the call itself.
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
 * <p>Thread-safe; make one for each dependency and keep it. What it decides, it decides in {@link GuardedCall}; the
 * drivers behind {@link #call} and {@link #callAsync}, and the lab's simulated one, only carry it out.
 */
public final class Guard {
    private final String name;
    private final long deadlineNanos;
    private final long attemptTimeoutNanos;
    private final @Nullable RetryPolicy retry;
    private final Classifier classifier;
    private final RandomGenerator random;
    private final Drivers drivers;

    private Guard(Builder builder) {
        this.name = builder.name;
        this.deadlineNanos = builder.deadlineNanos;
        this.attemptTimeoutNanos = builder.attemptTimeoutNanos;
        this.retry = builder.retry;
        this.classifier = builder.classifier;
        this.random = builder.random;
        this.drivers = builder.timers == null ? Drivers.system() : new Drivers(builder.timers);
    }

    /** Starts without deadline, attempt timeout and retries. The name appears in messages. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Calls in the current thread.
     *
     * <p>An attempt that runs out of time is interrupted. If it ignores that, the call lasts until it returns, and its
     * late answer is not used.
     *
     * @throws CallTimeoutException if there is no answer in time
     * @throws InterruptedException if the current thread is interrupted
     * @throws Exception whatever the last attempt threw, with the reason why it was the last among its suppressed ones
     */
    public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        return call(Deadline.NONE, task);
    }

    /**
     * The same within the caller's own deadline, on the guard's ticker ({@link Ticker#system()}, unless
     * {@linkplain Builder#timers given another}); the earlier one counts.
     */
    public <T extends @Nullable Object> T call(Deadline callers, Callable<T> task) throws Exception {
        return drivers.blocking().call(this, callers, task);
    }

    /**
     * Calls without holding a thread. The task begins an attempt and returns at once.
     *
     * <p>The future ends as {@link #call} would. An attempt that runs out of time is cancelled, as is the one in flight
     * when the returned future is cancelled.
     */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(Supplier<? extends CompletionStage<T>> task) {
        return callAsync(Deadline.NONE, task);
    }

    /**
     * The same within the caller's own deadline, on the guard's ticker ({@link Ticker#system()}, unless
     * {@linkplain Builder#timers given another}); the earlier one counts.
     */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(
            Deadline callers, Supplier<? extends CompletionStage<T>> task) {
        return drivers.async().call(this, callers, task);
    }

    /** One call, for a driver of one's own to carry out. */
    public GuardedCall newCall() {
        return new GuardedCall(this);
    }

    /** The name given to {@link #builder}. */
    public String name() {
        return name;
    }

    /** How it tries again, if it does. */
    public @Nullable RetryPolicy retry() {
        return retry;
    }

    /** What answers and exceptions mean. */
    public Classifier classifier() {
        return classifier;
    }

    /** Whether a call can run out of time. */
    boolean isTimed(Deadline callers) {
        return Math.min(Math.min(deadlineNanos, attemptTimeoutNanos), callers.nanos()) != Long.MAX_VALUE;
    }

    long attemptTimeoutNanos() {
        return attemptTimeoutNanos;
    }

    RandomGenerator random() {
        return random;
    }

    Outcome outcomeOf(@Nullable Object value, @Nullable Throwable error) {
        return error == null ? classifier.ofValue(value) : classifier.ofError(Classifier.unwrap(error));
    }

    long hintOf(@Nullable Object value, @Nullable Throwable error) {
        return classifier.hintNanos(value, error == null ? null : Classifier.unwrap(error));
    }

    /**
     * What the caller of a call that did not succeed gets to see; null if it is the answer of the last attempt.
     *
     * @param error what the last attempt threw, if it ended by itself
     */
    @Nullable Throwable failureOf(GuardedCall call, @Nullable Throwable error) {
        Refusal refusal = call.refusal();
        boolean dropped = call.attempt() == 0 && call.outcome() == Outcome.DROPPED;
        if (dropped || (call.outcome() == Outcome.TIMEOUT && call.ranOutOfTime())) {
            return new CallTimeoutException(name, call.attempt(), refusal, error);
        }
        // A virtual machine in need may have no memory left to write it down, and would then tell of another need.
        if (error != null && refusal != null && !(error instanceof VirtualMachineError)) {
            RetryRefusedException.attach(error, name, call.attempt(), refusal);
        }
        return error;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** Makes a {@link Guard}. */
    public static final class Builder {
        private final String name;
        private long deadlineNanos = Long.MAX_VALUE;
        private long attemptTimeoutNanos = Long.MAX_VALUE;
        private @Nullable RetryPolicy retry;
        private Classifier classifier = Classifier.standard();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        private @Nullable Timers timers;

        private Builder(String name) {
            this.name = name;
        }

        /** Time for the whole call, retries and waits included. Default: none. */
        public Builder deadline(Duration time) {
            this.deadlineNanos = positive("deadline", time);
            return this;
        }

        /** Time for each attempt; never longer than what is left of the deadline. Default: none. */
        public Builder attemptTimeout(Duration time) {
            this.attemptTimeoutNanos = positive("attemptTimeout", time);
            return this;
        }

        /** How to try again. Default: not at all. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** What answers and exceptions mean. Default: {@link Classifier#standard()}. */
        public Builder classifier(Classifier classifier) {
            this.classifier = classifier;
            return this;
        }

        /**
         * Where jitter is drawn from: safe for the threads that use the guard. Default: a generator for each thread,
         * seeded at random.
         */
        public Builder random(RandomGenerator random) {
            this.random = random;
            return this;
        }

        /** What {@link #call} and {@link #callAsync} tell the time by, and wait with. Default: real time. */
        public Builder timers(Timers timers) {
            this.timers = timers;
            return this;
        }

        /** The guard. */
        public Guard build() {
            return new Guard(this);
        }

        private static long positive(String name, Duration time) {
            if (!time.isPositive()) {
                throw new IllegalArgumentException(name + ": " + time + " (expected: > 0)");
            }
            return Nanos.of(time);
        }
    }
}
