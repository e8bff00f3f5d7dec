package io.goodput.cli.lab;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab run}: a scenario of the user's own. */
@Command(name = "run", description = "Runs a scenario of your own.")
final class LabRun implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Parameters(paramLabel = "FILE", description = "A scenario in YAML; docs/lab/scenarios.md says what it may hold.")
    private Path file;

    @Mixin
    private LabOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabRun() {}

    @Override
    public Integer call() throws Exception {
        lab.refuseWhatComesBefore("run", spec);
        String name = file.toString();
        if (!Files.exists(file) && Catalogue.names().contains(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    name + ": no such file; the scenario of that name comes with the lab: goodput lab " + name);
        }
        return options.run(ScenarioReader.read(file), "./goodput lab run " + quoted(file.toString()));
    }

    /** As a shell reads it. */
    static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
