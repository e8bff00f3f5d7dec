package io.goodput.breaker;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker as most libraries have it, for those who come from one: closed, it lets everything through and
 * looks at the last {@code calls}; where the share of failures among them reaches the threshold it opens, and lets
 * nothing through for a time; then, half open, it lets {@code probes} calls through, and closes or opens again as they
 * say.
 *
 * <p>Prefer {@link ProportionalBreaker}: this one turns a dependency that fails half of its calls into one that fails
 * all of them.
 *
 * <p>A state counts only the calls that started in it. So what comes back late from before it opened is not taken for
 * the answer to a probe, and of probes there are never more than there may be: each one is a call that has not ended,
 * or an answer that is counted. One that was cancelled gives its place to another. (Threads may report a little out of
 * order; their readings of the clock must not be further apart than the time for which it is open.)
 */
public final class CircuitBreaker implements Breaker {
    private final AtomicReference<CircuitState> state;
    private final @Nullable Object key;
    private final Listeners<BreakerEvent> listeners;
    private final BreakerCounts counts;
    private volatile Settings settings;

    /** What it can be in. */
    public enum State {
        /** Lets everything through and looks at the last calls. */
        CLOSED,
        /** Lets nothing through. */
        OPEN,
        /** Lets some probes through, and goes by what they say. */
        HALF_OPEN
    }

    /** Closed. */
    public CircuitBreaker(Settings settings) {
        this(settings, null, new Listeners<>(), null);
    }

    /** One of several, who share their listeners and are counted together. */
    CircuitBreaker(
            Settings settings, @Nullable Object key, Listeners<BreakerEvent> listeners, @Nullable BreakerCounts all) {
        this.settings = settings;
        this.key = key;
        this.listeners = listeners;
        this.counts = new BreakerCounts(all);
        this.state = new AtomicReference<>(new ClosedState(settings.calls(), 0));
    }

    @Override
    public boolean tryPass(long now, RandomGenerator random) {
        if (state.get() instanceof OpenState open && now - open.since() >= settings.openNanos()) {
            enter(new HalfOpenState(settings.probes(), now), open, now);
        }
        if (state.get().tryPass(now)) {
            return true;
        }
        counts.dropped();
        return false;
    }

    @Override
    public void ended(Outcome outcome, long startedAt, long now) {
        CircuitState current = state.get();
        boolean failed = settings.failures().contains(outcome.kind());
        if (failed) {
            counts.failed();
        }
        if (startedAt < current.since()) {
            return;
        }
        if (!Breaker.tells(outcome)) {
            current.untold();
            return;
        }
        switch (current.ended(failed, settings)) {
            case STAY -> {}
            case OPEN -> enter(new OpenState(now), current, now);
            case CLOSE -> enter(new ClosedState(settings.calls(), now), current, now);
        }
    }

    /** Whoever is first to leave a state tells of it. */
    private void enter(CircuitState next, CircuitState left, long now) {
        if (!state.compareAndSet(left, next)) {
            return;
        }
        if (next instanceof OpenState) {
            counts.lowered();
        } else {
            counts.raised();
        }
        if (listeners.any()) {
            listeners.tell(new BreakerEvent.StateChanged(key, left.name(), next.name(), now));
        }
    }

    /** The state that it is in. */
    public State state() {
        return state.get().name();
    }

    /** 1 if it is closed, otherwise 0. */
    @Override
    public double admitted() {
        return state.get() instanceof ClosedState ? 1 : 0;
    }

    @Override
    public long dropped() {
        return counts.allDropped();
    }

    @Override
    public BreakerSnapshot snapshot() {
        return counts.snapshot(1, admitted() < 1 ? 1 : 0);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    /**
     * Decides so from now on. It stays in its state, and a closed one keeps the last calls; probes that are under way
     * stay as many as they were to be.
     */
    public void change(Settings settings) {
        this.settings = settings;
        if (state.get() instanceof ClosedState closed && closed.room() != settings.calls()) {
            state.compareAndSet(closed, closed.withRoom(settings.calls()));
        }
    }

    @Override
    public Subscription listen(Consumer<? super BreakerEvent> listener) {
        return listeners.add(listener);
    }

    @Override
    public String toString() {
        return "CircuitBreaker[" + state() + ", dropped=" + dropped() + ", " + Shown.settings(settings) + "]";
    }

    /**
     * How it decides.
     *
     * @param threshold the share of failures from which it opens; from 0.0001 % to 1
     * @param calls how many of the last ones are looked at; 1 to 100,000
     * @param minCalls no decision on fewer; 1 to {@code calls}
     * @param open for how long; 1 ms to 1 day
     * @param probes calls let through when that time is over; 1 to 100,000
     * @param failures what counts as bad; see {@link Breaker#ended}
     */
    public record Settings(double threshold, int calls, int minCalls, Duration open, int probes, Set<Outcome> failures)
            implements Breaker.Settings {
        /** How many calls may be looked at, and how many probes there may be. */
        public static final Range<Integer> CALLS = new Range<>(1, 100_000);

        /** What resilience4j does by default: 50 % of the last 100 calls, open for 60 s, 10 probes. */
        public static final Settings STANDARD =
                new Settings(0.5, 100, 100, Duration.ofSeconds(60), 10, Breaker.FAILURES);

        /** Refuses what would never act, or never close again. */
        public Settings {
            SHARE.check("threshold", threshold);
            CALLS.check("calls", calls);
            CALLS.to(calls).check("minCalls", minCalls);
            TIME.check("open", open);
            CALLS.check("probes", probes);
            failures = Expected.someOf("failures", failures, POSSIBLE_FAILURES);
        }

        /** The same with another threshold. */
        public Settings withThreshold(double other) {
            return new Settings(other, calls, minCalls, open, probes, failures);
        }

        /** The same looking at other calls. */
        public Settings withCalls(int otherCalls, int otherMinCalls) {
            return new Settings(threshold, otherCalls, otherMinCalls, open, probes, failures);
        }

        /** The same open for another time. */
        public Settings withOpen(Duration other) {
            return new Settings(threshold, calls, minCalls, other, probes, failures);
        }

        /** The same with more or fewer probes. */
        public Settings withProbes(int other) {
            return new Settings(threshold, calls, minCalls, open, other, failures);
        }

        /** The same with other failures. */
        public Settings withFailures(Set<Outcome> other) {
            return new Settings(threshold, calls, minCalls, open, probes, other);
        }

        private long openNanos() {
            return open.toNanos();
        }
    }
}
