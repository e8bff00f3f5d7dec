package io.goodput.bench;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long is measured.
 *
 * @param forks new JVMs for each benchmark
 * @param warmups in each of them, before what counts
 * @param iterations in each of them that count
 * @param millis length of a warm-up and of an iteration
 */
record Effort(int forks, int warmups, int iterations, long millis) {
    private static final Effort FULL = new Effort(2, 3, 5, 400);
    private static final Effort QUICK = new Effort(1, 1, 2, 200);

    static Effort of(Request request) {
        return request.quick() ? QUICK : FULL;
    }

    ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
        return options.forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis));
    }

    @Override
    public String toString() {
        return "forks: %d, in each of them %d × %d ms of warm-up and %d × %d ms of measurement"
                .formatted(forks, warmups, millis, iterations, millis);
    }
}
