package io.goodput.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long is measured.
 *
 * @param threads that each benchmark is run with, one number after the other
 * @param forks new JVMs for each benchmark
 * @param warmups in each of them, before what counts
 * @param iterations in each of them that count
 * @param millis length of a warm-up and of an iteration
 * @param wholeForks new JVMs for what is run once in each
 */
record Thoroughness(List<Integer> threads, int forks, int warmups, int iterations, long millis, int wholeForks) {
    private static final Thoroughness FULL = new Thoroughness(oneAndAll(), 2, 3, 4, 200, 3);
    private static final Thoroughness QUICK = new Thoroughness(List.of(1), 1, 1, 2, 100, 1);

    /** What a JVM takes to start and to end, and what a whole scenario takes in one; about. */
    private static final long START_MILLIS = 800;

    private static final long WHOLE_MILLIS = 8_000;

    static Thoroughness of(RunArguments request) {
        return request.quick() ? QUICK : FULL;
    }

    private static List<Integer> oneAndAll() {
        return IntStream.of(1, Runtime.getRuntime().availableProcessors())
                .distinct()
                .boxed()
                .toList();
    }

    ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
        return options.forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis));
    }

    /** How long so many benchmarks take on a quiet machine, where each is run with each number of threads. */
    Duration estimate(int benchmarks, int wholes) {
        long each = forks * (START_MILLIS + (warmups + iterations) * millis) * threads.size();
        long whole = wholeForks * WHOLE_MILLIS;
        return Duration.ofMillis(benchmarks * each + wholes * whole);
    }

    @Override
    public String toString() {
        return "forks: %d, in each of them %d × %d ms of warm-up and %d × %d ms of measurement"
                .formatted(forks, warmups, millis, iterations, millis);
    }
}
