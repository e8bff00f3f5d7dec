package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.lab.model.Service;
import io.goodput.lab.world.fault.SpeedProfile;
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
    private final SpeedProfile pace;
    private final Queue<Job> unread = new ArrayDeque<>();
    private final Queue<Job> read = new ArrayDeque<>();
    private int busy;

    ReadingServer(Simulation simulation, Load load, Service.Reading limits, SpeedProfile pace) {
        this.simulation = simulation;
        this.load = load;
        this.limits = limits;
        this.pace = pace;
    }

    @Override
    public void arrive(Job job, long now) {
        job.enter(this, now);
        unread.add(job);
        proceed(now);
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
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

    private void read(Job job, long now) {
        busy++;
        simulation.schedule(pace.after(now, limits.nanos()), at -> wasRead(job, at));
    }

    private void wasRead(Job job, long now) {
        busy--;
        if (read.size() < limits.slots().queue()) {
            read.add(job);
        } else {
            job.refuse(Outcome.THROTTLED, Unserved.FULL, now);
        }
        proceed(now);
    }

    private void answer(Job job, long now) {
        if (job.isTooLate(now)) {
            job.refuse(Outcome.TIMEOUT, Unserved.EXPIRED, now);
        } else {
            busy++;
            job.work(load.of(job, inFlight()), now);
        }
    }

    @Override
    public int inFlight() {
        return busy + unread.size() + read.size();
    }

    @Override
    public int waiting() {
        return unread.size() + read.size();
    }
}
