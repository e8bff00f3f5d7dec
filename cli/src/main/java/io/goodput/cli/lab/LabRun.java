package io.goodput.cli.lab;

import io.goodput.config.problem.CheckedFile;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.lint.Level;
import io.goodput.terminal.Complaints;
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
        return options.run(warned(), "./goodput lab run " + quoted(file.toString()));
    }

    /** The scenario, after a word on what is dangerous in it; notes are for {@code goodput lab check}. */
    private Scenario warned() {
        CheckedFile<Scenario> checked = ScenarioReader.check(file);
        checked.findings().stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .forEach(finding -> Complaints.say(spec.commandLine(), finding.text()));
        Scenario scenario = checked.value();
        // Read again, it is refused with all that is wrong.
        return scenario == null ? ScenarioReader.read(file) : scenario;
    }

    /** As a shell reads it. */
    static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
