package io.goodput.cli.config;

import io.goodput.config.Configuration;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Node;
import io.goodput.terminal.ExitStatus;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput config show}: what a file comes to. */
@Command(
        name = "show",
        description = {
            "Prints a configuration with every default written out.",
            "",
            "What it prints is a configuration itself, and the same one. Comments say which values are from",
            "the environment; JSON has no place for them."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:bad input", "74:it could not be written"})
final class ConfigShow implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A configuration in YAML; - is standard input.")
    private String file;

    @Option(names = "--json", description = "Print JSON, with the same keys and values.")
    private boolean json;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ConfigShow() {}

    @Override
    public Integer call() throws IOException {
        String shown = ConfigCommand.read(file, Decoder.of("a configuration", this::shown));
        spec.commandLine().getOut().print(shown);
        return ExitStatus.OK;
    }

    private String shown(Node root) {
        Configuration configuration = root.as(Configuration.decoder());
        return json ? configuration.toJson() : configuration.toYaml(root.notes());
    }
}
