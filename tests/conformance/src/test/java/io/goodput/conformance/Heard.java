package io.goodput.conformance;

import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallFacts;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import java.util.ArrayList;
import java.util.List;

/** All that a listener of a guard has heard, a line for each event with all of its words. */
final class Heard {
    private final List<String> lines = new ArrayList<>();

    void hear(GuardEvent event) {
        lines.add(event.at() + " " + call(event.call()) + " " + words(event));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** All but its identity, which tells calls apart that overlap. */
    private static String call(CallFacts call) {
        return String.join(
                " ",
                call.guard(),
                call.options().toString(),
                call.context().toString(),
                Long.toString(call.startedAt()),
                call.deadline().toString());
    }

    private static String words(GuardEvent event) {
        return switch (event) {
            case CallBegan _ -> "began";
            case AttemptBegan began -> attempt(began.attempt()) + " began";
            case AttemptEnded ended ->
                attempt(ended.attempt()) + " ended " + ended.outcome() + " " + ended.answer() + " " + ended.error();
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
