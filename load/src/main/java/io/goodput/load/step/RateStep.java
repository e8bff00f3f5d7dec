package io.goodput.load.step;

import io.goodput.latency.Latencies;
import io.goodput.load.RequestOutcome;
import io.goodput.load.fit.Points;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What one rate showed. Counts are of the requests that were due while it was measured; the warm-up is left out.
 *
 * @param rate requests a second, as planned
 * @param seconds that it was measured for
 * @param offered requests that were due
 * @param sent of those; the others were over the bound on requests in flight
 * @param answers how those that were sent ended, without zeros
 * @param warmUp requests sent in the warm-up
 * @param throughput answers of any kind a second, by when they came
 * @param goodput good answers a second, by when they came
 * @param concurrency good requests in flight, on average over the time; by Little's law goodput times their latency
 * @param peak most requests in flight as one began
 * @param good latencies of good answers in nanoseconds, each from the instant when the request was due
 * @param lag how much later than due requests were sent, in nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent") // figures, never compared or used as a key
public record RateStep(
        double rate,
        double seconds,
        int offered,
        int sent,
        Map<RequestOutcome, Integer> answers,
        int warmUp,
        double throughput,
        double goodput,
        double concurrency,
        int peak,
        long[] good,
        Latencies lag) {
    /** Of the generator itself: what it is late by is in each latency. */
    private static final double MOST_LATE_NANOS = 5e6;

    private static final double MOST_LATE_SHARE = 0.1;
    private static final double MOST_NOT_SENT = 0.01;

    /** Whether a step tells something of the service. */
    public enum Validity {
        /** It does. */
        VALID("yes"),
        /** The generator was late: p99 of its lag is above 5 ms and above a tenth of the median latency. */
        LATE("no: generator late"),
        /** More than 1 % of the requests were over the bound on requests in flight. */
        NOT_SENT("no: not all sent"),
        /** Nothing was answered well. */
        ERRORS("no: no good answer");

        private final String label;

        Validity(String label) {
            this.label = label;
        }

        /** In a few words, for reports. */
        public String label() {
            return label;
        }
    }

    /** What happened from one instant to another. All requests have ended. */
    static RateStep of(double rate, SentRequests requests, long from, long to) {
        double seconds = (to - from) / 1e9;
        var answers = new EnumMap<RequestOutcome, Integer>(RequestOutcome.class);
        var good = LongStream.builder();
        var lag = LongStream.builder();
        int offered = 0;
        int sent = 0;
        int warmUp = 0;
        int ended = 0;
        int endedWell = 0;
        int peak = 0;
        double goodTime = 0;
        for (int i = 0; i < requests.begun(); i++) {
            boolean isWarmUp = requests.due(i) < from;
            offered += isWarmUp ? 0 : 1;
            RequestOutcome answer = requests.answer(i);
            if (!requests.isSent(i) || answer == null) {
                continue;
            }
            boolean isGood = answer == RequestOutcome.GOOD;
            boolean endedWithin = requests.endedAt(i) >= from && requests.endedAt(i) < to;
            ended += endedWithin ? 1 : 0;
            endedWell += endedWithin && isGood ? 1 : 0;
            goodTime += isGood ? overlap(requests.due(i), requests.endedAt(i), from, to) : 0;
            if (isWarmUp) {
                warmUp++;
            } else {
                sent++;
                answers.merge(answer, 1, Integer::sum);
                peak = Math.max(peak, requests.beside(i));
                lag.add(requests.lag(i));
                if (isGood) {
                    good.add(requests.latency(i));
                }
            }
        }
        return new RateStep(
                rate,
                seconds,
                offered,
                sent,
                answers,
                warmUp,
                ended / seconds,
                endedWell / seconds,
                goodTime / (to - from),
                peak,
                good.build().toArray(),
                Latencies.of(lag.build().toArray()));
    }

    private static double overlap(long due, long ended, long from, long to) {
        return Math.max(0, Math.min(ended, to) - Math.max(due, from));
    }

    /** What laws are fitted to. */
    public static Points points(List<RateStep> steps) {
        return new Points(
                steps.stream().mapToDouble(RateStep::concurrency).toArray(),
                steps.stream().mapToDouble(RateStep::goodput).toArray(),
                steps.stream().mapToDouble(RateStep::meanLatency).toArray());
    }

    /** Latencies of good answers. */
    public Latencies latencies() {
        return Latencies.of(good);
    }

    /** In seconds; NaN of nothing. */
    public double meanLatency() {
        return LongStream.of(good).average().orElse(Double.NaN) / 1e9;
    }

    /** Requests over the bound on requests in flight. */
    public int notSent() {
        return offered - sent;
    }

    /** Answers that are not good. */
    public int errors() {
        return sent - good.length;
    }

    /** Of those sent; 0 of nothing. */
    public double errorShare() {
        return sent == 0 ? 0 : (double) errors() / sent;
    }

    /** Whether this step tells something of the service, and why not. */
    public Validity validity() {
        if (good.length == 0) {
            return Validity.ERRORS;
        }
        if (notSent() > MOST_NOT_SENT * offered) {
            return Validity.NOT_SENT;
        }
        double late = lag.percentile(99);
        return late > MOST_LATE_NANOS && late > MOST_LATE_SHARE * latencies().percentile(50)
                ? Validity.LATE
                : Validity.VALID;
    }
}
