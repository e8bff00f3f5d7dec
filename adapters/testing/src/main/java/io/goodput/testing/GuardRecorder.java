package io.goodput.testing;

import io.goodput.balance.Balancer;
import io.goodput.balance.BalancerEvent;
import io.goodput.breaker.BreakerEvent;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.LimitEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what a guard does from now on: its own events, and those of its breaker, its balancer and its concurrency
 * limit, if it has them now.
 *
 * <pre>{@code
 * GuardRecorder recorder = GuardRecorder.of(guard);
 * guard.call(stock::call);
 * assertThat(recorder).retried(2).ended(Outcome.SUCCESS);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class GuardRecorder {
    private final String guard;
    private final List<Object> events = new ArrayList<>();

    private GuardRecorder(String guard) {
        this.guard = guard;
    }

    /** Begins to listen to the guard and its policies. */
    public static GuardRecorder of(Guard guard) {
        var recorder = new GuardRecorder(guard.name());
        guard.listen(recorder::heard);
        KeyedBreaker breaker = guard.breaker();
        if (breaker != null) {
            breaker.listen(recorder::heard);
        }
        Balancer balancer = guard.balancer();
        if (balancer != null) {
            balancer.listen(recorder::heard);
        }
        ConcurrencyLimit limit = guard.limit();
        if (limit != null) {
            limit.listen(recorder::heard);
        }
        return recorder;
    }

    private synchronized void heard(Object event) {
        events.add(event);
    }

    /** Forgets what it heard so far. */
    public synchronized void clear() {
        events.clear();
    }

    /** What the guard itself told, the earliest first. */
    public List<GuardEvent> guardEvents() {
        return events(GuardEvent.class);
    }

    /** What its breaker told, the earliest first. */
    public List<BreakerEvent> breakerEvents() {
        return events(BreakerEvent.class);
    }

    /** What its balancer told, the earliest first. */
    public List<BalancerEvent> balancerEvents() {
        return events(BalancerEvent.class);
    }

    /** What its concurrency limit told, the earliest first. */
    public List<LimitEvent> limitEvents() {
        return events(LimitEvent.class);
    }

    /** Those of a kind. */
    synchronized <E> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The name of the guard. */
    public String guard() {
        return guard;
    }

    /** The whole story, a line for each event. */
    @Override
    public synchronized String toString() {
        return "guard " + guard + new ToldEvents(events);
    }
}
