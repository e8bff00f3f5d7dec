package io.goodput.cli;

import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A scenario as an argument names it: a file that exists, or else one that comes with the lab. */
record ScenarioArgument(String name) {
    Scenario read(CommandSpec spec) {
        if (Files.exists(Path.of(name))) {
            return ScenarioReader.read(Path.of(name));
        }
        Scenario scenario = Catalogue.find(name);
        if (scenario == null) {
            throw new ParameterException(spec.commandLine(), name + ": no such file, and no such scenario" + hint());
        }
        return scenario;
    }

    private String hint() {
        String nearest = Catalogue.nearest(name);
        return nearest == null
                ? " (one of " + String.join(", ", Catalogue.names()) + ")"
                : " (did you mean " + nearest + "?)";
    }
}
