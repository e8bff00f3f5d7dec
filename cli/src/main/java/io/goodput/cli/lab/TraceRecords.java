package io.goodput.cli.lab;

import io.goodput.config.problem.ConfigException;
import io.goodput.lab.model.Model;
import io.goodput.lab.records.RecordedRun;
import io.goodput.lab.records.RecordsPlan;
import io.goodput.lab.records.RecordsSummary;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.world.Tally;
import io.goodput.terminal.Progress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Writes a run as records of telemetry. */
record TraceRecords(CommandSpec spec, RecordsPlan records) {
    private static final int STEPS = 1_000;

    /** Said before the work, not after it: records of another run would be counted with those of this one. */
    void refuseFolder() throws IOException {
        Path folder = records.folder();
        Path parent = folder.toAbsolutePath().getParent();
        boolean isNew = !Files.exists(folder) && parent != null && Files.isWritable(parent);
        if (!isNew && !isEmpty(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--records: " + folder + " cannot be written (expected: an empty folder, or a new one in a folder"
                            + " that exists)");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return false;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        }
    }

    void write(Model model, RunPlan plan) throws IOException {
        RecordedRun run = run(model, plan);
        long length = plan.length().toNanos();
        RecordsSummary summary;
        try (Progress progress = Progress.of("records", STEPS, " ‰")) {
            summary = run.run(now -> progress.done((int) (STEPS * ((double) now / length))));
        }
        spec.commandLine().getOut().println(records.folder() + ": " + words(summary));
    }

    private RecordedRun run(Model model, RunPlan plan) {
        var tally = new Tally(model, plan.length().toNanos(), plan.windowNanos(), plan.settledSpan());
        try {
            return new RecordedRun(model, plan.firstSeed(), tally, records);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--records: " + wrong.getMessage());
        }
    }

    private String words(RecordsSummary summary) {
        String all = String.format(
                Locale.ROOT,
                "%d records of %d processes, %s to %s",
                summary.written(),
                summary.processes(),
                RecordedRun.START.plusNanos(records.span().from()),
                RecordedRun.START.plusNanos(summary.until()));
        return all
                + (summary.sampledOut() > 0 ? ", " + summary.sampledOut() + " left out by sampling" : "")
                + (summary.dropped() > 0 ? ", " + summary.dropped() + " lost" : "")
                + (summary.full() ? ", where --limit ended it" : "");
    }
}
