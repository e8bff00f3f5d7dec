package io.goodput.cli.config;

import io.goodput.config.Configuration;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.section.Section;
import io.goodput.terminal.CheckOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code goodput config check}: whether files can be used as they are, and what is dangerous in them. */
@Command(
        name = "check",
        description = {
            "Checks configuration files: all that makes one unusable, and what the lab shows to be dangerous.",
            "",
            "A finding is told as FILE:LINE:COLUMN: error, warning or note: key: what is wrong. docs/linting.md has "
                    + "all of them, and how to mend or accept each."
        })
final class ConfigCheck implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Configurations in YAML; - is standard input.")
    private List<String> files;

    @Mixin
    private CheckOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ConfigCheck() {}

    @Override
    public Integer call() throws IOException {
        var checked = new LinkedHashMap<String, CheckedFile<Configuration>>();
        for (String file : files) {
            checked.put(ConfigCommand.name(file), ConfigCommand.check(file));
        }
        return options.tell(checked, ConfigCheck::summary);
    }

    private static String summary(Configuration configuration) {
        List<String> parts = new ArrayList<>();
        configuration.sections().keySet().forEach(section -> parts.add(summary(configuration, section)));
        return "valid, " + (parts.isEmpty() ? "and empty" : String.join(", ", parts));
    }

    private static <T> String summary(Configuration configuration, Section<T> section) {
        return section.summary(configuration.get(section));
    }
}
