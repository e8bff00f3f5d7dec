package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A {@link SlotServer} whose line is nudged: who comes is small, and the last in line is large and has not been passed,
 * so they change places. How much work a request is gets known when it comes, not when it is begun.
 */
final class NudgeServer implements Server {
    private record Waiting(Request request, long work, boolean passed) {}

    private final Load load;
    private final Service.Nudge limits;
    private final Deque<Waiting> line = new ArrayDeque<>();
    private int busy;

    NudgeServer(Load load, Service.Nudge limits) {
        this.load = load;
        this.limits = limits;
    }

    @Override
    public void arrive(Request request, long now) {
        request.enter(this, now);
        if (busy < limits.slots().slots()) {
            busy++;
            request.work(load.of(request, inFlight()), now);
        } else if (line.size() < limits.slots().queue()) {
            wait(new Waiting(request, load.of(request, inFlight() + 1), false));
        } else {
            request.refuse(Outcome.THROTTLED, "the queue is full", now);
        }
    }

    private void wait(Waiting newcomer) {
        Waiting last = line.peekLast();
        boolean nudges =
                last != null && !last.passed() && last.work() >= limits.large() && newcomer.work() <= limits.small();
        if (nudges) {
            line.removeLast();
            line.add(newcomer);
            line.add(new Waiting(last.request(), last.work(), true));
        } else {
            line.add(newcomer);
        }
    }

    @Override
    public void left(Request request, Outcome outcome, long now) {
        busy--;
        for (Waiting next = line.poll(); next != null; next = line.poll()) {
            if (next.request().isTooLate(now)) {
                next.request().refuse(Outcome.TIMEOUT, Request.TOO_LATE, now);
            } else {
                busy++;
                next.request().work(next.work(), now);
                return;
            }
        }
    }

    @Override
    public int inFlight() {
        return busy + line.size();
    }
}
