package io.goodput.load.run;

import io.goodput.load.RequestOutcome;
import io.goodput.load.http.AnswerListener;
import io.goodput.sim.Simulation;
import java.util.function.LongUnaryOperator;

/** A loop and a service under virtual time: an answer comes when its law says, and nothing waits for real. */
final class SimulatedLoop implements Transmitter {
    private final Simulation simulation = new Simulation();
    private final LongUnaryOperator answeredAt;
    private RequestOutcome answer = RequestOutcome.GOOD;
    private long wakesLate;
    private int received;
    private int inFlight;
    private int peak;

    /** A service that answers a request sent at some instant at the instant that the law says. */
    SimulatedLoop(LongUnaryOperator answeredAt) {
        this.answeredAt = answeredAt;
    }

    /** Its answers are not good. */
    SimulatedLoop answering(RequestOutcome other) {
        answer = other;
        return this;
    }

    /** The loop wakes so much later than it wanted to. */
    SimulatedLoop wakingLate(long nanos) {
        wakesLate = nanos;
        return this;
    }

    Simulation simulation() {
        return simulation;
    }

    int received() {
        return received;
    }

    /** The most requests that were in flight at a time. */
    int peak() {
        return peak;
    }

    @Override
    public void transmit(int classIndex, int targetIndex, long now, long remainingMillis, AnswerListener listener) {
        received++;
        inFlight++;
        peak = Math.max(peak, inFlight);
        simulation.schedule(answeredAt.applyAsLong(now), _ -> {
            inFlight--;
            listener.ended(answer, answer == RequestOutcome.GOOD ? 200 : 503, 10);
        });
    }

    /** Runs a load to its end. */
    <L extends LoopLoad> L run(L load) {
        ask(load);
        while (simulation.step()) {
            // Until nothing is left to happen.
        }
        return load;
    }

    private void ask(LoopLoad load) {
        long next = load.advance();
        if (next != LoopLoad.NEVER) {
            simulation.schedule(Math.max(next, simulation.nanos()) + wakesLate, _ -> ask(load));
        }
    }
}
