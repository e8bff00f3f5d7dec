package io.goodput.cli;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
        subcommands = {LabRun.class, LabShow.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every claim holds (or, with --seed, none was judged)",
            "1:a claim does not hold",
            "2:bad input",
            "130:interrupted; no half-written report is left"
        })
final class Lab implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A scenario that comes with the lab.")
    private @Nullable String name;

    @Mixin
    private LabOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    Lab() {}

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            list();
            return ExitStatus.OK;
        }
        Scenario scenario = Catalogue.find(name);
        if (scenario == null) {
            throw new ParameterException(spec.commandLine(), "Unknown scenario: '" + name + "'" + hint(name));
        }
        return options.run(scenario, "./goodput lab " + name);
    }

    static String hint(String name) {
        String nearest = Catalogue.nearest(name);
        return nearest == null
                ? " (one of " + String.join(", ", Catalogue.names()) + "; 'goodput lab run FILE' for your own)"
                : " (did you mean " + nearest + "?)";
    }

    private void list() {
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
        out.flush();
    }
}
