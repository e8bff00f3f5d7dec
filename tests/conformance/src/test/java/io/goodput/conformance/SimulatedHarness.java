package io.goodput.conformance;

import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.sim.SimulatedCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs a script through {@link SimulatedCall}. */
final class SimulatedHarness extends EventHarness {
    private final Guard guard;

    private SimulatedHarness(Script script) {
        super(script);
        this.guard = script.newGuard().listener(heard::hear).build();
    }

    static List<String> run(Script script) {
        return new SimulatedHarness(script).play();
    }

    @Override
    Guard guard() {
        return guard;
    }

    @Override
    void start(Script.Call call) {
        new Call(call).start();
    }

    private final class Call extends SimulatedCall {
        private final Script.Call script;
        private final Map<Integer, Ending> endings = new HashMap<>();
        private long givingUp;

        Call(Script.Call script) {
            super(simulation, guard);
            this.script = script;
        }

        void start() {
            if (script.cancelAfter() != Long.MAX_VALUE) {
                givingUp = simulation.after(script.cancelAfter(), _ -> giveUp());
            }
            start(script.optionsFrom(simulation.nanos()), Script.CONTEXT);
        }

        @Override
        protected void begin(int attempt, long now) {
            log.begin(now, attempt);
            Script.Attempt plan = script.attempt(attempt);
            long at = now + plan.lasts();
            long event = simulation.schedule(at, _ -> end(attempt, plan));
            endings.put(attempt, new Ending(at, event));
        }

        private void end(int attempt, Script.Attempt plan) {
            Exception error = plan.error();
            call().gave(attempt, error == null ? "answer" : null, error);
            attemptEnded(attempt, plan.ends(), plan.retryAfter());
        }

        @Override
        protected void cancel(int attempt, long now) {
            Ending ending = Objects.requireNonNull(endings.remove(attempt));
            log.cancel(now, attempt, ending.at);
            simulation.cancel(ending.event);
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            log.finish(now, call.outcome(), call.refusal());
            SimulatedHarness.this.finished(givingUp);
        }
    }

    /** When an attempt ends by itself, and the event that says so. */
    private record Ending(long at, long event) {}
}
