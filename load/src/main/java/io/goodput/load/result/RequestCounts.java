package io.goodput.load.result;

import io.goodput.load.RequestOutcome;
import io.goodput.sim.Span;
import io.goodput.sim.stat.LatencyHistogram;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the requests of one class to one target ended. Instants are nanoseconds from the start of the run. Belongs to one
 * thread; those of several threads are {@linkplain #add added} when all have ended.
 */
public final class RequestCounts {
    private static final int STATUSES = 1_000;

    private final Span counted;
    private final long deadline;
    private final Map<RequestOutcome, Long> answers = new EnumMap<>(RequestOutcome.class);
    private final long[] statuses = new long[STATUSES];
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final LatencyHistogram serviceTimes = new LatencyHistogram();
    private long offered;
    private long notSent;
    private long inTime;
    private long bytes;
    private long came;
    private long cameWell;
    private long warmUp;

    /**
     * Nothing yet.
     *
     * @param counted what is due before or after it is warm-up, or not counted at all
     * @param deadline from the instant when a request was due to the end of its answer, in nanoseconds;
     *     {@link Long#MAX_VALUE} for none
     */
    public RequestCounts(Span counted, long deadline) {
        this.counted = counted;
        this.deadline = deadline;
    }

    /** A request was due and could not be sent: too many were in flight. */
    public void notSent(long due) {
        if (counted.contains(due)) {
            offered++;
            notSent++;
        }
    }

    /**
     * A request has ended.
     *
     * @param due when it was to be sent
     * @param sent when it was sent
     * @param ended when its answer had come, or when it was given up
     * @param bodyBytes of the answer
     */
    public void ended(long due, long sent, long ended, RequestOutcome answer, int status, long bodyBytes) {
        long latency = Math.max(0, ended - due);
        boolean isGood = answer == RequestOutcome.GOOD && latency <= deadline;
        if (counted.contains(ended)) {
            came++;
            cameWell += isGood ? 1 : 0;
        }
        if (!counted.contains(due)) {
            warmUp++;
            return;
        }
        offered++;
        inTime += isGood ? 1 : 0;
        bytes += bodyBytes;
        answers.merge(answer, 1L, Long::sum);
        if (status > 0) {
            statuses[status]++;
        }
        if (answer == RequestOutcome.GOOD) {
            latencies.record(latency);
            serviceTimes.record(Math.max(0, ended - sent));
        }
    }

    /** Adds what another thread has counted, or what was counted of another target. */
    public void add(RequestCounts other) {
        offered += other.offered;
        notSent += other.notSent;
        inTime += other.inTime;
        bytes += other.bytes;
        came += other.came;
        cameWell += other.cameWell;
        warmUp += other.warmUp;
        other.answers.forEach((answer, count) -> answers.merge(answer, count, Long::sum));
        Arrays.setAll(statuses, i -> statuses[i] + other.statuses[i]);
        latencies.merge(other.latencies);
        serviceTimes.merge(other.serviceTimes);
    }

    /** Requests that were due while it was counted. */
    public long offered() {
        return offered;
    }

    /** Of those, how many were over the bound on requests in flight. */
    public long notSent() {
        return notSent;
    }

    /** Of those, how many were sent. */
    public long sent() {
        return offered - notSent;
    }

    /** Requests sent before or after the time that counts. */
    public long warmUp() {
        return warmUp;
    }

    /** Answered well, and within the deadline. */
    public long inTime() {
        return inTime;
    }

    /** Answered well, but after the deadline. */
    public long late() {
        return answers.getOrDefault(RequestOutcome.GOOD, 0L) - inTime;
    }

    /** Bytes of the answers' bodies. */
    public long bytes() {
        return bytes;
    }

    /** How those that were sent ended, without zeros. */
    public Map<RequestOutcome, Long> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** The status codes of the answers, ascending, without zeros. */
    public Map<Integer, Long> statuses() {
        Map<Integer, Long> all = new TreeMap<>();
        for (int status = 0; status < STATUSES; status++) {
            if (statuses[status] > 0) {
                all.put(status, statuses[status]);
            }
        }
        return all;
    }

    /** Answers of any kind a second, by when they came. */
    public double throughput() {
        return came / counted.seconds();
    }

    /** Answers a second that were good and within the deadline, by when they came. */
    public double goodput() {
        return cameWell / counted.seconds();
    }

    /** Of good answers, from the instant when the request was due: what a user waits. */
    public LatencyHistogram latencies() {
        return latencies;
    }

    /** Of good answers, from the instant when the request was sent: what a generator that waits would have seen. */
    public LatencyHistogram serviceTimes() {
        return serviceTimes;
    }
}
