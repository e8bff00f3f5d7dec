package io.goodput.lab.model;

import io.goodput.sim.Span;
import io.goodput.sim.stat.LatencyHistogram;
import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.WindowedGauge;
import io.goodput.sim.stat.WindowedLatencies;
import io.goodput.sim.stat.Windows;

/**
 * What happened in one run, window by window. Everything is counted when it happens: a call when it is made, an answer
 * when it is given.
 */
public final class Tally {
    /** A percentile needs more calls than a rate does, so its windows are longer. */
    private static final int MOST_LATENCY_WINDOWS = 100;

    private final long runNanos;
    private final Span settled;
    private final Windows windows;
    private final WindowedCounter offered;
    private final WindowedCounter succeeded;
    private final WindowedCounter attempted;
    private final WindowedCounter timedOut;
    private final WindowedCounter served;
    private final WindowedGauge inFlight;
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final WindowedLatencies latenciesOverTime;

    /**
     * Nothing yet.
     *
     * @param runNanos length of the run
     * @param windowNanos length of a window
     * @param settled where {@link #latencies()} are recorded
     */
    public Tally(long runNanos, long windowNanos, Span settled) {
        this.runNanos = runNanos;
        this.settled = settled;
        this.windows = Windows.covering(runNanos, windowNanos);
        this.offered = new WindowedCounter(windows);
        this.succeeded = new WindowedCounter(windows);
        this.attempted = new WindowedCounter(windows);
        this.timedOut = new WindowedCounter(windows);
        this.served = new WindowedCounter(windows);
        this.inFlight = new WindowedGauge(windows);
        this.latenciesOverTime =
                new WindowedLatencies(windows.coarser(Math.ceilDiv(windows.count(), MOST_LATENCY_WINDOWS)));
    }

    void offered(long now) {
        offered.add(now);
    }

    void succeeded(long now, long latency) {
        succeeded.add(now);
        latenciesOverTime.record(now, latency);
        if (settled.contains(now)) {
            latencies.record(latency);
        }
    }

    void attempted(long now) {
        attempted.add(now);
    }

    void timedOut(long now) {
        timedOut.add(now);
    }

    void served(long now) {
        served.add(now);
    }

    /** The level at the end of a window. */
    void observed(int requests, long now) {
        inFlight.sample(now - 1, requests);
    }

    /** Length of the run. */
    public long runNanos() {
        return runNanos;
    }

    /** What the run was cut into. */
    public Windows windows() {
        return windows;
    }

    /** Calls made. */
    public WindowedCounter offered() {
        return offered;
    }

    /** Calls that ended well. */
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

    /** Requests that the service worked on to the end, whether or not somebody still waited. */
    public WindowedCounter served() {
        return served;
    }

    /** Requests inside the service. */
    public WindowedGauge inFlight() {
        return inFlight;
    }

    /** From the start of a call to its success, for those that succeeded in the settled span. */
    public LatencyHistogram latencies() {
        return latencies;
    }

    /** The same of the whole run, each in the window in which the call ended; at most 100 windows. */
    public WindowedLatencies latenciesOverTime() {
        return latenciesOverTime;
    }
}
