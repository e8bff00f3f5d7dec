package io.goodput.lab.world;

import io.goodput.Outcome;

/**
 * One row that all requests read, and write if nobody else has written it since: a request reads when its work begins
 * and writes when it is done, and fails if another one has written between.
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
    public void arrive(Request request, long now) {
        inFlight++;
        request.enter(this, now);
        request.work(load.of(request, inFlight), now);
    }

    @Override
    public boolean commits(Request request, long now) {
        if (writtenAt > request.startedAt()) {
            return false;
        }
        writtenAt = now;
        return true;
    }

    @Override
    public void left(Request request, Outcome outcome, long now) {
        inFlight--;
    }

    @Override
    public int inFlight() {
        return inFlight;
    }
}
