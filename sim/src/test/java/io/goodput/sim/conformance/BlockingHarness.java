package io.goodput.sim.conformance;

import io.goodput.Timers;
import io.goodput.guard.Guard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a script through {@link Guard#call}: the attempts work by sleeping, and sleeping only sets the clock. */
final class BlockingHarness {
    private final Log log = new Log();
    private final SleepingClock clock = new SleepingClock();
    private final Guard guard;

    private BlockingHarness(Script script) {
        this.guard = script.newGuard().timers(clock).build();
    }

    static List<String> run(Script script) {
        var harness = new BlockingHarness(script);
        script.calls().forEach(harness::call);
        var lines = new ArrayList<>(harness.log.lines());
        lines.add(Script.budgetOf(harness.guard));
        return lines;
    }

    private void call(Script.Call script) {
        long now = clock.nanos();
        clock.interruptAt = script.cancelAfter() == Long.MAX_VALUE ? Long.MAX_VALUE : now + script.cancelAfter();
        var attempts = new int[1];
        Throwable seen = null;
        try {
            guard.call(script.optionsFrom(now), () -> attempt(script.attempt(++attempts[0]), attempts[0]));
        } catch (Throwable thrown) {
            seen = thrown;
        }
        log.finish(clock.nanos(), seen);
        clock.now += 10;
    }

    private String attempt(Script.Attempt plan, int number) throws Exception {
        long endsAt = clock.nanos() + plan.lasts();
        log.begin(clock.nanos(), number);
        try {
            clock.sleepUntil(endsAt);
        } catch (InterruptedException interrupted) {
            log.cancel(clock.nanos(), number, endsAt);
            throw interrupted;
        }
        Exception error = plan.error();
        if (error != null) {
            throw error;
        }
        return "answer";
    }

    /** Time passes when somebody sleeps, until they wake or are interrupted. */
    private static final class SleepingClock implements Timers {
        private long now;
        private long interruptAt = Long.MAX_VALUE;
        private @Nullable Alarm armed;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleepUntil(long at) throws InterruptedException {
            long alarm = armed == null ? Long.MAX_VALUE : armed.at;
            if (interruptAt <= Math.min(at, alarm)) {
                now = interruptAt;
                interruptAt = Long.MAX_VALUE;
                throw new InterruptedException("by the caller");
            }
            if (armed != null && alarm <= at) {
                now = alarm;
                armed.fired = true;
                throw new InterruptedException("by the guard");
            }
            now = Math.max(now, at);
        }

        @Override
        public Timer runAt(long at, Runnable action) {
            throw new AssertionError("nothing is scheduled here");
        }

        @Override
        public Interrupter interrupter() {
            return new Alarm();
        }

        private final class Alarm implements Interrupter {
            private long at;
            private boolean fired;

            @Override
            public void arm(long instant) {
                at = instant;
                fired = false;
                armed = this;
            }

            @Override
            public boolean disarm() {
                armed = null;
                return fired;
            }
        }
    }
}
