package io.goodput.cli.config;

import io.goodput.config.ConfigurationKind;
import io.goodput.config.DocumentKind;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.NearestName;
import io.goodput.terminal.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput config schema}: what a file may hold, for editors. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of a kind of file, from which editors complete and check.",
            "",
            "It tells all sections of the modules that are there. A YAML file names its schema in a line on top:",
            "# yaml-language-server: $$schema=goodput.schema.json"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:no such kind of file", "74:it could not be written"})
final class ConfigSchema implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            defaultValue = ConfigurationKind.NAME,
            description = "configuration (default), scenario for the lab's, or price-list for 'goodput logs cost'.")
    private String kind;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ConfigSchema() {}

    @Override
    public Integer call() {
        List<DocumentKind> kinds = DocumentKind.registered();
        DocumentKind chosen = kinds.stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> unknown(kinds.stream().map(DocumentKind::name).toList()));
        spec.commandLine().getOut().print(chosen.schema().toJson());
        return ExitStatus.OK;
    }

    private ParameterException unknown(List<String> names) {
        String nearest = NearestName.of(kind, names);
        return new ParameterException(
                spec.commandLine(),
                Echo.of(kind) + ": unknown kind of file" + (nearest == null ? "" : ", did you mean " + nearest + "?")
                        + " (expected: one of " + String.join(", ", names) + ")");
    }
}
