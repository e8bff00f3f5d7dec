package io.goodput.cli.config;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Environment;
import io.goodput.config.language.YamlFile;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code goodput config}: checks configuration files, shows what they come to, and prints their schemas. */
@Command(
        name = "config",
        description = {
            "Checks configuration files, shows what they come to, and tells editors what they may hold.",
            "",
            "docs/configuration.md says what they may hold. Scenarios are for 'goodput lab run FILE'."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCheck.class, ConfigSchema.class, ConfigShow.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:bad input", "74:it could not be written"})
public final class ConfigCommand implements Subcommand {
    /** Stands for standard input, as among other commands. */
    static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    /** Only picocli fills in the specification, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public ConfigCommand() {}

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    /** What a file comes to, with the variables of this process. */
    static <T> T read(String file, Decoder<T> decoder) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? YamlFile.parse(name(file), YamlFile.text(name(file), System.in), Environment.system(), decoder)
                : YamlFile.read(Path.of(file), Environment.system(), decoder);
    }

    /** What it says. */
    static String text(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? YamlFile.text(name(file), System.in) : YamlFile.text(Path.of(file));
    }

    /** How messages call it. */
    static String name(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }
}
