package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Dependency;

/** Calls something several times for one request, one after the other, until enough have succeeded. */
record FanOutCallee(Callee callee, Dependency.FanOut fanOut) implements Callee {
    @Override
    public void call(CallOrigin origin, long deadline, Caller caller, long now) {
        new Round(origin, deadline, caller).begin(now);
    }

    private final class Round implements Caller {
        private final CallOrigin origin;
        private final long deadline;
        private final Caller caller;
        private int good;
        private int failed;

        Round(CallOrigin origin, long deadline, Caller caller) {
            this.origin = origin;
            this.deadline = deadline;
            this.caller = caller;
        }

        private void begin(long now) {
            callee.call(origin, deadline, this, now);
        }

        private boolean isOver() {
            return good >= fanOut.needed() || failed > fanOut.calls() - fanOut.needed();
        }

        @Override
        public void answered(Outcome outcome, long now) {
            if (outcome == Outcome.SUCCESS) {
                good++;
            } else {
                failed++;
            }
            if (isOver()) {
                caller.answered(good >= fanOut.needed() ? Outcome.SUCCESS : outcome, now);
            } else {
                begin(now);
            }
        }
    }
}
