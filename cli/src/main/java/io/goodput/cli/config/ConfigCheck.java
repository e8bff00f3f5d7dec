package io.goodput.cli.config;

import io.goodput.config.Configuration;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.section.Section;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput config check}: whether files can be used as they are. */
@Command(
        name = "check",
        description = {
            "Checks configuration files: a line for each, with the first problem of a file that has one.",
            "",
            "A problem is told as FILE:LINE:COLUMN: key: what is wrong (expected: what would be right)."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all can be used", "2:one cannot, or does not exist", "74:it could not be written"})
final class ConfigCheck implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Configurations in YAML; - is standard input.")
    private List<String> files;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ConfigCheck() {}

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        int status = ExitStatus.OK;
        for (String file : files) {
            try {
                out.println(ConfigCommand.name(file) + ": "
                        + summary(ConfigCommand.read(file).as(Configuration.decoder())));
            } catch (ConfigException problem) {
                Complaints.say(spec.commandLine(), withColumn(problem));
                status = ExitStatus.BAD_INPUT;
            }
        }
        return status;
    }

    /** The message tells the line; someone who has the file in an editor can use the column too. */
    private static String withColumn(ConfigException problem) {
        String message = String.valueOf(problem.getMessage());
        var place = problem.place();
        return place == null
                ? message
                : place + ":" + place.column()
                        + message.substring(place.toString().length());
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
