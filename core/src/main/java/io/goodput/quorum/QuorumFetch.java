package io.goodput.quorum;

import io.goodput.Deadline;
import io.goodput.Range;
import io.goodput.Timers;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.driver.ThreadedTask;
import java.time.Duration;
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
 * var fetch = new QuorumFetch(QuorumFetch.Settings.of(4, 5).withTimeout(Duration.ofMillis(200)));
 * List<Part<byte[]>> four = fetch.call(List.of(() -> a.get(id), () -> b.get(id), ...));
 * }</pre>
 *
 * <p>A part is good if it gives an answer, and has failed if it throws. Each may go through a guard of its own. What
 * comes after the end is ignored. Keeps no state, so any number of threads may use one.
 */
public final class QuorumFetch {
    private volatile Settings settings;
    private final Timers timers;

    /** In real time. */
    public QuorumFetch(Settings settings) {
        this(settings, Timers.system());
    }

    /** In a time of one's own. */
    public QuorumFetch(Settings settings, Timers timers) {
        this.settings = settings;
        this.timers = timers;
    }

    /**
     * Runs each part in a virtual thread of its own and waits for enough of them.
     *
     * <p>Losers are interrupted and not waited for: one that does not heed it runs on. If this thread is interrupted,
     * all are.
     *
     * @param parts as many as the settings say
     * @return the good parts, as many as are needed, by their number
     * @throws QuorumException if too few parts came, or too late
     */
    public <T extends @Nullable Object> List<Part<T>> call(List<? extends Callable<? extends T>> parts)
            throws QuorumException, InterruptedException {
        return call(Deadline.NONE, parts);
    }

    /** See {@link #call(List)}; ends at the caller's deadline, if that comes before the timeout. */
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
    public Settings settings() {
        return settings;
    }

    /** Goes by other settings from the next fetch on. */
    public void change(Settings other) {
        settings = other;
    }

    @Override
    public String toString() {
        return "QuorumFetch[" + Shown.settings(settings) + "]";
    }

    private static <T extends @Nullable Object> Supplier<CompletionStage<T>> inThread(Callable<? extends T> part) {
        return () -> ThreadedTask.begin(part);
    }

    /**
     * Begins parts without holding a thread, and cancels them by {@code cancel(true)} on their futures. Cancelling the
     * future that comes back cancels all.
     *
     * @param parts as many as the settings say; each is asked for its stage once, or not at all
     * @return the good parts, as many as are needed, by their number; or a {@link QuorumException}
     */
    public <T extends @Nullable Object> CompletableFuture<List<Part<T>>> callAsync(
            List<? extends Supplier<? extends CompletionStage<? extends T>>> parts) {
        return callAsync(Deadline.NONE, parts);
    }

    /** See {@link #callAsync(List)}; ends at the caller's deadline, if that comes before the timeout. */
    public <T extends @Nullable Object> CompletableFuture<List<Part<T>>> callAsync(
            Deadline callers, List<? extends Supplier<? extends CompletionStage<? extends T>>> parts) {
        Settings current = settings;
        if (parts.size() != current.parts()) {
            throw Expected.refused("parts", parts.size(), String.valueOf(current.parts()));
        }
        return new AsyncQuorum<T>(current, timers, parts).start(callers);
    }

    /**
     * How many parts there are, how many are needed, and when to ask for which.
     *
     * @param needed good parts that make the whole: {@code k}, 1 to {@code parts}
     * @param parts that there are: {@code n}, 1 to 1,000
     * @param first parts begun at once, {@code needed} to {@code parts}. The others are spare: one is begun for each
     *     part that fails, and all of them once the delay is over
     * @param spareDelay after which all spare parts are begun, 0 to 1 hour. Without effect where all are begun at once
     * @param timeout of the whole fetch, above 0; {@link #NO_TIMEOUT} for none but the caller's
     */
    public record Settings(int needed, int parts, int first, Duration spareDelay, Duration timeout) {
        /** Some 292 years. */
        public static final Duration NO_TIMEOUT = Duration.ofNanos(Long.MAX_VALUE);

        /** How many parts there may be. */
        public static final Range<Integer> PARTS = new Range<>(1, 1_000);

        /** After how long spare parts may be begun. */
        public static final Range<Duration> SPARE_DELAY = new Range<>(Duration.ZERO, Duration.ofHours(1));

        /** What the timeout may be. */
        public static final Range<Duration> TIMEOUT = new Range<>(Duration.ofNanos(1), NO_TIMEOUT);

        /** Refuses what is out of bounds. */
        public Settings {
            PARTS.check("parts", parts);
            PARTS.to(parts).check("needed", needed);
            firstOf(needed, parts).check("first", first);
            SPARE_DELAY.check("spareDelay", spareDelay);
            TIMEOUT.check("timeout", timeout);
        }

        /** How many parts may be begun at once. */
        public static Range<Integer> firstOf(int needed, int parts) {
            return new Range<>(needed, parts);
        }

        /** All parts at once, without a timeout: {@code of(4, 5)} is 4 of 5. */
        public static Settings of(int needed, int parts) {
            return new Settings(needed, parts, parts, Duration.ZERO, NO_TIMEOUT);
        }

        /** The same, but so many parts first and the others after the delay. */
        public Settings startingWith(int first, Duration spareDelay) {
            return new Settings(needed, parts, first, spareDelay, timeout);
        }

        /** The same with a timeout. */
        public Settings withTimeout(Duration other) {
            return new Settings(needed, parts, first, spareDelay, other);
        }
    }
}
