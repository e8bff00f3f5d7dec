package io.goodput.cli.lab;

import io.goodput.config.problem.ConfigException;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.terminal.TimeConverter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an instrument runs a scenario: how often, how long, which variants, on how many threads. */
final class LabPlan {
    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Runs of each variant under each setting; overrides the scenario's.")
    private @Nullable Integer seeds;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Virtual time of each run, such as 300s; overrides the scenario's.")
    private @Nullable Duration length;

    @Option(
            names = "--variants",
            paramLabel = "NAME",
            split = ",",
            description = "Only these variants, separated by commas (default: all).")
    private List<String> variants = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the seeds (default: one for each core). The figures do not depend on it.")
    private @Nullable Integer threads;

    /** The scenario, to be run so. */
    Scenario of(Scenario scenario) {
        try {
            RunPlan written = scenario.plan();
            RunPlan plan = length == null ? written : written.withLength(length);
            int count = seeds == null ? plan.seeds() : seeds;
            Scenario planned = scenario.withPlan(new RunPlan(plan.length(), count, plan.firstSeed(), plan.settled()));
            return variants.isEmpty() ? planned : planned.withVariants(variants);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(scenario.name() + ": " + wrong.getMessage());
        }
    }

    int threads() {
        return LabOptions.threads(threads);
    }
}
