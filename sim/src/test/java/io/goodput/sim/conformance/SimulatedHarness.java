package io.goodput.sim.conformance;

import io.goodput.Guard;
import io.goodput.GuardedCall;
import io.goodput.sim.SimulatedCall;
import java.util.List;

/** Runs a script through {@link SimulatedCall}. */
final class SimulatedHarness extends EventHarness {
    private final Guard guard;

    private SimulatedHarness(Script script) {
        super(script);
        this.guard = script.newGuard().build();
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
        private long endsAt;
        private long ending;
        private long givingUp;

        Call(Script.Call script) {
            super(simulation, guard);
            this.script = script;
        }

        void start() {
            if (script.cancelAfter() != Long.MAX_VALUE) {
                givingUp = simulation.after(script.cancelAfter(), _ -> giveUp());
            }
            start(script.deadlineFrom(simulation.nanos()));
        }

        @Override
        protected void begin(int attempt, long now) {
            log.begin(now, attempt);
            Script.Attempt plan = script.attempt(attempt);
            endsAt = now + plan.lasts();
            ending = simulation.schedule(endsAt, _ -> attemptEnded(attempt, plan.ends(), plan.hint()));
        }

        @Override
        protected void cancel(int attempt, long now) {
            log.cancel(now, attempt, endsAt);
            simulation.cancel(ending);
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            log.finish(now, call.outcome(), call.refusal());
            SimulatedHarness.this.finished(givingUp);
        }
    }
}
