package io.goodput.cli.lab;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.terminal.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab show}: the file of a scenario, to start one's own from. */
@Command(
        name = "show",
        description = "Prints a scenario that comes with the lab, to start your own from.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:bad input", "74:it could not be written"})
final class LabShow implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Parameters(paramLabel = "NAME", description = "A scenario that comes with the lab.")
    private String name;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabShow() {}

    @Override
    public Integer call() {
        lab.refuseWhatComesBefore("show", spec);
        Scenario scenario = Catalogue.find(name);
        if (scenario == null) {
            throw new ParameterException(
                    spec.commandLine(), "Unknown scenario: '" + name + "'" + LabCommand.hint(name));
        }
        spec.commandLine().getOut().print(scenario.source());
        return ExitStatus.OK;
    }
}
