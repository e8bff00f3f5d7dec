package io.goodput.bench;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import java.util.Objects;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Runs of variants of the lab's scenarios, of one service and of several tiers, one seed after the other, with the
 * guards of an application deciding in them. What is told is the time of an event, and not that of a run.
 */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-XX:+UseParallelGC")
public class SimulationBenchmark {
    /** A scenario, and one of its variants. */
    @Param({
        "retry-storm/none",
        "retry-storm/three-attempts",
        "retry-storm/budget",
        "retry-layers/every-layer",
        "retry-layers/budgets"
    })
    String variant = "retry-storm/none";

    private RunPlan plan;
    private Model model;
    private long seed;

    /** JMH fills in the variant, then asks for this. */
    @SuppressWarnings("NullAway.Init")
    public SimulationBenchmark() {}

    @Setup
    public void load() {
        String[] names = variant.split("/", 2);
        Scenario scenario = Objects.requireNonNull(Catalogue.find(names[0]));
        plan = scenario.plan();
        model = Objects.requireNonNull(scenario.variants().get(names[1]));
    }

    /** JMH divides the time by it. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Fired {
        public long events;
    }

    @Benchmark
    public Tally run(Fired fired) {
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        var world = new World(model, seed++ % plan.seeds(), tally);
        world.run();
        fired.events += world.simulation().events();
        return tally;
    }
}
