package io.goodput.bench;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The whole of the lab's scenario {@code retry-storm}, each of its variants under each of its seeds, on every core,
 * once in a new JVM: what {@code ./goodput lab retry-storm} takes, but for the start of the JVM and the drawing.
 */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "-XX:+UseParallelGC")
public class ScenarioBenchmark {
    @Param("200")
    int seeds;

    private final Scenario scenario = Objects.requireNonNull(Catalogue.find("retry-storm"));

    @Benchmark
    public ScenarioResult retryStorm() throws InterruptedException {
        var plan = scenario.plan();
        var again = new RunPlan(plan.length(), seeds, plan.firstSeed(), plan.settled());
        var cores = Runtime.getRuntime().availableProcessors();
        return new Experiment(scenario.withPlan(again), "bench/run Scenario", cores).run(_ -> {});
    }
}
