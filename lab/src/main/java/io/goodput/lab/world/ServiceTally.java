package io.goodput.lab.world;

import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.WindowedGauge;
import io.goodput.sim.stat.Windows;

/** What happened at the endpoints of one service. */
public final class ServiceTally {
    /** Has not been. */
    public static final long NEVER = Long.MAX_VALUE;

    final WindowedCounter sent;
    final WindowedCounter served;
    final WindowedCounter refused;
    final WindowedCounter timedOut;
    final WindowedGauge inFlight;

    private long warnedAt = NEVER;

    ServiceTally(Windows windows) {
        this.sent = new WindowedCounter(windows);
        this.served = new WindowedCounter(windows);
        this.refused = new WindowedCounter(windows);
        this.timedOut = new WindowedCounter(windows);
        this.inFlight = new WindowedGauge(windows);
    }

    /** Adds what another one counted. */
    void add(ServiceTally other) {
        sent.add(other.sent);
        served.add(other.served);
        refused.add(other.refused);
        timedOut.add(other.timedOut);
        inFlight.add(other.inFlight);
        warnedAt = Math.min(warnedAt, other.warnedAt);
    }

    void warned(long now) {
        warnedAt = now;
    }

    /**
     * When the critical section of one of its endpoints was first near saturation, as looked at with each window;
     * {@link #NEVER} if none was, or has one.
     */
    public long warnedAt() {
        return warnedAt;
    }

    /** Requests sent to it, by whomever. */
    public WindowedCounter sent() {
        return sent;
    }

    /** Requests that it worked on to the end, whether or not somebody still waited. */
    public WindowedCounter served() {
        return served;
    }

    /** Requests that it did not work on. */
    public WindowedCounter refused() {
        return refused;
    }

    /** Attempts at it whose time ran out. */
    public WindowedCounter timedOut() {
        return timedOut;
    }

    /** Requests inside. */
    public WindowedGauge inFlight() {
        return inFlight;
    }
}
