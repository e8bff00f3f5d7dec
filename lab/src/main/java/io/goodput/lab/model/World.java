package io.goodput.lab.model;

import io.goodput.Guard;
import io.goodput.GuardBuilder;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import java.util.random.RandomGenerator;

/**
 * One run: one model, one policy, one seed.
 *
 * <p>Every component draws from a stream of its own name, so that the policies of a scenario meet the same arrivals.
 */
public final class World {
    final Simulation simulation = new Simulation();
    final Guard guard;
    final Server server;
    final Tally tally;
    final long end;

    private final Distribution network;
    private final RandomGenerator networkRandom;

    /**
     * A world at time 0.
     *
     * @param guard a new one, whose randomness is given here
     * @param tally of the length of the run
     */
    public World(Model model, GuardBuilder guard, long seed, Tally tally) {
        Streams streams = new Streams(seed);
        this.guard = guard.random(streams.stream("backoff")).build();
        this.network = model.network();
        this.networkRandom = streams.stream("network");
        this.server = server(model.service(), streams.stream("service"));
        this.tally = tally;
        this.end = tally.runNanos();
        populate(model.workload(), streams);
        observeEveryWindow();
    }

    private Server server(Service service, RandomGenerator random) {
        return switch (service.capacity()) {
            case Service.Unlimited() -> new UnlimitedServer(service.latency(), random);
            case Service.Slots slots -> new SlotServer(service.latency(), slots, random);
            case Service.Sharing sharing -> new SharingServer(simulation, service.latency(), sharing, random);
        };
    }

    private void populate(Workload workload, Streams streams) {
        switch (workload) {
            case Workload.Open open -> new OpenClients(this, arrivals(open, streams)).start();
            case Workload.Closed closed ->
                new ClosedClients(this, closed.clients(), closed.think(), streams.stream("think")).start();
        }
    }

    private static Arrivals arrivals(Workload.Open open, Streams streams) {
        return open.poisson()
                ? Arrivals.poisson(open.rate(), streams.stream("arrivals"))
                : Arrivals.constant(open.rate());
    }

    private void observeEveryWindow() {
        long window = tally.windows().nanos();
        Event observe = new Event() {
            @Override
            public void fire(long now) {
                tally.observed(server.inFlight(), now);
                if (now < end) {
                    simulation.after(Math.min(window, end - now), this);
                }
            }

            @Override
            public String label() {
                return "observe";
            }
        };
        simulation.after(Math.min(window, end), observe);
    }

    /** Lets all of the time pass. What is under way at the end stays uncounted. */
    public Tally run() {
        simulation.runUntil(end);
        return tally;
    }

    /** The time line, to step through or compare. */
    public Simulation simulation() {
        return simulation;
    }

    long networkDelay() {
        return network.sample(networkRandom);
    }
}
