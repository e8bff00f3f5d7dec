package io.goodput.lab.model;

import io.goodput.Outcome;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** Works on a fixed number of requests, lets some wait, and refuses the rest at once. */
final class SlotServer implements Server {
    private final Latency latency;
    private final Service.Slots limits;
    private final RandomGenerator random;
    private final Queue<Request> queue = new ArrayDeque<>();
    private int busy;

    SlotServer(Latency latency, Service.Slots limits, RandomGenerator random) {
        this.latency = latency;
        this.limits = limits;
        this.random = random;
    }

    @Override
    public void arrive(Request request, long now) {
        if (busy < limits.slots()) {
            busy++;
            work(request);
        } else if (queue.size() < limits.queue()) {
            queue.add(request);
        } else {
            request.answer(Outcome.THROTTLED);
        }
    }

    @Override
    public void served(Request request, long now) {
        request.answer(Outcome.SUCCESS);
        Request next = queue.poll();
        if (next == null) {
            busy--;
        } else {
            work(next);
        }
    }

    private void work(Request request) {
        request.serve(latency.sample(inFlight(), random));
    }

    @Override
    public int inFlight() {
        return busy + queue.size();
    }
}
