package io.goodput.lab.scenario;

import io.goodput.config.DocumentKind;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.schema.JsonSchema;
import java.nio.file.Path;

/** Scenarios of the lab, as a kind of file. */
public final class ScenarioKind implements DocumentKind {
    /** For the service loader. */
    public ScenarioKind() {}

    @Override
    public String name() {
        return "scenario";
    }

    @Override
    public JsonSchema schema() {
        return ScenarioReader.schema();
    }

    @Override
    public Scenario parse(String name, String text, Path folder) {
        return ScenarioReader.parse(name, text, folder);
    }

    @Override
    public CheckedFile<Scenario> check(String name, String text, Path folder) {
        return ScenarioReader.check(name, () -> text, folder);
    }
}
