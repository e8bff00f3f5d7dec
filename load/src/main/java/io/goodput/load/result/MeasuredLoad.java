package io.goodput.load.result;

import io.goodput.load.traffic.TrafficClass;
import io.goodput.sim.Span;
import io.goodput.sim.stat.LatencyHistogram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one load has measured.
 *
 * @param time that was counted
 * @param open whether requests were sent when due; otherwise whenever the last was answered
 * @param rows one for each class and target
 * @param lag how much later than due the generator took up a request, in nanoseconds; of a closed load nothing
 * @param threads that sent
 * @param connections at most, to each server
 */
public record MeasuredLoad(
        Duration time, boolean open, List<TargetRow> rows, LatencyHistogram lag, int threads, int connections) {
    /** What the generator is late by is in each latency. */
    private static final double MOST_LATE_NANOS = 5e6;

    private static final double MOST_LATE_SHARE = 0.1;
    private static final double MOST_NOT_SENT = 0.01;

    /** The requests of a class to one target. */
    public record TargetRow(TrafficClass of, int target, RequestCounts counts) {
        /** Where they went, for people. */
        public String targetName() {
            return of.targets().get(target).target().toString();
        }
    }

    /** Whether it tells something of the service. */
    public enum Trust {
        /** It does. */
        FULL("yes"),
        /** The generator was late: p99 of its lag is above 5 ms and above a tenth of the median latency. */
        GENERATOR_LATE("no: generator late"),
        /** More than 1 % of the requests were over the bound on requests in flight. */
        NOT_ALL_SENT("no: not all sent"),
        /** Nothing was answered well. */
        NO_GOOD_ANSWER("no: no good answer");

        private final String label;

        Trust(String label) {
            this.label = label;
        }

        /** In a few words, for reports. */
        public String label() {
            return label;
        }
    }

    /** Copies the rows. */
    public MeasuredLoad {
        rows = List.copyOf(rows);
    }

    /** All requests of a class. */
    public RequestCounts of(TrafficClass wanted) {
        return sum(rows.stream().filter(row -> row.of().equals(wanted)).toList(), wanted.deadlineNanos());
    }

    /** All requests. */
    public RequestCounts total() {
        return sum(rows, Long.MAX_VALUE);
    }

    /** The classes, in the order of the plan. */
    public List<TrafficClass> classes() {
        return new ArrayList<>(rows.stream().map(TargetRow::of).distinct().toList());
    }

    private RequestCounts sum(List<TargetRow> some, long deadline) {
        var sum = new RequestCounts(new Span(0, time.toNanos()), deadline);
        some.forEach(row -> sum.add(row.counts()));
        return sum;
    }

    /** Whether it tells something of the service, and why not. */
    public Trust trust() {
        RequestCounts total = total();
        if (total.latencies().count() == 0) {
            return Trust.NO_GOOD_ANSWER;
        }
        if (total.notSent() > MOST_NOT_SENT * total.offered()) {
            return Trust.NOT_ALL_SENT;
        }
        double late = lag.count() == 0 ? 0 : lag.percentile(0.99);
        return late > MOST_LATE_NANOS
                        && late > MOST_LATE_SHARE * total.latencies().percentile(0.5)
                ? Trust.GENERATOR_LATE
                : Trust.FULL;
    }
}
