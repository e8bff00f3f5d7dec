package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Instances of a function, each working on one job at a time. A job takes the instance that was last used of those that
 * are idle, or starts one and waits for it; when as many as may be are busy it is refused.
 */
final class InstanceServer implements Server {
    private final Load load;
    private final Service.Instances limits;

    /** Since when each idle instance is idle, the last used one first. */
    private final Deque<Long> idle = new ArrayDeque<>();

    private int busy;

    InstanceServer(Load load, Service.Instances limits, long now) {
        this.load = load;
        this.limits = limits;
        for (int i = 0; i < limits.warm(); i++) {
            idle.add(now);
        }
    }

    @Override
    public void arrive(Job job, long now) {
        job.enter(this, now);
        discard(now);
        if (idle.poll() != null) {
            busy++;
            job.work(load.of(job, busy), now);
        } else if (busy < limits.most()) {
            busy++;
            job.work(limits.coldNanos() + load.of(job, busy), now);
        } else {
            job.refuse(Outcome.THROTTLED, Unserved.NO_INSTANCE, now);
        }
    }

    /** Those that have been idle for too long, but for the number that is always kept. */
    private void discard(long now) {
        while (!idle.isEmpty() && idle.size() + busy > limits.warm() && now - idle.getLast() >= limits.keepNanos()) {
            idle.removeLast();
        }
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        busy--;
        idle.push(now);
    }

    @Override
    public int inFlight() {
        return busy;
    }
}
