package io.goodput.cli;

import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code goodput lab run}: a scenario of the user's own. */
@Command(name = "run", description = "Runs a scenario of your own.")
final class LabRun implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A scenario in YAML; docs/lab/scenarios.md says what it may hold.")
    private Path file;

    @Mixin
    private LabOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabRun() {}

    @Override
    public Integer call() throws Exception {
        return options.run(ScenarioReader.read(file), "./goodput lab run " + quoted(file.toString()));
    }

    /** As a shell reads it. */
    private static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
