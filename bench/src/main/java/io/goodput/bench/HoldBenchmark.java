package io.goodput.bench;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The engine alone, by the hold model (Jones, "An empirical comparison of priority-queue and event-set
 * implementations", CACM 29, 1986): so many events are pending, the first one fires, and schedules itself again after
 * an exponential delay. The delays are drawn beforehand.
 */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-XX:+UseParallelGC")
public class HoldBenchmark {
    private static final int DELAYS = 1 << 16;
    private static final double MEAN_NANOS = 1e9;

    @Param({"100", "10000"})
    int pending;

    private final Simulation simulation = new Simulation();
    private final long[] delays = new long[DELAYS];
    private int drawn;

    @Setup
    public void fill() {
        var random = new Streams(1).stream("delays");
        for (int i = 0; i < DELAYS; i++) {
            delays[i] = Math.round(MEAN_NANOS * random.nextExponential());
        }
        for (int i = 0; i < pending; i++) {
            simulation.after(nextDelay(), new Held());
        }
    }

    @Benchmark
    public boolean hold() {
        return simulation.step();
    }

    private long nextDelay() {
        return delays[drawn++ & (DELAYS - 1)];
    }

    private final class Held implements Event {
        @Override
        public void fire(long now) {
            simulation.after(nextDelay(), this);
        }
    }
}
