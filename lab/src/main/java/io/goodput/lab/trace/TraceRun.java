package io.goodput.lab.trace;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;

/** One variant of a scenario under one seed, followed event by event. It keeps nothing of what it passes on. */
public final class TraceRun {
    private final Model model;
    private final RunPlan plan;
    private final World world;
    private final Recorder recorder;
    private final TraceFilter filter;
    private final TraceSink sink;

    /** A run at time 0. Its seed is the first of the plan. */
    public TraceRun(Model model, RunPlan plan, TraceFilter filter, TraceSink sink) {
        this.model = model;
        this.plan = plan;
        this.filter = filter;
        this.sink = sink;
        this.recorder = new Recorder(filter, new Disruptions(model), sink);
        this.world = new World(model, plan.firstSeed(), tally(), recorder);
    }

    private Tally tally() {
        return new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
    }

    /** Runs as far as there is anything of interest, window by window. */
    public void run() {
        long end = plan.length().toNanos();
        long until = Math.min(filter.span().to(), end);
        for (long at = 0; at < until && !sink.isFull(); ) {
            at = Math.min(at + plan.windowNanos(), until);
            world.simulation().runUntil(at);
            recorder.passTime(at);
        }
        sink.close();
    }

    /** A hash of the events of the simulation so far; the same as of a run that nobody follows. */
    public long hash() {
        return world.simulation().traceHash();
    }
}
