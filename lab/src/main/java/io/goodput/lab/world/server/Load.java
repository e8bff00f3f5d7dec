package io.goodput.lab.world.server;

import io.goodput.sim.random.Distribution;
import java.util.random.RandomGenerator;

/** How much work a job is. */
public final class Load {
    private final RandomGenerator random;

    /** As chance has it. */
    public Load(RandomGenerator random) {
        this.random = random;
    }

    /** Nanoseconds at full speed, beside so many in flight, itself included. */
    long of(Job job, int inFlight) {
        long work = job.latency().sample(inFlight, random);
        double factor = job.factor();
        return job.handshake() + (factor == 1 ? work : (long) Math.min(work * factor, Distribution.MAX_NANOS));
    }
}
