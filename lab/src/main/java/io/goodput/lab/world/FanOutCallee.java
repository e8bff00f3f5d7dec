package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Dependency;

/** Calls something several times for one request, all at once or one after the other, until enough have succeeded. */
record FanOutCallee(Callee callee, Dependency.FanOut fanOut) implements Callee {
    @Override
    public void call(Origin origin, long deadline, Caller caller, long now) {
        new Round(origin, deadline, caller).start(now);
    }

    private final class Round implements Caller {
        private final Origin origin;
        private final long deadline;
        private final Caller caller;
        private int begun;
        private int good;
        private int failed;

        Round(Origin origin, long deadline, Caller caller) {
            this.origin = origin;
            this.deadline = deadline;
            this.caller = caller;
        }

        void start(long now) {
            int first = fanOut.parallel() ? fanOut.calls() : 1;
            for (int i = 0; i < first; i++) {
                begin(now);
            }
        }

        private void begin(long now) {
            begun++;
            callee.call(origin, deadline, this, now);
        }

        private boolean isOver() {
            return good >= fanOut.needed() || failed > fanOut.calls() - fanOut.needed();
        }

        @Override
        public void answered(Outcome outcome, long now) {
            if (isOver()) {
                return;
            }
            if (outcome == Outcome.SUCCESS) {
                good++;
            } else {
                failed++;
            }
            if (isOver()) {
                caller.answered(good >= fanOut.needed() ? Outcome.SUCCESS : outcome, now);
            } else if (begun < fanOut.calls() && !fanOut.parallel()) {
                begin(now);
            }
        }
    }
}
