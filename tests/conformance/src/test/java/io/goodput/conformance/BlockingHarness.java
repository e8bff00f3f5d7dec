package io.goodput.conformance;

import io.goodput.guard.Guard;
import io.goodput.sim.Simulation;
import io.goodput.sim.VirtualTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a script through {@link Guard#call}: the attempts work by sleeping, and sleeping only sets the timers. */
final class BlockingHarness {
    private final Log log = new Log();
    private final Heard heard = new Heard();
    private final Simulation simulation = new Simulation();
    private final VirtualTimers timers = new VirtualTimers(simulation);
    private final Guard guard;

    private BlockingHarness(Script script) {
        this.guard = script.newGuard().listener(heard::hear).timers(timers).build();
    }

    static List<String> run(Script script) {
        var harness = new BlockingHarness(script);
        script.calls().forEach(harness::call);
        var lines = new ArrayList<>(harness.log.lines());
        lines.add(Script.budgetOf(harness.guard));
        lines.addAll(harness.heard.lines());
        return lines;
    }

    private void call(Script.Call script) {
        long now = timers.nanos();
        Thread caller = Thread.currentThread();
        long givingUp = script.cancelAfter() == Long.MAX_VALUE
                ? 0
                : simulation.schedule(now + script.cancelAfter(), _ -> caller.interrupt());
        var attempts = new int[1];
        Throwable seen = null;
        try {
            Script.CONTEXT.call(() ->
                    guard.call(script.optionsFrom(now), () -> attempt(script.attempt(++attempts[0]), attempts[0])));
        } catch (Throwable thrown) {
            seen = thrown;
        }
        simulation.cancel(givingUp);
        log.finish(timers.nanos(), seen);
        timers.advance(Duration.ofNanos(10));
    }

    private String attempt(Script.Attempt plan, int number) throws Exception {
        long endsAt = timers.nanos() + plan.lasts();
        log.begin(timers.nanos(), number);
        try {
            timers.sleepUntil(endsAt);
        } catch (InterruptedException interrupted) {
            log.cancel(timers.nanos(), number, endsAt);
            throw interrupted;
        }
        Exception error = plan.error();
        if (error != null) {
            throw error;
        }
        return "answer";
    }
}
