package io.goodput.balance;

import io.goodput.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One address with its live statistics. It stays the same object for as long as the address is in the
 * {@link Balancer}'s list.
 */
public final class Endpoint {
    /** A failure in {@link #answers}; answers of any kind are counted in its lower half. */
    private static final long FAILURE = 1L << 32;

    private final Address address;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Of successes, in nanoseconds. */
    private final DecayingAverage latency = new DecayingAverage();

    /** What a call costs by failing, in nanoseconds: what each failure is charged, and 0 for each answer. */
    private final DecayingAverage charges = new DecayingAverage();

    /** Since the interval began: {@link #FAILURE} for each failure, plus 1 for each answer. */
    private final AtomicLong answers = new AtomicLong();

    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile boolean healthy = true;
    private volatile long ejectedUntil;

    // Guarded by the balancer's lock.
    private int ejections;

    /** Since when it has been in rotation and not been found an outlier. */
    private long goodSince;

    Endpoint(Address address) {
        this.address = address;
    }

    /** Tells it from all others. */
    public String name() {
        return address.name();
    }

    /** The failure domain that it is in; empty where there are none. */
    public String zone() {
        return address.zone();
    }

    /** Both. */
    public Address address() {
        return address;
    }

    /** Calls picked and not ended. */
    public int inFlight() {
        return inFlight.get();
    }

    /**
     * The latency of its successes in nanoseconds, as of the last one: it follows a longer one at once and a shorter
     * one with the time constant {@link Balancer.Settings#decay()}. NaN before the first one.
     */
    public double latencyNanos() {
        return latency.last();
    }

    /** False once {@link Balancer#health} has said so. */
    public boolean isHealthy() {
        return healthy;
    }

    /** True while it is ejected as an outlier: no calls go there, unless too many others are gone too. */
    public boolean isEjected() {
        return ejectedUntil != 0;
    }

    /** When its ejection ends, in nanoseconds; 0 if it is not ejected. The first pick after that brings it back. */
    public long ejectedUntil() {
        return ejectedUntil;
    }

    boolean isAvailable() {
        return healthy && ejectedUntil == 0;
    }

    void started() {
        inFlight.getAndIncrement();
    }

    void released() {
        inFlight.getAndDecrement();
    }

    void succeeded(long elapsed, long now, Cost cost) {
        latency.addPeak((float) elapsed, now, cost.decay());
        answered(now, cost);
    }

    void answered(long now, Cost cost) {
        charges.add(0, now, cost.decay());
    }

    void failed(double charge, long now, Cost cost) {
        charges.add((float) charge, now, cost.decay());
    }

    /**
     * Counts an answer for the ejection of outliers.
     *
     * @return how many of the last ones failed, without another in between
     */
    int counted(Outcome outcome) {
        if (OutlierEjection.isFailure(outcome)) {
            answers.getAndAdd(FAILURE + 1);
            return failuresInARow.incrementAndGet();
        }
        answers.getAndIncrement();
        // Zero, the usual case, is only read: threads do not fight over it.
        if (failuresInARow.get() != 0) {
            failuresInARow.set(0);
        }
        return 0;
    }

    /** What its calls in flight would cost one after the other, going by its successes; 0 if nothing is known. */
    double load() {
        float known = latency.last();
        return known > 0 ? known * (inFlight.get() + 1.0) : 0;
    }

    /**
     * What one more call here is expected to cost, in nanoseconds: (latency + charges) × (calls in flight + 1).
     *
     * <p>What is known fades while nothing is in flight, so that an endpoint that did badly is tried again. Once a call
     * is in flight the last figures count again in full: one call at a time finds out how it does.
     */
    double score(long now, Cost cost) {
        int busy = inFlight.get();
        if (busy <= 0) {
            return latency.decayed(now, cost.decay()) + charges.decayed(now, cost.decay());
        }
        float known = latency.last();
        float charged = charges.last();
        double each = (known >= 0 ? known : cost.penalty()) + (charged >= 0 ? charged : 0);
        return each * (busy + 1);
    }

    int failuresInARow() {
        return failuresInARow.get();
    }

    void forgetFailuresInARow() {
        failuresInARow.set(0);
    }

    /** What {@link #counted} counted since it was last asked, to be read by {@link #total} and {@link #failures}. */
    long takeAnswers() {
        return answers.getAndSet(0);
    }

    static int total(long answers) {
        return (int) answers;
    }

    static int failures(long answers) {
        return (int) (answers >>> 32);
    }

    void setHealthy(boolean healthy) {
        this.healthy = healthy;
    }

    /** How often it would be ejected now if it was: the next ejection lasts so many times the base time. */
    int nextEjection() {
        return ejections + 1;
    }

    /** It is an outlier, whatever is done about it. */
    void found(long now) {
        goodSince = now;
    }

    void eject(long until) {
        ejections++;
        ejectedUntil = until;
    }

    void bringBack(long now) {
        ejectedUntil = 0;
        goodSince = now;
        failuresInARow.set(0);
        answers.set(0);
    }

    /** An interval is over: one that was spent in rotation, and not as an outlier, makes good for one ejection. */
    void intervalEnded(long began) {
        if (ejections > 0 && ejectedUntil == 0 && goodSince <= began) {
            ejections--;
        }
    }

    @Override
    public String toString() {
        return name() + (zone().isEmpty() ? "" : "@" + zone());
    }
}
