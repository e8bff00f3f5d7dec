package io.goodput.lab.scenario;

import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A scenario as it is written, to be read with changes.
 *
 * @param name stands for the file's name in messages
 * @param folder where the files lie that it names
 */
public record ScenarioText(String name, String text, Path folder) {
    /**
     * That of a file.
     *
     * @throws io.goodput.config.problem.ConfigException if it cannot be read
     */
    public static ScenarioText of(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
        return new ScenarioText(file.toString(), YamlFile.text(file), folder);
    }

    /**
     * The scenario.
     *
     * @param changes laid over it one after the other; see {@link ScenarioReader}
     * @throws io.goodput.config.problem.ConfigException if it says what cannot be run
     */
    public Scenario read(List<Node> changes) {
        return ScenarioReader.parse(name, text, folder, changes);
    }

    /**
     * Keys of a scenario in a file of their own, to be laid over one: those of its model, its variants and policies.
     *
     * @throws io.goodput.config.problem.ConfigException if it cannot be read, or has another key
     */
    public static Node changes(Path file) {
        Node changes = YamlFile.read(file);
        ScenarioReader.KIND.refuseOthers(changes);
        return ScenarioReader.changeable().in(changes).node();
    }
}
