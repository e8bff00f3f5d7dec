package io.goodput.lab.world;

import io.goodput.Deadline;
import io.goodput.quorum.QuorumCall;
import io.goodput.quorum.QuorumFetch;
import io.goodput.sim.Simulation;

/**
 * Calls something several times at once for one request, as an application's {@link QuorumCall} says, until enough have
 * succeeded. Whom it calls does not notice that an answer is not needed any more.
 */
record QuorumCallee(Callee callee, QuorumFetch.Settings plan, Simulation simulation) implements Callee {
    @Override
    public void call(CallOrigin origin, long deadline, Caller caller, long now) {
        new Fetch(origin, deadline, caller).start(now);
    }

    private final class Fetch {
        private final QuorumCall call = new QuorumCall(plan);
        private final CallOrigin origin;
        private final long deadline;
        private final Caller caller;

        Fetch(CallOrigin origin, long deadline, Caller caller) {
            this.origin = origin;
            this.deadline = deadline;
            this.caller = caller;
        }

        void start(long now) {
            if (plan.first() < plan.parts()) {
                simulation.after(plan.spareDelay().toNanos(), at -> carryOut(call.timerFired(at), at));
            }
            carryOut(call.start(now, Deadline.NONE), now);
        }

        private void carryOut(QuorumCall.Step first, long now) {
            QuorumCall.Step step = first;
            while (step == QuorumCall.Step.BEGIN || step == QuorumCall.Step.CANCEL) {
                if (step == QuorumCall.Step.BEGIN) {
                    begin(call.part(), now);
                }
                step = call.next(now);
            }
            if (step == QuorumCall.Step.FINISH) {
                caller.answered(call.outcome(), now);
            }
        }

        private void begin(int part, long now) {
            callee.call(origin, deadline, (outcome, at) -> carryOut(call.partEnded(part, outcome, at), at), now);
        }
    }
}
