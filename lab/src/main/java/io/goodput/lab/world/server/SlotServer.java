package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import java.util.ArrayDeque;
import java.util.Queue;

/** Works on a fixed number of requests, lets some wait, and refuses the rest at once. */
final class SlotServer implements Server {
    private final Load load;
    private final Service.Slots limits;
    private final Queue<Job> queue = new ArrayDeque<>();
    private int busy;

    SlotServer(Load load, Service.Slots limits) {
        this.load = load;
        this.limits = limits;
    }

    @Override
    public void arrive(Job job, long now) {
        job.enter(this, now);
        if (busy < limits.slots()) {
            busy++;
            work(job, now);
        } else if (queue.size() < limits.queue()) {
            queue.add(job);
        } else {
            job.refuse(Outcome.THROTTLED, Unserved.FULL, now);
        }
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        busy--;
        for (Job next = queue.poll(); next != null; next = queue.poll()) {
            if (next.isTooLate(now)) {
                next.refuse(Outcome.TIMEOUT, Unserved.EXPIRED, now);
            } else {
                busy++;
                work(next, now);
                return;
            }
        }
    }

    private void work(Job job, long now) {
        job.work(load.of(job, inFlight()), now);
    }

    @Override
    public int inFlight() {
        return busy + queue.size();
    }

    @Override
    public int waiting() {
        return queue.size();
    }
}
