package io.goodput.lab.model;

import io.goodput.CallContext;
import io.goodput.CallOptions;
import io.goodput.sim.Event;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import java.util.random.RandomGenerator;

/** A population of clients, each of which calls, waits for the end of the call, thinks, and calls again. */
final class ClosedClients implements Event {
    private final World world;
    private final ClosedPopulation population;
    private final Distribution think;
    private final RandomGenerator random;
    private final Client[] clients;

    ClosedClients(World world, ClosedPopulation population, Distribution think, RandomGenerator random) {
        this.world = world;
        this.population = population;
        this.think = think;
        this.random = random;
        this.clients = new Client[population.largest()];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = new Client(i);
        }
    }

    void start() {
        fire(0);
    }

    /** Wakes those who have become active; the others leave of themselves after their next answer. */
    @Override
    public void fire(long now) {
        int active = population.activeAt(now);
        for (int i = 0; i < active; i++) {
            clients[i].think();
        }
        long change = population.nextChange(now);
        if (change <= world.end) {
            world.simulation.schedule(change, this);
        }
    }

    @Override
    public String label() {
        return "population";
    }

    private final class Client implements Event, Caller {
        private final int number;
        private boolean busy;

        Client(int number) {
            this.number = number;
        }

        void think() {
            if (!busy) {
                busy = true;
                world.simulation.after(think.sample(random), this);
            }
        }

        @Override
        public void fire(long now) {
            if (number < population.activeAt(now)) {
                world.tally.offered(now);
                new Call(world, this).start(CallOptions.NONE, CallContext.NONE);
            } else {
                busy = false;
            }
        }

        @Override
        public void answered(long now) {
            busy = false;
            if (number < population.activeAt(now)) {
                think();
            }
        }

        @Override
        public String label() {
            return "call";
        }
    }
}
