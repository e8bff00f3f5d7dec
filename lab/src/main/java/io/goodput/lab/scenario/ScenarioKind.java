package io.goodput.lab.scenario;

import io.goodput.config.DocumentKind;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.schema.JsonSchema;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Scenarios of the lab, as a kind of file. */
public final class ScenarioKind implements DocumentKind {
    private static final Set<String> EVERYBODYS = Set.of("goodput", "about", "run");

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
    public Set<String> marks() {
        return ScenarioReader.keys().names().stream()
                .filter(key -> !EVERYBODYS.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String command() {
        return "goodput lab run FILE";
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
