package io.goodput.lab.model;

import io.goodput.Outcome;
import java.util.random.RandomGenerator;

/** Works on every request at once, for a time that is fixed on admission. */
final class UnlimitedServer implements Server {
    private final Latency latency;
    private final RandomGenerator random;
    private int inFlight;

    UnlimitedServer(Latency latency, RandomGenerator random) {
        this.latency = latency;
        this.random = random;
    }

    @Override
    public void arrive(Request request, long now) {
        inFlight++;
        request.serve(latency.sample(inFlight, random));
    }

    @Override
    public void served(Request request, long now) {
        inFlight--;
        request.answer(Outcome.SUCCESS);
    }

    @Override
    public int inFlight() {
        return inFlight;
    }
}
