package io.goodput.testing;

import io.goodput.balance.BalancerEvent;
import io.goodput.balance.BalancerEvent.HealthChanged;
import io.goodput.balance.BalancerEvent.OutlierFound;
import io.goodput.balance.BalancerEvent.PanicChanged;
import io.goodput.balance.BalancerEvent.Returned;
import io.goodput.balance.Detection;
import io.goodput.breaker.BreakerEvent;
import io.goodput.breaker.BreakerEvent.ShareChanged;
import io.goodput.breaker.BreakerEvent.StateChanged;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.goodput.limit.LimitEvent;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was heard, told: a line for each event, with its time, and calls by their number.
 *
 * <pre>{@code
 *  0 ms  call 1: attempt 1 began at a
 * 20 ms  call 1: attempt 1 ended: TRANSIENT_FAILURE
 * 20 ms  call 1: again after 50 ms
 * }</pre>
 */
final class ToldEvents {
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int calls;

    ToldEvents(List<Object> events) {
        if (events.isEmpty()) {
            text.append("\n  nothing");
        }
        events.forEach(this::add);
    }

    private void add(Object event) {
        switch (event) {
            case GuardEvent told -> line(Millis.of(told.at()), "call " + number(told) + ": " + words(told));
            case BreakerEvent told -> line(Millis.of(told.at()), "breaker" + of(told.key()) + ": " + words(told));
            case LimitEvent told -> line(Millis.of(told.at()), "limit: " + told.from() + " to " + told.to());
            case BalancerEvent told -> line(time(told), "balancer: " + words(told));
            default -> throw new IllegalStateException(event.toString());
        }
    }

    private static String time(BalancerEvent event) {
        return switch (event) {
            case OutlierFound found -> Millis.of(found.detection().at());
            case Returned returned -> Millis.of(returned.at());
            case HealthChanged _, PanicChanged _ -> "";
        };
    }

    private void line(String time, String what) {
        text.append("\n%12s  %s".formatted(time, what));
    }

    /** An identity is used again once its call is over. */
    private int number(GuardEvent event) {
        if (event instanceof CallBegan began) {
            numbers.put(began.call().id(), ++calls);
        }
        return numbers.getOrDefault(event.call().id(), 0);
    }

    private static String of(@Nullable Object key) {
        return key == null ? "" : " of " + key;
    }

    private static String words(GuardEvent event) {
        return switch (event) {
            case CallBegan _ -> "began";
            case AttemptBegan began -> name(began.attempt()) + " began" + where(began.attempt());
            case AttemptEnded ended -> name(ended.attempt()) + " ended: " + ended.outcome();
            case RetryScheduled again -> "again after " + Millis.of(again.delayNanos());
            case CallRefused refused -> "refused, " + refused.refusal();
            case CallEnded ended -> "ended: " + ended.outcome();
        };
    }

    private static String name(AttemptFacts attempt) {
        return (attempt.hedge() ? "hedge " : "attempt ") + attempt.number();
    }

    private static String where(AttemptFacts attempt) {
        return attempt.endpoint() == null ? "" : " at " + attempt.endpoint().name();
    }

    private static String words(BreakerEvent event) {
        return switch (event) {
            case ShareChanged changed -> changed.from() + " to " + changed.to() + " of the calls let through";
            case StateChanged changed -> changed.from() + " to " + changed.to();
        };
    }

    private static String words(BalancerEvent event) {
        return switch (event) {
            case OutlierFound found -> words(found.detection());
            case Returned returned -> returned.endpoint().name() + " returned";
            case HealthChanged changed -> changed.endpoint().name() + (changed.healthy() ? " healthy" : " ill");
            case PanicChanged changed -> changed.panicking() ? "panics" : "panics no more";
        };
    }

    private static String words(Detection detection) {
        return detection.endpoint().name() + " " + detection.consequence() + ", " + detection.reason() + ": "
                + detection.why();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
