package io.goodput.lab.run;

import io.goodput.config.GuardSettings;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.model.Tally;
import io.goodput.lab.model.World;
import io.goodput.lab.report.ClaimReport;
import io.goodput.lab.report.PolicyReport;
import io.goodput.lab.report.ScenarioReport;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Replications;
import io.goodput.sim.Span;
import io.goodput.sim.stat.BatchedLatencies;
import io.goodput.sim.stat.WindowedLatencies;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Every policy of a scenario, under every seed. */
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
        return scenario.policies().size() * scenario.plan().seeds();
    }

    /**
     * Runs all of it, and judges the claims.
     *
     * @param progress told how many runs are done, in order
     */
    public ScenarioReport run(IntConsumer progress) throws InterruptedException {
        return run(progress, true);
    }

    /** Replays one seed: what it shows is one run of many, so the claims are left open. */
    public ScenarioReport replay() throws InterruptedException {
        return run(_ -> {}, false);
    }

    private ScenarioReport run(IntConsumer progress, boolean judge) throws InterruptedException {
        long start = System.nanoTime();
        List<PolicyRuns> all = new ArrayList<>();
        for (var policy : scenario.policies().entrySet()) {
            int before = all.size() * scenario.plan().seeds();
            all.add(runPolicy(policy.getKey(), policy.getValue(), done -> progress.accept(before + done)));
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return report(all, seconds, judge);
    }

    private PolicyRuns runPolicy(String name, GuardSettings settings, IntConsumer progress)
            throws InterruptedException {
        RunPlan plan = scenario.plan();
        var latencies = new BatchedLatencies(plan.seeds());
        var latenciesOverTime =
                new WindowedLatencies(newTally().latenciesOverTime().windows());
        List<RunFigures> runs = replications.run(
                plan.seeds(),
                index -> {
                    Tally tally = newTally();
                    var world = new World(scenario.model(), settings.newGuard(name), plan.firstSeed() + index, tally);
                    world.run();
                    latencies.add(index, tally.latencies());
                    latenciesOverTime.merge(tally.latenciesOverTime());
                    return RunFigures.of(scenario, tally, world.simulation().events());
                },
                progress);
        return new PolicyRuns(name, plan.firstSeed(), !disturbances().isEmpty(), runs, latencies, latenciesOverTime);
    }

    private Tally newTally() {
        RunPlan plan = scenario.plan();
        return new Tally(plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
    }

    private ScenarioReport report(List<PolicyRuns> all, double seconds, boolean judge) {
        RunPlan plan = scenario.plan();
        long events = all.stream().mapToLong(PolicyRuns::events).sum();
        List<PolicyReport> policies = all.stream().map(PolicyRuns::report).toList();
        return new ScenarioReport(
                scenario.name(),
                scenario.about(),
                scenario.source(),
                command,
                plan.firstSeed(),
                plan.seeds(),
                plan.length().toNanos() / NANOS_PER_SECOND,
                seconds(plan.settledSpan()),
                disturbances().stream().map(Experiment::seconds).toList(),
                events,
                events / seconds,
                policies,
                claims(policies, judge));
    }

    private List<ClaimReport> claims(List<PolicyReport> policies, boolean judge) {
        List<ClaimReport> reports = new ArrayList<>();
        for (Claim claim : scenario.claims()) {
            reports.add(judge ? claim.judge(policies) : claim.leaveOpen(policies));
        }
        return reports;
    }

    private List<Span> disturbances() {
        return scenario.model().workload().disturbances();
    }

    private static ScenarioReport.Span seconds(Span span) {
        return new ScenarioReport.Span(span.from() / NANOS_PER_SECOND, span.to() / NANOS_PER_SECOND);
    }
}
