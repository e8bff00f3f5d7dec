package io.goodput.lab.model;

import io.goodput.Outcome;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.Event;

/** One attempt on its way: to the service, through it, and back. It is the event of each of its stages. */
final class Request implements Event {
    private enum Stage {
        GOING("arrive"),
        SERVED("served"),
        RETURNING("answer");

        private final String label;

        Stage(String label) {
            this.label = label;
        }
    }

    private final World world;
    private final Call call;
    private final int attempt;
    private Stage stage = Stage.GOING;
    private Outcome outcome = Outcome.SUCCESS;

    Request(World world, Call call, int attempt) {
        this.world = world;
        this.call = call;
        this.attempt = attempt;
    }

    void send() {
        world.simulation.after(world.networkDelay(), this);
    }

    /** The server works on it for that long. */
    void serve(long nanos) {
        stage = Stage.SERVED;
        world.simulation.after(nanos, this);
    }

    /** The server sends its answer, to a client that may no longer be waiting. */
    void answer(Outcome answer) {
        outcome = answer;
        stage = Stage.RETURNING;
        if (answer == Outcome.SUCCESS) {
            world.tally.served(world.simulation.nanos());
        }
        world.simulation.after(world.networkDelay(), this);
    }

    @Override
    public void fire(long now) {
        switch (stage) {
            case GOING -> world.server.arrive(this, now);
            case SERVED -> world.server.served(this, now);
            case RETURNING -> call.attemptEnded(attempt, outcome, RetryPolicy.NO_HINT);
        }
    }

    @Override
    public String label() {
        return stage.label;
    }
}
