package io.goodput.cli.lab;

import io.goodput.config.problem.CheckedFile;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.terminal.CheckOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab check}: whether scenarios can be run, and what is dangerous in them, without running them. */
@Command(
        name = "check",
        description = {
            "Checks scenarios without running them: all that makes one unusable, and what is dangerous in it.",
            "",
            "A finding is told as FILE:LINE:COLUMN: error, warning or note: key: what is wrong. docs/linting.md has "
                    + "all of them, and how to mend or accept each."
        })
final class LabCheck implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenarios in YAML.")
    private List<Path> files;

    @Mixin
    private CheckOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabCheck() {}

    @Override
    public Integer call() {
        lab.refuseWhatComesBefore("check", spec);
        var checked = new LinkedHashMap<String, CheckedFile<Scenario>>();
        files.forEach(file -> checked.put(file.toString(), ScenarioReader.check(file)));
        return options.tell(checked, LabCheck::summary);
    }

    private static String summary(Scenario scenario) {
        int variants = scenario.variants().size();
        int claims = scenario.claims().size();
        return "valid, " + variants + (variants == 1 ? " variant, " : " variants, ") + claims
                + (claims == 1 ? " claim" : " claims");
    }
}
