package io.goodput.cli.lab;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.Durations;
import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.trace.TraceFilter;
import io.goodput.sim.Span;
import io.goodput.terminal.TimeConverter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a run is of interest. */
final class TraceOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "0s",
            description = "Start of the stretch, such as 20s (default: ${DEFAULT-VALUE}).")
    private Duration from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "End of the stretch (default: that of the run).")
    private @Nullable Duration to;

    @Option(names = "--call", paramLabel = "N", description = "Only this call of a population, counted from 1.")
    private @Nullable Long call;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            split = ",",
            description = "Only what comes from or goes to these populations, processes, services or endpoints.")
    private List<String> parts = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description =
                    "Only these kinds: begins, ends, down, up, called, sent, arrived, started, answered, returned,"
                            + " lost, abandoned, ended, finished.")
    private List<String> kinds = List.of();

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    TraceOptions() {}

    /** Refuses to follow less than all that happens in the stretch. */
    void refuseFilters(String form) {
        if (call != null || !parts.isEmpty() || !kinds.isEmpty()) {
            String option = call != null ? "--call" : parts.isEmpty() ? "--kind" : "--part";
            throw new ConfigException(option + ": with " + form + " (expected: neither --call nor --part nor --kind)");
        }
    }

    TraceFilter filter(Model model, RunPlan plan) {
        // What happens at the very end of the run is in it.
        long end = to == null ? plan.length().toNanos() + 1 : to.toNanos();
        if (to != null && to.compareTo(plan.length()) > 0) {
            throw new ConfigException("--to: " + Durations.format(to) + " (expected: at most "
                    + Durations.format(plan.length()) + ", the length of the run)");
        }
        if (from.toNanos() >= end) {
            throw new ConfigException("--from: " + Durations.format(from) + " (expected: before the end at "
                    + Durations.format(to == null ? plan.length() : to) + ")");
        }
        if (call != null && call < 1) {
            throw new ConfigException("--call: " + call + " (expected: a number from 1)");
        }
        try {
            return TraceFilter.of(model, new Span(from.toNanos(), end), call == null ? 0 : call, parts, kinds);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--" + wrong.getMessage());
        }
    }
}
