package io.goodput.cli.logs;

import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code goodput logs}: asks the records of telemetry. */
@Command(
        name = "logs",
        description = {
            "Asks the records that telemetry writes: what happened to one request, and to all of them.",
            "",
            "docs/telemetry says what is in them."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LogsMap.class, LogsServe.class, LogsTrace.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:nothing was found", "2:bad input", "74:it could not be written"})
public final class Logs implements Subcommand {
    @Spec
    private CommandSpec spec;

    /** Only picocli fills in the specification, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public Logs() {}

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitStatus.OK;
    }
}
