package io.goodput.sim.conformance;

import io.goodput.Deadline;
import io.goodput.Guard;
import io.goodput.GuardedCall;
import io.goodput.sim.SimulatedCall;
import io.goodput.sim.Simulation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Runs a script through {@link SimulatedCall}. */
final class SimulatedHarness {
    private final Log log = new Log();
    private final Simulation simulation = new Simulation();
    private final Guard guard;
    private final Iterator<Script.Call> calls;

    private SimulatedHarness(Script script) {
        this.guard = script.newGuard().build();
        this.calls = script.calls().iterator();
    }

    static List<String> run(Script script) {
        var harness = new SimulatedHarness(script);
        harness.nextCall();
        while (harness.simulation.step()) {}
        var lines = new ArrayList<>(harness.log.lines());
        lines.add(Script.budgetOf(harness.guard));
        return lines;
    }

    private void nextCall() {
        if (calls.hasNext()) {
            new Call(calls.next()).start();
        }
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
            start(Deadlines.from(simulation.nanos(), script.deadline()));
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
            simulation.cancel(givingUp);
            simulation.after(10, _ -> nextCall());
        }
    }

    /** A caller's deadline from a time that may be for ever. */
    static final class Deadlines {
        private Deadlines() {}

        static Deadline from(long now, long nanos) {
            return nanos == Long.MAX_VALUE ? Deadline.NONE : new Deadline(now + nanos);
        }
    }
}
