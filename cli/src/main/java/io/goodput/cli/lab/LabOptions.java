package io.goodput.cli.lab;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.Durations;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.Sweep;
import io.goodput.lab.sweep.SweepFigures;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.TimeConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a scenario is run, whichever it is, and what the exit status of that says. */
@Command(
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every claim holds (or, with --seed, none was judged)",
            "1:a claim does not hold",
            "2:bad input",
            "70:an internal error; --stacktrace shows where",
            "74:a report could not be written",
            "130:interrupted; no half-written report is left"
        })
final class LabOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup
    private @Nullable Seeds seeds;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Virtual time of each run, such as 300s; overrides the scenario's.")
    private @Nullable Duration length;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the seeds (default: one for each core). The figures do not depend on it.")
    private @Nullable Integer threads;

    @Mixin
    private LabOutput output;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabOptions() {}

    /** All seeds, or one. */
    private static final class Seeds {
        @Option(names = "--seeds", paramLabel = "N", description = "Runs of each variant; overrides the scenario's.")
        private @Nullable Integer count;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Replays this one seed. One run says nothing about all, so claims are not judged.")
        private @Nullable Long only;
    }

    /** The exit status. */
    int run(Scenario scenario, String command) throws Exception {
        output.refuseUnwritable(spec);
        Scenario planned = planned(scenario);
        String again = length == null ? command : command + " --for " + Durations.format(length);
        var experiment = new Experiment(planned, again, threads());
        ScenarioResult report = isReplay() ? experiment.replay() : runWithProgress(experiment, planned.name());
        output.write(rendering(planned.sweep(), report), spec.commandLine().getOut());
        boolean failed = report.claims().stream().anyMatch(claim -> claim.verdict() == Verdict.FAILS);
        return failed ? ExitStatus.CLAIM_FAILED : ExitStatus.OK;
    }

    /** One run says nothing about a curve, so its replay is shown over time like any other. */
    private Rendering rendering(@Nullable Sweep sweep, ScenarioResult report) {
        return sweep == null || isReplay()
                ? new Rendering.OfScenario(report)
                : new Rendering.OfSweep(SweepFigures.of(sweep, report));
    }

    private static ScenarioResult runWithProgress(Experiment experiment, String name) throws InterruptedException {
        try (Progress progress = Progress.of(name, experiment.runs(), " runs")) {
            return experiment.run(progress::done);
        }
    }

    private boolean isReplay() {
        return seeds != null && seeds.only != null;
    }

    private int threads() {
        return threads(threads);
    }

    static int threads(@Nullable Integer threads) {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1 || wanted > 1_024) {
            throw new ConfigException("--threads: " + wanted + " (expected: 1 to 1024)");
        }
        return wanted;
    }

    /** The scenario may find the plan to be too much, though each option is in its bounds. */
    private Scenario planned(Scenario scenario) {
        RunPlan plan = plan(scenario.plan());
        try {
            return scenario.withPlan(plan);
        } catch (IllegalArgumentException tooMuch) {
            throw new ConfigException(scenario.name() + ": " + tooMuch.getMessage());
        }
    }

    private RunPlan plan(RunPlan written) {
        try {
            RunPlan plan = length == null ? written : written.withLength(length);
            int count = seeds == null || seeds.count == null ? plan.seeds() : seeds.count;
            if (isReplay() && seeds != null && seeds.only != null) {
                return new RunPlan(plan.length(), 1, seeds.only, plan.settled());
            }
            return new RunPlan(plan.length(), count, plan.firstSeed(), plan.settled());
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--" + wrong.getMessage());
        }
    }
}
