package io.goodput.conformance;

import io.goodput.guard.Guard;
import io.goodput.sim.Simulation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Plays a script as events of a simulation: one call after the other, until nothing more happens. */
abstract class EventHarness {
    final Log log = new Log();
    final Heard heard = new Heard();
    final Simulation simulation = new Simulation();

    private final Iterator<Script.Call> calls;

    EventHarness(Script script) {
        this.calls = script.calls().iterator();
    }

    /** The one guard that all the calls go through. */
    abstract Guard guard();

    /** Starts a call, at whose end is {@link #finished}. */
    abstract void start(Script.Call call);

    /** What happened, what is left of the budget, and what was heard of it. */
    final List<String> play() {
        nextCall();
        while (simulation.step()) {}
        var lines = new ArrayList<>(log.lines());
        lines.add(Script.budgetOf(guard()));
        lines.addAll(heard.lines());
        return lines;
    }

    /** A call has ended; the next one comes a little later. */
    final void finished(long givingUp) {
        simulation.cancel(givingUp);
        simulation.after(10, _ -> nextCall());
    }

    private void nextCall() {
        if (calls.hasNext()) {
            start(calls.next());
        }
    }
}
