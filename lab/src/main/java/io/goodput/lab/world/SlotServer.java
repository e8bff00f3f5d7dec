package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import java.util.ArrayDeque;
import java.util.Queue;

/** Works on a fixed number of requests, lets some wait, and refuses the rest at once. */
final class SlotServer implements Server {
    private final Load load;
    private final Service.Slots limits;
    private final Queue<Request> queue = new ArrayDeque<>();
    private int busy;

    SlotServer(Load load, Service.Slots limits) {
        this.load = load;
        this.limits = limits;
    }

    @Override
    public void arrive(Request request, long now) {
        request.enter(this, now);
        if (busy < limits.slots()) {
            busy++;
            work(request, now);
        } else if (queue.size() < limits.queue()) {
            queue.add(request);
        } else {
            request.refuse(Outcome.THROTTLED, "the queue is full", now);
        }
    }

    @Override
    public void left(Request request, Outcome outcome, long now) {
        busy--;
        for (Request next = queue.poll(); next != null; next = queue.poll()) {
            if (next.isTooLate(now)) {
                next.refuse(Outcome.TIMEOUT, Request.TOO_LATE, now);
            } else {
                busy++;
                work(next, now);
                return;
            }
        }
    }

    private void work(Request request, long now) {
        request.work(load.of(request, inFlight()), now);
    }

    @Override
    public int inFlight() {
        return busy + queue.size();
    }
}
