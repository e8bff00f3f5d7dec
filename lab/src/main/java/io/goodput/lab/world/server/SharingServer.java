package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.lab.world.fault.SpeedProfile;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.random.Distribution;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/**
 * Egalitarian processor sharing: all requests inside proceed at one speed, which depends on how many they are.
 *
 * <p>Kept as one number, the work that a job would have had done if it had been here from the start. A job leaves when
 * that number has grown by its own work, so only the next departure needs a timer, however many share.
 */
final class SharingServer implements Server, Event {
    private record Share(Job job, double leavesAt, long sequence) {}

    private final Simulation simulation;
    private final Load load;
    private final IntToDoubleFunction speed;
    private final SpeedProfile pace;
    private final PriorityQueue<Share> shares =
            new PriorityQueue<>(Comparator.comparingDouble(Share::leavesAt).thenComparingLong(Share::sequence));
    private double workDone;
    private long updatedAt;
    private long arrivals;
    private long departure;
    private int inFlight;

    /**
     * Nobody inside.
     *
     * @param speed as a share of full speed, by how many share; > 0
     */
    SharingServer(Simulation simulation, Load load, IntToDoubleFunction speed, SpeedProfile pace) {
        this.simulation = simulation;
        this.load = load;
        this.speed = speed;
        this.pace = pace;
        this.updatedAt = simulation.nanos();
    }

    @Override
    public void arrive(Job job, long now) {
        inFlight++;
        advance(now);
        job.enter(this, now);
        job.started(now);
        long work = load.of(job, inFlight);
        shares.add(new Share(job, workDone + work, arrivals++));
        scheduleDeparture(now);
    }

    /** The next departure. */
    @Override
    public void fire(long now) {
        advance(now);
        departure = 0;
        Share leaving = shares.remove();
        workDone = leaving.leavesAt;
        leaving.job.worked(now);
        scheduleDeparture(now);
    }

    private void advance(long now) {
        workDone += pace.between(updatedAt, now) * speed();
        updatedAt = now;
    }

    private double speed() {
        return speed.applyAsDouble(Math.max(1, shares.size()));
    }

    private void scheduleDeparture(long now) {
        simulation.cancel(departure);
        Share next = shares.peek();
        if (next != null) {
            double left = Math.max(0, next.leavesAt - workDone) / speed();
            // What takes years at full speed takes more than there are when it is shared.
            departure = simulation.schedule(
                    pace.after(now, (long) Math.min(Math.ceil(left), Distribution.MAX_NANOS)), this);
        }
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        inFlight--;
    }

    @Override
    public int inFlight() {
        return inFlight;
    }

    @Override
    public String label() {
        return "departure";
    }
}
