package io.goodput.testing;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.BalancerEvent.OutlierFound;
import io.goodput.balance.Detection.Consequence;
import io.goodput.breaker.BreakerEvent;
import io.goodput.breaker.BreakerEvent.ShareChanged;
import io.goodput.breaker.BreakerEvent.StateChanged;
import io.goodput.breaker.CircuitBreaker.State;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a guard did, as a {@link GuardRecorder} has it. One that fails tells all that it did. */
public final class GuardRecorderAssert extends AbstractAssert<GuardRecorderAssert, GuardRecorder> {
    GuardRecorderAssert(GuardRecorder actual) {
        super(actual, GuardRecorderAssert.class);
    }

    /** So many calls began. */
    public GuardRecorderAssert called(int times) {
        return holds("calls", times, count(CallBegan.class));
    }

    /** So many attempts were sent, hedges among them. */
    public GuardRecorderAssert attempted(int times) {
        return holds("attempts", times, count(AttemptBegan.class));
    }

    /** So many times a call was to be tried again. */
    public GuardRecorderAssert retried(int times) {
        return holds("retries", times, count(RetryScheduled.class));
    }

    /** These were the waits before retries, in this order. */
    public GuardRecorderAssert waited(Duration... waits) {
        return holds(
                "waits before retries",
                List.of(waits).stream().map(Millis::of).toList(),
                told(RetryScheduled.class).stream()
                        .map(again -> Millis.of(again.delayNanos()))
                        .toList());
    }

    /** So many hedges were sent. */
    public GuardRecorderAssert hedged(int times) {
        long hedges = told(AttemptBegan.class).stream()
                .filter(began -> began.attempt().hedge())
                .count();
        return holds("hedges", times, (int) hedges);
    }

    /** Attempts were sent to these endpoints, in this order. */
    public GuardRecorderAssert sentTo(String... endpoints) {
        return holds(
                "endpoints of the attempts",
                List.of(endpoints),
                told(AttemptBegan.class).stream()
                        .map(began -> began.attempt().endpoint())
                        .filter(Objects::nonNull)
                        .map(endpoint -> endpoint.name())
                        .toList());
    }

    /** The attempts ended in these ways, in the order in which they ended. */
    public GuardRecorderAssert attemptsEnded(Outcome... outcomes) {
        return holds(
                "outcomes of the attempts",
                List.of(outcomes),
                told(AttemptEnded.class).stream().map(AttemptEnded::outcome).toList());
    }

    /** The calls ended in these ways, in the order in which they ended. */
    public GuardRecorderAssert ended(Outcome... outcomes) {
        return holds(
                "outcomes of the calls",
                List.of(outcomes),
                told(CallEnded.class).stream().map(CallEnded::outcome).toList());
    }

    /** Rules said no for these reasons, in this order: before an attempt or before another one. */
    public GuardRecorderAssert refused(Refusal.Reason... reasons) {
        return holds(
                "refusals",
                List.of(reasons),
                told(CallRefused.class).stream()
                        .map(refused -> refused.refusal().reason())
                        .toList());
    }

    /** No rule said no. */
    public GuardRecorderAssert neverRefused() {
        return refused();
    }

    /** A breaker began to hold calls back: it opened, or let fewer through. */
    public GuardRecorderAssert openedBreaker() {
        return holds("what the breakers did", "one opened, or let fewer calls through", "none did", opened());
    }

    /** No breaker held calls back. */
    public GuardRecorderAssert neverOpenedBreaker() {
        return holds(
                "what the breakers did",
                "none opened, or let fewer calls through",
                "one did, at least once",
                !opened());
    }

    private boolean opened() {
        return told(BreakerEvent.class).stream().anyMatch(GuardRecorderAssert::holdsBack);
    }

    private static boolean holdsBack(BreakerEvent event) {
        return switch (event) {
            case ShareChanged changed -> changed.to() < changed.from();
            case StateChanged changed -> changed.to() == State.OPEN;
        };
    }

    /** These endpoints were ejected, in this order. */
    public GuardRecorderAssert ejected(String... endpoints) {
        return holds(
                "ejected endpoints",
                List.of(endpoints),
                told(OutlierFound.class).stream()
                        .map(OutlierFound::detection)
                        .filter(detection -> detection.consequence() == Consequence.EJECTED)
                        .map(detection -> detection.endpoint().name())
                        .toList());
    }

    private <E> List<E> told(Class<E> kind) {
        isNotNull();
        return actual.events(kind);
    }

    private int count(Class<?> kind) {
        return told(kind).size();
    }

    private GuardRecorderAssert holds(String what, Object expected, Object was) {
        return holds(what, expected, was, expected.equals(was));
    }

    private GuardRecorderAssert holds(String what, Object expected, Object was, boolean holds) {
        if (!holds) {
            throw failureWithActualExpected(
                    was,
                    expected,
                    "%nExpecting %s:%n  %s%nbut was:%n  %s%nin what was heard of %s",
                    what,
                    expected,
                    was,
                    actual);
        }
        return this;
    }
}
