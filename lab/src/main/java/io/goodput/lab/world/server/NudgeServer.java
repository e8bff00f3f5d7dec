package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A {@link SlotServer} whose line is nudged: who comes is small, and the last in line is large and has not been passed,
 * so they change places. How much work a job is gets known when it comes, not when it is begun.
 */
final class NudgeServer implements Server {
    private record Waiting(Job job, long work, boolean passed) {}

    private final Load load;
    private final Service.Nudge limits;
    private final Deque<Waiting> line = new ArrayDeque<>();
    private int busy;

    NudgeServer(Load load, Service.Nudge limits) {
        this.load = load;
        this.limits = limits;
    }

    @Override
    public void arrive(Job job, long now) {
        job.enter(this, now);
        if (busy < limits.slots().slots()) {
            busy++;
            job.work(load.of(job, inFlight()), now);
        } else if (line.size() < limits.slots().queue()) {
            wait(new Waiting(job, load.of(job, inFlight() + 1), false));
        } else {
            job.refuse(Outcome.THROTTLED, Unserved.FULL, now);
        }
    }

    private void wait(Waiting newcomer) {
        Waiting last = line.peekLast();
        boolean nudges =
                last != null && !last.passed() && last.work() >= limits.large() && newcomer.work() <= limits.small();
        if (nudges) {
            line.removeLast();
            line.add(newcomer);
            line.add(new Waiting(last.job(), last.work(), true));
        } else {
            line.add(newcomer);
        }
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        busy--;
        for (Waiting next = line.poll(); next != null; next = line.poll()) {
            if (next.job().isTooLate(now)) {
                next.job().refuse(Outcome.TIMEOUT, Unserved.EXPIRED, now);
            } else {
                busy++;
                next.job().work(next.work(), now);
                return;
            }
        }
    }

    @Override
    public int inFlight() {
        return busy + line.size();
    }

    @Override
    public int waiting() {
        return line.size();
    }
}
