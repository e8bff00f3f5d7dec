package io.goodput.load.step;

import io.goodput.load.LoadClock;
import io.goodput.load.RequestSender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Offers one rate after the other, open loop: each request is sent when it is due, whatever became of the earlier ones.
 * Between steps it waits until all requests have ended, so that each begins at a service that is at rest.
 */
public final class SteppedLoad {
    private static final long LEAD_NANOS = 1_000_000;
    private static final long GLANCE_NANOS = 1_000_000;
    private static final double MUCH_SLOWER = 20;

    private final SteppedPlan plan;
    private final RequestSender sender;
    private final LoadClock clock;

    /** Why it ended. */
    public enum StopReason {
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

        StopReason(String label) {
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
     * @param steps those that were begun, the last one shortened if it ended the load midway
     */
    public record MeasuredSteps(List<RateStep> steps, StopReason ending) {
        /** Copies the steps. */
        public MeasuredSteps {
            steps = List.copyOf(steps);
        }

        /** Requests sent in all, warm-up included. */
        public int requests() {
            return steps.stream().mapToInt(step -> step.sent() + step.warmUp()).sum();
        }
    }

    /** A load that has not begun. */
    public SteppedLoad(SteppedPlan plan, RequestSender sender, LoadClock clock) {
        this.plan = plan;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Offers the rates until one of them ends it.
     *
     * @param progress told how many requests were due so far
     */
    public MeasuredSteps run(IntConsumer progress) throws InterruptedException {
        List<RateStep> steps = new ArrayList<>();
        int before = 0;
        for (int index = 0; index < plan.rates().size(); index++) {
            int begunBefore = before;
            long[] schedule = plan.schedule(index);
            steps.add(step(plan.rates().get(index), schedule, begun -> progress.accept(begunBefore + begun)));
            before += schedule.length;
            StopReason ending = ending(steps);
            if (ending != StopReason.DONE) {
                return new MeasuredSteps(steps, ending);
            }
        }
        return new MeasuredSteps(steps, StopReason.DONE);
    }

    private RateStep step(double rate, long[] schedule, IntConsumer progress) throws InterruptedException {
        long start = clock.nanos() + LEAD_NANOS;
        long from = start + plan.warmUp().toNanos();
        long to = from + plan.stepTime().toNanos();
        long[] due = schedule.clone();
        for (int i = 0; i < due.length; i++) {
            due[i] += start;
        }
        var sent = new SentRequests(due);
        for (int i = 0; i < due.length; i++) {
            clock.waitUntil(due[i]);
            if (sent.fails(plan.stopAtErrors())) {
                break;
            }
            send(sent, i);
            progress.accept(i + 1);
        }
        if (sent.begun() == due.length) {
            clock.waitUntil(to);
        } else {
            // It failed midway, perhaps in the warm-up: then that is all there is to show.
            from = start;
            to = Math.max(clock.nanos(), start + 1);
        }
        while (sent.inFlight() > 0) {
            clock.waitUntil(clock.nanos() + GLANCE_NANOS);
        }
        return RateStep.of(rate, sent, from, to);
    }

    private void send(SentRequests sent, int request) {
        if (sent.begin(clock.nanos(), plan.mostInFlight())) {
            sender.send(answer -> sent.ended(request, clock.nanos(), answer));
        }
    }

    private StopReason ending(List<RateStep> steps) {
        RateStep last = steps.getLast();
        if (last.errorShare() > plan.stopAtErrors()) {
            return StopReason.ERRORS;
        }
        return switch (last.validity()) {
            case ERRORS -> StopReason.NOTHING;
            case NOT_SENT -> StopReason.NOT_SENT;
            case LATE -> StopReason.LATE;
            case VALID -> {
                long first = steps.getFirst().latencies().percentile(50);
                yield last.latencies().percentile(50) >= MUCH_SLOWER * first ? StopReason.SLOW : StopReason.DONE;
            }
        };
    }
}
