package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.sim.Event;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import java.util.random.RandomGenerator;

/** A population of clients, each of which calls, waits for the end of the call, thinks, and calls again. */
final class ClosedClients implements Event {
    private final Crowd crowd;
    private final World world;
    private final ClosedPopulation population;
    private final Distribution think;
    private final RandomGenerator random;
    private final Client[] clients;

    ClosedClients(Crowd crowd, ClosedPopulation population, Distribution think, RandomGenerator random) {
        this.crowd = crowd;
        this.world = crowd.world;
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
                crowd.call(number, this, now);
            } else {
                busy = false;
            }
        }

        @Override
        public void answered(Outcome outcome, long now) {
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
