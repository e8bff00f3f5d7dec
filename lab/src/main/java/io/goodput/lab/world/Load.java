package io.goodput.lab.world;

import io.goodput.sim.random.Distribution;
import java.util.random.RandomGenerator;

/** How much work a request is. */
final class Load {
    private final RandomGenerator random;

    Load(RandomGenerator random) {
        this.random = random;
    }

    /** Nanoseconds at full speed, beside so many in flight, itself included. */
    long of(Request request, int inFlight) {
        long work = request.call.operation.latency().sample(inFlight, random);
        double factor = request.call.origin.work();
        return request.handshake + (factor == 1 ? work : (long) Math.min(work * factor, Distribution.MAX_NANOS));
    }
}
