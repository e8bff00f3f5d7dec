package io.goodput.lab.world.server;

import io.goodput.Outcome;

/**
 * One row that all requests read, and write if nobody else has written it since: a job reads when its work begins and
 * writes when it is done, and fails if another one has written between.
 */
final class OptimisticServer implements Server {
    private static final long NEVER = -1;

    private final Load load;
    private long writtenAt = NEVER;
    private int inFlight;

    OptimisticServer(Load load) {
        this.load = load;
    }

    @Override
    public void arrive(Job job, long now) {
        inFlight++;
        job.enter(this, now);
        job.work(load.of(job, inFlight), now);
    }

    @Override
    public boolean commits(Job job, long now) {
        if (writtenAt > job.startedAt()) {
            return false;
        }
        writtenAt = now;
        return true;
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
