package io.goodput.telemetry;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Numbers of traces and spans: quick, and different in each process, even in those of a fleet that start in the same
 * instant.
 */
final class ProcessRandom implements RandomGenerator {
    private final long salt = new SecureRandom().nextLong();

    @Override
    public long nextLong() {
        return ThreadLocalRandom.current().nextLong() ^ salt;
    }
}
