package io.goodput.lab.world;

import io.goodput.sim.Span;
import io.goodput.sim.stat.LatencyHistogram;
import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.WindowedLatencies;
import io.goodput.sim.stat.Windows;

/** What happened to the calls of one population. Everything is counted when it happens. */
public final class ClientTally {
    /** A percentile needs more calls than a rate does, so its windows are longer. */
    private static final int MOST_LATENCY_WINDOWS = 100;

    final WindowedCounter offered;
    final WindowedCounter succeeded;
    final WindowedCounter attempted;
    final WindowedCounter timedOut;

    private final Span settled;
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final WindowedLatencies latenciesOverTime;
    private long lastSuccess;

    ClientTally(Windows windows, Span settled) {
        this.offered = new WindowedCounter(windows);
        this.succeeded = new WindowedCounter(windows);
        this.attempted = new WindowedCounter(windows);
        this.timedOut = new WindowedCounter(windows);
        this.settled = settled;
        this.latenciesOverTime =
                new WindowedLatencies(windows.coarser(Math.ceilDiv(windows.count(), MOST_LATENCY_WINDOWS)));
    }

    /** A call has ended well; whether its answer came soon enough to be of use is known to the caller. */
    void answered(long now, long latency, boolean useful) {
        if (useful) {
            succeeded.add(now);
        }
        lastSuccess = now;
        latenciesOverTime.record(now, latency);
        if (settled.contains(now)) {
            latencies.record(latency);
        }
    }

    /** Adds what another one counted. */
    void add(ClientTally other) {
        offered.add(other.offered);
        succeeded.add(other.succeeded);
        attempted.add(other.attempted);
        timedOut.add(other.timedOut);
        latencies.merge(other.latencies);
        latenciesOverTime.merge(other.latenciesOverTime);
        lastSuccess = Math.max(lastSuccess, other.lastSuccess);
    }

    /** Calls made. */
    public WindowedCounter offered() {
        return offered;
    }

    /** Calls that ended well, with an answer that was still of use. */
    public WindowedCounter succeeded() {
        return succeeded;
    }

    /** Requests sent. */
    public WindowedCounter attempted() {
        return attempted;
    }

    /** Attempts whose time ran out. */
    public WindowedCounter timedOut() {
        return timedOut;
    }

    /** From the start of a call to its success, for those that succeeded in the settled span. */
    public LatencyHistogram latencies() {
        return latencies;
    }

    /** The same of the whole run, each in the window in which the call ended; at most 100 windows. */
    public WindowedLatencies latenciesOverTime() {
        return latenciesOverTime;
    }

    /** When the last call that ended well did so; 0 if none has. */
    public long lastSuccess() {
        return lastSuccess;
    }
}
