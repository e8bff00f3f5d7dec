package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import io.goodput.sim.Simulation;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A {@link SlotServer} that pays for refusing: it reads all requests that have come before it works on any, and refuses
 * those for whom there is no room only then. A burst of them leaves no time for answers.
 */
final class ReadingServer implements Server {
    private final Simulation simulation;
    private final Load load;
    private final Service.Reading limits;
    private final Pace pace;
    private final Queue<Request> unread = new ArrayDeque<>();
    private final Queue<Request> read = new ArrayDeque<>();
    private int busy;

    ReadingServer(Simulation simulation, Load load, Service.Reading limits, Pace pace) {
        this.simulation = simulation;
        this.load = load;
        this.limits = limits;
        this.pace = pace;
    }

    @Override
    public void arrive(Request request, long now) {
        request.enter(this, now);
        unread.add(request);
        proceed(now);
    }

    @Override
    public void left(Request request, Outcome outcome, long now) {
        busy--;
        proceed(now);
    }

    private void proceed(long now) {
        while (busy < limits.slots().slots() && inFlight() > busy) {
            if (unread.isEmpty()) {
                answer(read.remove(), now);
            } else {
                read(unread.remove(), now);
            }
        }
    }

    private void read(Request request, long now) {
        busy++;
        simulation.schedule(pace.after(now, limits.nanos()), at -> wasRead(request, at));
    }

    private void wasRead(Request request, long now) {
        busy--;
        if (read.size() < limits.slots().queue()) {
            read.add(request);
        } else {
            request.refuse(Outcome.THROTTLED, "the queue is full", now);
        }
        proceed(now);
    }

    private void answer(Request request, long now) {
        if (request.isTooLate(now)) {
            request.refuse(Outcome.TIMEOUT, Request.TOO_LATE, now);
        } else {
            busy++;
            request.work(load.of(request, inFlight()), now);
        }
    }

    @Override
    public int inFlight() {
        return busy + unread.size() + read.size();
    }
}
