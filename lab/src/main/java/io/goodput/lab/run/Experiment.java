package io.goodput.lab.run;

import io.goodput.lab.claim.Claim;
import io.goodput.lab.model.Model;
import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.ScenarioResult.Disturbed;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.world.Tally;
import io.goodput.lab.world.World;
import io.goodput.sim.ReplicationException;
import io.goodput.sim.Replications;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Every variant of a scenario, under every seed. */
public final class Experiment {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scenario scenario;
    private final String command;
    private final Replications replications;

    /**
     * An experiment that has not been run.
     *
     * @param command the command line that runs it, for the report
     * @param threads that share the seeds; the figures do not depend on it
     */
    public Experiment(Scenario scenario, String command, int threads) {
        this.scenario = scenario;
        this.command = command;
        this.replications = new Replications(threads);
    }

    /** How many runs there are in all. */
    public int runs() {
        return scenario.variants().size() * scenario.plan().seeds();
    }

    /**
     * Runs all of it, and judges the claims.
     *
     * @param progress told how many runs are done, in order
     */
    public ScenarioResult run(IntConsumer progress) throws InterruptedException {
        return run(progress, true);
    }

    /** Replays one seed: what it shows is one run of many, so the claims are left open. */
    public ScenarioResult replay() throws InterruptedException {
        return run(_ -> {}, false);
    }

    private ScenarioResult run(IntConsumer progress, boolean judge) throws InterruptedException {
        long start = System.nanoTime();
        List<VariantResult> variants = new ArrayList<>();
        long events = 0;
        // One variant's runs at a time: those of 50 variants under 10,000 seeds would not fit into memory.
        for (var variant : scenario.variants().entrySet()) {
            int before = variants.size() * scenario.plan().seeds();
            VariantRuns runs = runVariant(variant.getKey(), variant.getValue(), done -> progress.accept(before + done));
            variants.add(runs.report());
            events += runs.events();
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return report(variants, events, seconds, judge);
    }

    private VariantRuns runVariant(String name, Model model, IntConsumer progress) throws InterruptedException {
        RunPlan plan = scenario.plan();
        var measures = Measures.of(scenario, name, model);
        var latencies = new VariantLatencies(plan.seeds(), newTally(model), model);
        var parts =
                new PartsOverTime(newTally(model), model, scenario.variants().size());
        try {
            List<RunFigures> runs = replications.run(
                    plan.seeds(), index -> runOnce(model, measures, index, latencies, parts), progress);
            boolean seesRecovery = plan.seesRecoveryFrom(model.disturbances());
            return new VariantRuns(name, plan.firstSeed(), seesRecovery, measures, runs, latencies, parts);
        } catch (ReplicationException failed) {
            throw new IllegalStateException(
                    name + " failed under seed " + (plan.firstSeed() + failed.seed()) + ": " + failed.getCause(),
                    failed.getCause());
        }
    }

    private RunFigures runOnce(
            Model model, Measures measures, int index, VariantLatencies latencies, PartsOverTime parts) {
        Tally tally = newTally(model);
        measures.askFor(tally);
        var world = new World(model, scenario.plan().firstSeed() + index, tally);
        world.run();
        latencies.add(index, tally);
        parts.add(tally);
        return RunFigures.of(
                model, scenario.plan(), tally, measures, world.simulation().events());
    }

    private Tally newTally(Model model) {
        RunPlan plan = scenario.plan();
        return new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
    }

    private ScenarioResult report(List<VariantResult> variants, long events, double seconds, boolean judge) {
        RunPlan plan = scenario.plan();
        return new ScenarioResult(
                scenario.name(),
                scenario.about(),
                scenario.source(),
                command,
                plan.firstSeed(),
                plan.seeds(),
                plan.length().toNanos() / NANOS_PER_SECOND,
                seconds(plan.settledSpan()),
                disturbances(),
                events,
                events / seconds,
                variants,
                claims(variants, judge));
    }

    /** When any of the variants departs from its base; the same in several of them is one. */
    private List<Disturbed> disturbances() {
        return scenario.variants().values().stream()
                .flatMap(model -> Stream.concat(
                        model.populations().stream()
                                .flatMap(population -> population.workload().disturbances().stream())
                                .map(span -> disturbed(span, "")),
                        model.faults().stream().map(fault -> disturbed(fault.span(), fault.kind()))))
                .distinct()
                .sorted(Comparator.comparingDouble(Disturbed::from)
                        .thenComparingDouble(Disturbed::to)
                        .thenComparing(Disturbed::fault))
                .toList();
    }

    private static Disturbed disturbed(Span span, String fault) {
        return new Disturbed(span.from() / NANOS_PER_SECOND, span.to() / NANOS_PER_SECOND, fault);
    }

    private List<ClaimResult> claims(List<VariantResult> variants, boolean judge) {
        List<ClaimResult> reports = new ArrayList<>();
        for (Claim claim : scenario.claims()) {
            reports.add(judge ? claim.judge(variants) : claim.leaveOpen(variants));
        }
        return reports;
    }

    private static ScenarioResult.Span seconds(Span span) {
        return new ScenarioResult.Span(span.from() / NANOS_PER_SECOND, span.to() / NANOS_PER_SECOND);
    }
}
