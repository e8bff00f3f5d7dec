package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Shown;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A bound on the calls that are in flight at a time, fixed or learnt from how they end. By Little's law what is in
 * flight is the arrival rate times the latency: when a dependency slows down, calls pile up, and a bound on them is a
 * bound on the queue that they wait in.
 *
 * <p>In flight and the limit are one atomic word: however the threads interleave, no call is admitted while as many are
 * in flight as the limit says. A limit that falls takes nothing back from calls that are under way; until enough of
 * them have ended, {@link #inFlight} is above {@link #limit} and nothing is admitted. Admitting is one atomic
 * operation, ending one more, and nothing is allocated; a success never waits for a lock except in the moment in which
 * the limit itself changes.
 *
 * <p>What is learnt is told apart by {@link Outcome}: {@link Outcome#DROPPED} and {@link Outcome#CANCELLED} say nothing
 * about the dependency, and {@link Outcome#PERMANENT_FAILURE} nothing about its load, for it may be quick without the
 * work having been done. See {@link AimdLimit} and {@link GradientLimit} for what the others teach.
 */
public final class ConcurrencyLimit {
    /** What a limit may be. */
    public static final Range<Integer> LIMIT = new Range<>(1, 1_000_000);

    /** In flight, and the limit, take so many bits each; the rest counts successes and overflows off the top. */
    private static final int BITS = 20;

    private static final int MASK = (1 << BITS) - 1;
    private static final long CALL = 1L << BITS;
    private static final long SUCCESS = 1L << (2 * BITS);

    private final Listeners<LimitEvent> listeners = new Listeners<>();
    private final LongAdder refused = new LongAdder();
    private final LongAdder raised = new LongAdder();
    private final LongAdder lowered = new LongAdder();
    private final AtomicLong state;
    private volatile Learning learning;

    /** Nothing in flight, and the limit where the settings start it. */
    public ConcurrencyLimit(Settings settings) {
        this.state = new AtomicLong(settings.initial());
        this.learning = learning(settings);
    }

    /** Takes a permit for a call, or answers false. Every permit is given back by one {@link #release}. */
    public boolean tryAcquire() {
        while (true) {
            long now = state.get();
            if (inFlight(now) >= limit(now)) {
                refused.increment();
                return false;
            }
            if (state.weakCompareAndSetVolatile(now, now + CALL)) {
                return true;
            }
        }
    }

    /**
     * A call ended: gives its permit back and learns from it.
     *
     * @param startedAt when it was admitted, in nanoseconds of the ticker
     * @param now when it ended, not before
     * @throws IllegalStateException if nothing is in flight
     */
    public void release(Outcome outcome, long startedAt, long now) {
        long change = outcome == Outcome.SUCCESS ? SUCCESS - CALL : -CALL;
        long before = state.getAndAdd(change);
        if (inFlight(before) == 0) {
            state.addAndGet(-change);
            throw new IllegalStateException("released more often than acquired");
        }
        switch (outcome) {
            case SUCCESS, TRANSIENT_FAILURE, THROTTLED, TIMEOUT, NOT_PROCESSED ->
                learning.ended(outcome.kind(), startedAt, now, inFlight(before), limit(before));
            case PERMANENT_FAILURE, DROPPED, CANCELLED -> {}
        }
    }

    /** The most calls that may be in flight now. */
    public int limit() {
        return limit(state.get());
    }

    /** Calls that were admitted and have not ended. */
    public int inFlight() {
        return inFlight(state.get());
    }

    /** What it holds and has done. Takes no lock. */
    public LimitSnapshot snapshot() {
        long now = state.get();
        return new LimitSnapshot(limit(now), inFlight(now), refused.sum(), raised.sum(), lowered.sum());
    }

    /** What it goes by now. */
    public Settings settings() {
        return learning.settings();
    }

    /**
     * Goes by other settings from now on. What is in flight stays. With the same algorithm so does what was learnt, the
     * limit brought within the new bounds; another algorithm starts from its own beginning.
     */
    public synchronized void change(Settings settings) {
        if (learning.settings().getClass() == settings.getClass()) {
            learning.change(settings);
            set(limit());
        } else {
            learning = learning(settings);
            set(settings.initial());
        }
    }

    @Override
    public String toString() {
        long now = state.get();
        return "ConcurrencyLimit[inFlight=" + inFlight(now) + ", limit=" + limit(now) + ", "
                + Shown.settings(settings()) + "]";
    }

    /** Tells the listener of every {@link LimitEvent} until the subscription is closed, one at a time. */
    public Subscription listen(Consumer<? super LimitEvent> listener) {
        return listeners.add(listener);
    }

    /** Takes over a limit that was learnt, unless another algorithm learns by now. */
    synchronized void learnt(Learning by, int limit, long now) {
        if (learning.equals(by)) {
            int before = limit();
            set(limit);
            int after = limit();
            if (after > before) {
                raised.increment();
            } else if (after < before) {
                lowered.increment();
            }
            if (listeners.any()) {
                tell(before, after, now);
            }
        }
    }

    private void tell(int from, int to, long now) {
        if (to > from) {
            listeners.tell(new LimitEvent.Raised(from, to, inFlight(), now));
        } else if (to < from) {
            listeners.tell(new LimitEvent.Lowered(from, to, inFlight(), now));
        }
    }

    /** How many successes there have been; of use only as a difference, see {@link #since}. */
    int successes() {
        return (int) (state.get() >>> (2 * BITS));
    }

    /** Successes since that many, modulo 2<sup>24</sup>. */
    int since(int successes) {
        return (successes() - successes) & ((1 << (Long.SIZE - 2 * BITS)) - 1);
    }

    private void set(int wanted) {
        Settings settings = learning.settings();
        int limit = Math.clamp(wanted, settings.min(), settings.max());
        state.updateAndGet(now -> (now & ~(long) MASK) | limit);
    }

    /** Refuses what is not {@code 1 <= min <= initial <= max <= 1,000,000}. */
    static void check(int initial, int min, int max) {
        LIMIT.check("min", min);
        LIMIT.from(min).check("max", max);
        new Range<>(min, max).check("initial", initial);
    }

    private Learning learning(Settings settings) {
        return switch (settings) {
            case FixedLimit fixed -> new FixedLearning(fixed);
            case AimdLimit aimd -> new AimdLearning(this, aimd);
            case GradientLimit gradient -> new GradientLearning(this, gradient);
        };
    }

    private static int limit(long state) {
        return (int) state & MASK;
    }

    private static int inFlight(long state) {
        return (int) (state >>> BITS) & MASK;
    }

    /** Which algorithm finds the limit, and within which bounds. */
    public sealed interface Settings permits FixedLimit, AimdLimit, GradientLimit {
        /** What to take where nothing is known: see docs/decisions/0008. */
        Settings STANDARD = GradientLimit.STANDARD;

        /** The limit at the start. */
        int initial();

        /** The limit never falls below this; at least 1, or nothing would ever be learnt again. */
        int min();

        /** The limit never rises above this. */
        int max();
    }
}
