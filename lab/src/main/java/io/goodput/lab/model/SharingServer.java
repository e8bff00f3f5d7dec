package io.goodput.lab.model;

import io.goodput.Outcome;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.random.Distribution;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Egalitarian processor sharing: with n requests on c cores each proceeds at {@code min(1, c/n)} of full speed.
 *
 * <p>Kept as one number, the work that a request would have had done if it had been here from the start. A request
 * leaves when that number has grown by its own work, so only the next departure needs a timer, however many share.
 */
final class SharingServer implements Server, Event {
    private record Share(Request request, double leavesAt, long sequence) {}

    private final Simulation simulation;
    private final Latency latency;
    private final int cores;
    private final RandomGenerator random;
    private final PriorityQueue<Share> shares =
            new PriorityQueue<>(Comparator.comparingDouble(Share::leavesAt).thenComparingLong(Share::sequence));
    private double workDone;
    private long updatedAt;
    private long arrivals;
    private long departure;

    SharingServer(Simulation simulation, Latency latency, Service.Sharing sharing, RandomGenerator random) {
        this.simulation = simulation;
        this.latency = latency;
        this.cores = sharing.cores();
        this.random = random;
    }

    @Override
    public void arrive(Request request, long now) {
        advance(now);
        long work = latency.sample(shares.size() + 1, random);
        shares.add(new Share(request, workDone + work, arrivals++));
        scheduleDeparture(now);
    }

    /** The next departure. */
    @Override
    public void fire(long now) {
        advance(now);
        departure = 0;
        Share leaving = shares.remove();
        workDone = leaving.leavesAt;
        leaving.request.answer(Outcome.SUCCESS);
        scheduleDeparture(now);
    }

    private void advance(long now) {
        workDone += (now - updatedAt) * speed();
        updatedAt = now;
    }

    private double speed() {
        return shares.size() <= cores ? 1 : (double) cores / shares.size();
    }

    private void scheduleDeparture(long now) {
        simulation.cancel(departure);
        Share next = shares.peek();
        if (next != null) {
            double left = Math.max(0, next.leavesAt - workDone) / speed();
            // What takes years at full speed takes more than there are when it is shared.
            departure = simulation.schedule(now + (long) Math.min(Math.ceil(left), Distribution.MAX_NANOS), this);
        }
    }

    @Override
    public void served(Request request, long now) {
        throw new IllegalStateException("a shared processor times its requests itself");
    }

    @Override
    public int inFlight() {
        return shares.size();
    }

    @Override
    public String label() {
        return "departure";
    }
}
