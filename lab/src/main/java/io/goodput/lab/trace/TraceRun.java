package io.goodput.lab.trace;

import io.goodput.lab.model.Model;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;

/** One variant of a scenario under one seed, followed event by event. It keeps nothing of what it passes on. */
public final class TraceRun {
    private final Tally tally;
    private final World world;
    private final Recorder recorder;
    private final TraceFilter filter;
    private final TraceSink sink;

    /**
     * A run at time 0.
     *
     * @param tally of the length of the run
     */
    public TraceRun(Model model, long seed, Tally tally, TraceFilter filter, TraceSink sink) {
        this.tally = tally;
        this.filter = filter;
        this.sink = sink;
        this.recorder = new Recorder(filter, new Disruptions(model), sink);
        this.world = new World(model, seed, tally, recorder);
    }

    /** Runs as far as there is anything of interest, window by window. */
    public void run() {
        long until = Math.min(filter.span().to(), tally.runNanos());
        for (long at = 0; at < until && !sink.isFull(); ) {
            at = Math.min(at + tally.windows().nanos(), until);
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
