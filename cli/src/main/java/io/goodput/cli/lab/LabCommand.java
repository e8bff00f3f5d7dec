package io.goodput.cli.lab;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import io.goodput.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput lab}: lists the scenarios that come with it, or runs one. */
@Command(
        name = "lab",
        description = {
            "Runs scenarios under virtual time and judges what they claim.",
            "",
            "Without a name, lists the scenarios that come with it; 'goodput lab run FILE' runs your own."
        },
        synopsisSubcommandLabel = "| COMMAND",
        subcommands = {
            LabRun.class,
            LabCheck.class,
            LabShow.class,
            LabSweep.class,
            LabCompare.class,
            LabAdvise.class,
            LabTrace.class,
            LabReport.class,
            LabFidelity.class
        })
public final class LabCommand implements Subcommand {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A scenario that comes with the lab.")
    private @Nullable String name;

    @Mixin
    private LabOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public LabCommand() {}

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            if (!given().isEmpty()) {
                throw new ParameterException(spec.commandLine(), given() + " says how to run, but not what: NAME");
            }
            return list();
        }
        Scenario scenario = Catalogue.find(name);
        if (scenario == null) {
            throw new ParameterException(spec.commandLine(), "Unknown scenario: '" + name + "'" + hint(name));
        }
        return options.run(scenario, "./goodput lab " + name);
    }

    /**
     * To picocli an option before a command is the outer command's, which then does not run. Nothing may be lost so.
     */
    void refuseWhatComesBefore(String command, CommandSpec inner) {
        if (!given().isEmpty()) {
            throw new ParameterException(
                    inner.commandLine(), given() + " comes before '" + command + "' (expected: after it)");
        }
    }

    private String given() {
        return spec.commandLine().getParseResult().matchedArgs().stream()
                .filter(argument -> !argument.inherited())
                .map(argument -> argument instanceof OptionSpec option
                        ? option.longestName()
                        : String.valueOf(argument.stringValues().getFirst()))
                .collect(Collectors.joining(", "));
    }

    static String hint(String name) {
        String nearest = Catalogue.nearest(name);
        return nearest == null
                ? " (one of " + String.join(", ", Catalogue.names()) + "; 'goodput lab run FILE' for your own)"
                : " (did you mean " + nearest + "?)";
    }

    private int list() {
        List<Scenario> scenarios = new ArrayList<>();
        Catalogue.names().forEach(known -> scenarios.add(Objects.requireNonNull(Catalogue.find(known))));
        int longest = scenarios.stream()
                .mapToInt(scenario -> scenario.name().length())
                .max()
                .orElse(0);
        int margin = longest + 4;
        var table = TextTable.forColumns(
                spec.commandLine().getColorScheme(),
                new Column(margin, 2, Column.Overflow.SPAN),
                new Column(Math.max(40, Terminal.columns() - margin), 0, Column.Overflow.WRAP));
        scenarios.forEach(scenario -> table.addRowValues(scenario.name(), scenario.about()));
        var out = spec.commandLine().getOut();
        out.print(table);
        out.printf("%nRun one with 'goodput lab NAME', your own with 'goodput lab run FILE'.%n");
        return ExitStatus.OK;
    }
}
