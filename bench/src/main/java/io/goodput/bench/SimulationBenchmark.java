package io.goodput.bench;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import java.util.Objects;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Runs of the lab's scenario {@code retry-storm}, 200 s of virtual time each, one seed after the other, with the guards
 * of an application deciding in it. What is told is the time of an event, and not that of a run.
 */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-XX:+UseParallelGC")
public class SimulationBenchmark {
    @Param({"none", "three-attempts", "budget"})
    String policy = "none";

    private final Scenario scenario = Objects.requireNonNull(Catalogue.find("retry-storm"));
    private long seed;

    /** JMH divides the time by it. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Fired {
        public long events;
    }

    @Benchmark
    public Tally retryStorm(Fired fired) {
        var plan = scenario.plan();
        var model = Objects.requireNonNull(scenario.variants().get(policy));
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        var world = new World(model, seed++ % plan.seeds(), tally);
        world.run();
        fired.events += world.simulation().events();
        return tally;
    }
}
