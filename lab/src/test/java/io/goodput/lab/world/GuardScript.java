package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.guard.Attempt;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.sim.Simulation;
import io.goodput.sim.VirtualTimers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Plays calls of which is known how each attempt went, by the drivers of production. */
record GuardScript(List<ScriptedCall> calls) {
    private static final long HOUR = 3_600 * Runs.S;

    /** What an exception of {@link ScriptedEnd} means. */
    static final Classifier CLASSIFIER = error -> error instanceof ScriptedEnd end
            ? end.outcome
            : Classifier.standard().ofError(error);

    /**
     * A call.
     *
     * @param attempts that ended
     */
    record ScriptedCall(long startsAt, CallOptions options, CallContext context, List<ScriptedAttempt> attempts) {
        /** After which an attempt ends by itself; an hour for one that is given up. */
        ScriptedAttempt attempt(int number) {
            Optional<ScriptedAttempt> known =
                    attempts.stream().filter(each -> each.number == number).findFirst();
            return known.filter(each -> each.ends != Outcome.TIMEOUT && each.ends != Outcome.CANCELLED)
                    .orElse(new ScriptedAttempt(number, HOUR, Outcome.TRANSIENT_FAILURE));
        }
    }

    /** An attempt, and how it ended after so many nanoseconds. */
    record ScriptedAttempt(int number, long lasts, Outcome ends) {
        void orThrow() throws ScriptedEnd {
            if (ends != Outcome.SUCCESS) {
                throw new ScriptedEnd(ends);
            }
        }
    }

    /** What an attempt fails with. */
    static final class ScriptedEnd extends Exception {
        private static final long serialVersionUID = 1L;

        private final Outcome outcome;

        ScriptedEnd(Outcome outcome) {
            super(outcome.name(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** By {@link Guard#callAttemptAsync}, up to an instant. */
    void playAsync(Guard guard, Simulation simulation, long until) {
        for (ScriptedCall call : calls) {
            simulation.schedule(
                    call.startsAt,
                    _ -> call.context.run(() -> {
                        var _ = guard.callAttemptAsync(call.options, attempt -> begin(call, attempt, simulation));
                    }));
        }
        simulation.runUntil(until);
    }

    private static CompletableFuture<String> begin(ScriptedCall call, Attempt attempt, Simulation simulation) {
        ScriptedAttempt plan = call.attempt(attempt.number());
        var answer = new CompletableFuture<String>();
        simulation.schedule(simulation.nanos() + plan.lasts, _ -> {
            if (plan.ends == Outcome.SUCCESS) {
                answer.complete("answer");
            } else {
                answer.completeExceptionally(new ScriptedEnd(plan.ends));
            }
        });
        return answer;
    }

    /** By {@link Guard#callAttempt}, one call after the other. */
    void playBlocking(Guard guard, VirtualTimers timers) {
        for (ScriptedCall call : calls) {
            timers.advanceTo(call.startsAt);
            try {
                call.context.call(() -> guard.callAttempt(call.options, attempt -> {
                    ScriptedAttempt plan = call.attempt(attempt.number());
                    timers.sleepUntil(timers.nanos() + plan.lasts);
                    plan.orThrow();
                    return "answer";
                }));
            } catch (Exception _) {
                // How it ended is heard.
            }
        }
    }
}
