package io.goodput.lab.world;

import io.goodput.Outcome;

/** Works on every request at once, for a time that is fixed on admission. */
final class UnlimitedServer implements Server {
    private final Load load;
    private int inFlight;

    UnlimitedServer(Load load) {
        this.load = load;
    }

    @Override
    public void arrive(Request request, long now) {
        inFlight++;
        request.enter(this, now);
        request.work(load.of(request, inFlight), now);
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
