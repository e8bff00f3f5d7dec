package io.goodput.lab.world;

import io.goodput.balance.BalancerEvent;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallFacts;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.goodput.lab.world.GuardScript.ScriptedAttempt;
import io.goodput.lab.world.GuardScript.ScriptedCall;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * What was heard of a guard and of its policies: a line for each event with all of its words, but for the answers and
 * errors, which the lab has none of; and what it says of how each attempt went.
 */
final class HeardLines {
    private final long until;
    private final List<String> lines = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final List<List<ScriptedAttempt>> attempts = new ArrayList<>();
    private final List<CallFacts> calls = new ArrayList<>();

    /** Deaf to what happens later. */
    HeardLines(long until) {
        this.until = until;
    }

    synchronized void hear(GuardEvent event) {
        if (event.at() > until) {
            return;
        }
        int number = number(event);
        lines.add(event.at() + " call " + number + " " + call(event.call()) + " " + words(event));
        if (event instanceof AttemptEnded ended) {
            attempts.get(number)
                    .add(new ScriptedAttempt(
                            ended.attempt().number(),
                            ended.at() - ended.attempt().startedAt(),
                            ended.outcome()));
        }
    }

    /** Of a policy of the guard, which says itself who it is. */
    synchronized void hear(long at, Object event) {
        lines.add(at + " " + event);
    }

    synchronized void hear(BalancerEvent event) {
        lines.add(event.toString());
    }

    private int number(GuardEvent event) {
        if (event instanceof CallBegan began) {
            numbers.put(began.call().id(), calls.size());
            calls.add(began.call());
            attempts.add(new ArrayList<>());
        }
        return Objects.requireNonNull(numbers.get(event.call().id()));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** What has to happen for the same to be heard again. */
    List<ScriptedCall> script() {
        List<ScriptedCall> script = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            CallFacts call = calls.get(i);
            script.add(new ScriptedCall(call.startedAt(), call.options(), call.context(), attempts.get(i)));
        }
        return script;
    }

    private static String call(CallFacts call) {
        return call.guard() + " " + call.options() + " " + call.context() + " " + call.startedAt() + " "
                + call.deadline();
    }

    private static String words(GuardEvent event) {
        return switch (event) {
            case CallBegan _ -> "began";
            case AttemptBegan began -> attempt(began.attempt()) + " began";
            case AttemptEnded ended -> attempt(ended.attempt()) + " ended " + ended.outcome();
            case RetryScheduled again -> again.attempts() + " " + again.outcome() + " again in " + again.delayNanos();
            case CallRefused refused -> refused.attempts() + " refused " + refused.refusal();
            case CallEnded ended -> ended.attempts() + " ended " + ended.outcome();
        };
    }

    private static String attempt(AttemptFacts attempt) {
        return (attempt.hedge() ? "hedge " : "attempt ") + attempt.number() + " at " + attempt.endpoint() + " since "
                + attempt.startedAt() + " until " + attempt.deadline() + " for " + attempt.context();
    }
}
