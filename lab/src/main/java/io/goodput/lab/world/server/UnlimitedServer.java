package io.goodput.lab.world.server;

import io.goodput.Outcome;

/** Works on every job at once, for a time that is fixed on admission. */
final class UnlimitedServer implements Server {
    private final Load load;
    private int inFlight;

    UnlimitedServer(Load load) {
        this.load = load;
    }

    @Override
    public void arrive(Job job, long now) {
        inFlight++;
        job.enter(this, now);
        job.work(load.of(job, inFlight), now);
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        inFlight--;
    }

    @Override
    public int inFlight() {
        return inFlight;
    }
}
