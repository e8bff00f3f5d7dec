import io.goodput.terminal.Subcommand;
import org.jspecify.annotations.NullMarked;

/** The goodput command: every system and the lab under one name. */
@NullMarked
module io.goodput.cli {
    requires static org.jspecify;
    requires io.goodput.config;
    requires io.goodput.gateway;
    requires io.goodput.lab;
    requires io.goodput.load;
    requires io.goodput.logs;
    requires io.goodput.terminal;

    uses Subcommand;

    provides Subcommand with
            io.goodput.cli.config.ConfigCommand,
            io.goodput.cli.lab.LabCommand,
            io.goodput.cli.load.LoadCommand,
            io.goodput.cli.logs.Logs,
            io.goodput.cli.probe.ProbeCommand,
            io.goodput.cli.shell.CompletionCommand,
            io.goodput.cli.shell.ManCommand;

    opens io.goodput.cli to
            info.picocli;
    opens io.goodput.cli.config to
            info.picocli;
    opens io.goodput.cli.lab to
            info.picocli;
    opens io.goodput.cli.load to
            info.picocli;
    opens io.goodput.cli.logs to
            info.picocli;
    opens io.goodput.cli.probe to
            info.picocli;
    opens io.goodput.cli.shell to
            info.picocli;
}
