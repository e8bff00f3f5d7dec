package io.goodput.cli.logs;

import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code goodput logs}: the records of telemetry, asked. */
@Command(
        name = "logs",
        description = {
            "Asks questions of the records that telemetry writes.",
            "",
            "docs/telemetry/logs.md has a question for each occasion, docs/telemetry/records.md what a record says."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LogsConcurrency.class,
            LogsContributors.class,
            LogsCost.class,
            LogsDependencies.class,
            LogsDiff.class,
            LogsDrops.class,
            LogsErrors.class,
            LogsMap.class,
            LogsQuery.class,
            LogsSchema.class,
            LogsServe.class,
            LogsSlow.class,
            LogsTail.class,
            LogsTop.class,
            LogsTrace.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:nothing was found",
            "2:bad input",
            "69:DuckDB's driver is missing",
            "74:it could not be written"
        })
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
