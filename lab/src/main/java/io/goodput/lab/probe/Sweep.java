package io.goodput.lab.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Offers one rate after the other, open loop: each request is sent when it is due, whatever became of the earlier ones.
 * Between steps it waits until all requests have ended, so that each begins at a service that is at rest.
 */
public final class Sweep {
    private static final long LEAD_NANOS = 1_000_000;
    private static final long GLANCE_NANOS = 1_000_000;
    private static final double MUCH_SLOWER = 20;

    private final ProbePlan plan;
    private final Sender sender;
    private final Pace pace;

    /** Why it ended. */
    public enum Ending {
        /** Every rate was offered. */
        DONE("every rate was measured"),
        /** The share of errors was above the bound. */
        ERRORS("stopped: too many errors"),
        /** Nothing was answered well. */
        NOTHING("stopped: no good answer"),
        /** The median latency was 20 times that of the first step. */
        SLOW("stopped: latency p50 is 20 times that of the first step"),
        /** The generator was late. */
        LATE("stopped: the generator could not keep up"),
        /** The bound on requests in flight was reached. */
        NOT_SENT("stopped: too many requests in flight");

        private final String label;

        Ending(String label) {
            this.label = label;
        }

        /** In a few words, for reports. */
        public String label() {
            return label;
        }
    }

    /**
     * What was measured.
     *
     * @param steps those that were begun, the last one shortened if it ended the sweep midway
     */
    public record Result(List<Step> steps, Ending ending) {
        /** Copies the steps. */
        public Result {
            steps = List.copyOf(steps);
        }

        /** Requests sent in all, warm-up included. */
        public int requests() {
            return steps.stream().mapToInt(step -> step.sent() + step.warmUp()).sum();
        }
    }

    /** A sweep that has not begun. */
    public Sweep(ProbePlan plan, Sender sender, Pace pace) {
        this.plan = plan;
        this.sender = sender;
        this.pace = pace;
    }

    /**
     * Offers the rates until one of them ends the sweep.
     *
     * @param progress told how many requests were due so far
     */
    public Result run(IntConsumer progress) throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        int before = 0;
        for (int index = 0; index < plan.rates().size(); index++) {
            int begunBefore = before;
            long[] schedule = plan.schedule(index);
            steps.add(step(plan.rates().get(index), schedule, begun -> progress.accept(begunBefore + begun)));
            before += schedule.length;
            Ending ending = ending(steps);
            if (ending != Ending.DONE) {
                return new Result(steps, ending);
            }
        }
        return new Result(steps, Ending.DONE);
    }

    private Step step(double rate, long[] schedule, IntConsumer progress) throws InterruptedException {
        long start = pace.nanos() + LEAD_NANOS;
        long from = start + plan.warmUp().toNanos();
        long to = from + plan.stepTime().toNanos();
        long[] due = schedule.clone();
        for (int i = 0; i < due.length; i++) {
            due[i] += start;
        }
        var trace = new Trace(due);
        for (int i = 0; i < due.length; i++) {
            pace.waitUntil(due[i]);
            if (trace.fails(plan.stopAtErrors())) {
                break;
            }
            send(trace, i);
            progress.accept(i + 1);
        }
        if (trace.begun() == due.length) {
            pace.waitUntil(to);
        } else {
            // It failed midway, perhaps in the warm-up: then that is all there is to show.
            from = start;
            to = Math.max(pace.nanos(), start + 1);
        }
        while (trace.inFlight() > 0) {
            pace.waitUntil(pace.nanos() + GLANCE_NANOS);
        }
        return Step.of(rate, trace, from, to);
    }

    private void send(Trace trace, int request) {
        if (trace.begin(pace.nanos(), plan.mostInFlight())) {
            sender.send(answer -> trace.ended(request, pace.nanos(), answer));
        }
    }

    private Ending ending(List<Step> steps) {
        Step last = steps.getLast();
        if (last.errorShare() > plan.stopAtErrors()) {
            return Ending.ERRORS;
        }
        return switch (last.validity()) {
            case ERRORS -> Ending.NOTHING;
            case NOT_SENT -> Ending.NOT_SENT;
            case LATE -> Ending.LATE;
            case VALID -> {
                long first = steps.getFirst().latencies().percentile(50);
                yield last.latencies().percentile(50) >= MUCH_SLOWER * first ? Ending.SLOW : Ending.DONE;
            }
        };
    }
}
