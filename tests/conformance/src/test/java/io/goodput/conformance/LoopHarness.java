package io.goodput.conformance;

import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.netty.loop.LoopCall;
import io.goodput.netty.loop.LoopTimer;
import io.goodput.netty.loop.LoopTimers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Runs a script through one {@link LoopCall}, used again for each call, on an event loop. */
final class LoopHarness {
    private final Log log = new Log();
    private final Heard heard = new Heard();
    private final VirtualLoop loop = VirtualLoop.create();
    private final LoopTimers timers = new LoopTimers(loop, loop::nanos);
    private final Iterator<Script.Call> calls;
    private final Guard guard;
    private final Call call;

    private LoopHarness(Script script) {
        this.calls = script.calls().iterator();
        this.guard = script.newGuard().listener(heard::hear).build();
        this.call = new Call(guard);
    }

    static List<String> run(Script script) {
        return new LoopHarness(script).play();
    }

    private List<String> play() {
        call.startNext();
        while (loop.nextAt() != Long.MAX_VALUE) {
            loop.runUntil(loop.nextAt());
        }
        var lines = new ArrayList<>(log.lines());
        lines.add(Script.budgetOf(guard));
        lines.addAll(heard.lines());
        return lines;
    }

    private Due schedule(long at, LongConsumer what) {
        var due = new Due(what);
        timers.set(due, at);
        return due;
    }

    private final class Call extends LoopCall {
        private final Map<Integer, Due> endings = new HashMap<>();
        private Script.Call script = new Script.Call(List.of(), 0, 0, CallOptions.NONE);
        private Due givingUp = new Due(_ -> {});

        Call(Guard guard) {
            super(guard, LoopHarness.this.timers);
        }

        void startNext() {
            if (calls.hasNext()) {
                script = calls.next();
                endings.clear();
                reuse(guard);
                if (script.cancelAfter() != Long.MAX_VALUE) {
                    givingUp = schedule(loop.nanos() + script.cancelAfter(), _ -> giveUp());
                }
                start(script.optionsFrom(loop.nanos()), Script.CONTEXT);
            }
        }

        @Override
        protected void begin(int attempt, long now) {
            log.begin(now, attempt);
            Script.Attempt plan = script.attempt(attempt);
            endings.put(attempt, schedule(now + plan.lasts(), _ -> end(attempt, plan)));
        }

        private void end(int attempt, Script.Attempt plan) {
            Exception error = plan.error();
            call().gave(attempt, error == null ? "answer" : null, error);
            attemptEnded(attempt, plan.ends(), plan.retryAfter());
        }

        @Override
        protected void cancel(int attempt, long now) {
            Due ending = Objects.requireNonNull(endings.remove(attempt));
            log.cancel(now, attempt, ending.isSet() ? ending.at() : now);
            timers().cancel(ending);
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            log.finish(now, call.outcome(), call.refusal());
            timers().cancel(givingUp);
            schedule(now + 10, _ -> startNext());
        }
    }

    private static final class Due extends LoopTimer {
        private final LongConsumer what;

        Due(LongConsumer what) {
            this.what = what;
        }

        @Override
        protected void fired(long now) {
            what.accept(now);
        }
    }
}
