package io.goodput.cli.lab;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The scenario of an instrument: a file, or one that comes with the lab. */
final class LabScenario {
    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "A scenario in YAML, or the name of one that comes with the lab.")
    private String name;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabScenario() {}

    String name() {
        return name;
    }

    ScenarioText text(CommandSpec spec) {
        if (Files.exists(Path.of(name))) {
            return ScenarioText.of(Path.of(name));
        }
        ScenarioText known = Catalogue.text(name);
        if (known == null) {
            throw new ParameterException(
                    spec.commandLine(), name + ": no such file, and no scenario of that name" + LabCommand.hint(name));
        }
        return known;
    }

    Scenario read(CommandSpec spec) {
        return text(spec).read(List.of());
    }
}
