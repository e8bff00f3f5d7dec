package io.goodput.breaker;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.event.Subscription;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Keeps calls from a dependency that fails, so that it has room to recover and its callers need not wait for what will
 * fail anyway. One breaker watches one thing that fails as a whole: a shard, an endpoint. {@link KeyedBreaker} has one
 * for each.
 *
 * <p>Thread-safe. Neither method takes a lock on the way of a healthy call, or allocates.
 */
public sealed interface Breaker permits ProportionalBreaker, CircuitBreaker {
    /**
     * Whether to send a call now. A yes is a promise to report its {@link #ended}; a no is counted in {@link #dropped}.
     *
     * @param now the ticker's reading
     * @param random drawn from only while less than everything is let through
     */
    boolean tryPass(long now, RandomGenerator random);

    /**
     * A call that was let through has ended. Told once for each.
     *
     * <p>The {@linkplain Settings#failures() failures} of the settings count as bad. {@link Outcome#SUCCESS} and any
     * other answer, {@link Outcome#PERMANENT_FAILURE} among them, count as good: whoever says that the request makes no
     * sense is alive. {@link Outcome#CANCELLED} and {@link Outcome#DROPPED} count for nothing.
     *
     * @param startedAt the reading that {@link #tryPass} was given
     * @param now the ticker's reading
     */
    void ended(Outcome outcome, long startedAt, long now);

    /** The share of calls that is let through now, from 0 to 1. */
    double admitted();

    /** How many calls were not let through. */
    long dropped();

    /** What it has done. Takes no lock. */
    BreakerSnapshot snapshot();

    /** How it decides now. */
    Settings settings();

    /** Tells the listener of every {@link BreakerEvent} until the subscription is closed. */
    Subscription listen(Consumer<? super BreakerEvent> listener);

    /** What kind of breaker, and how it decides. */
    sealed interface Settings permits ProportionalBreaker.Settings, CircuitBreaker.Settings {
        /** What counts as bad: {@link #FAILURES} by default, and perhaps {@link Outcome#PERMANENT_FAILURE}. */
        Set<Outcome> failures();

        /** What a share may be; less than the least is never reached. */
        Range<Double> SHARE = new Range<>(1e-6, 1.0);

        /** What a time may be. */
        Range<Duration> TIME = new Range<>(Duration.ofMillis(1), Duration.ofDays(1));

        /** What can count as bad. */
        List<Outcome> POSSIBLE_FAILURES =
                List.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT, Outcome.PERMANENT_FAILURE);
    }

    /** {@link Outcome#TRANSIENT_FAILURE}, {@link Outcome#TIMEOUT} and {@link Outcome#THROTTLED}. */
    Set<Outcome> FAILURES =
            Collections.unmodifiableSet(EnumSet.of(Outcome.TRANSIENT_FAILURE, Outcome.TIMEOUT, Outcome.THROTTLED));

    /** Whether an outcome says anything about the dependency. */
    static boolean tells(Outcome outcome) {
        return outcome != Outcome.CANCELLED && outcome != Outcome.DROPPED;
    }
}
