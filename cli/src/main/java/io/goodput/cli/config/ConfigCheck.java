package io.goodput.cli.config;

import io.goodput.config.ConfigurationKind;
import io.goodput.config.DocumentKind;
import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.terminal.CheckOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code goodput config check}: whether files can be used as they are, and what is dangerous in them. */
@Command(
        name = "check",
        description = {
            "Checks configurations and price lists: all that makes one unusable, and what the lab shows to be dangerous.",
            "",
            "A finding is told as FILE:LINE:COLUMN: error, warning or note: key: what is wrong. docs/linting.md has "
                    + "all of them, and how to mend or accept each."
        })
final class ConfigCheck implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files in YAML; - is standard input.")
    private List<String> files;

    @Mixin
    private CheckOptions options;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ConfigCheck() {}

    @Override
    public Integer call() throws IOException {
        var checked = new LinkedHashMap<String, CheckedFile<Checked>>();
        for (String file : files) {
            checked.put(ConfigCommand.name(file), check(file));
        }
        return options.tell(checked, one -> "valid, " + one.kind.summary(one.value));
    }

    private record Checked(DocumentKind kind, Object value) {}

    private static CheckedFile<Checked> check(String file) throws IOException {
        String name = ConfigCommand.name(file);
        String text;
        try {
            text = ConfigCommand.text(file);
        } catch (ConfigException noText) {
            return CheckedFile.of(
                    name,
                    "docs/configuration.md",
                    () -> {
                        throw noText;
                    },
                    _ -> List.of());
        }
        DocumentKind kind = kind(name, text);
        Path folder = Objects.requireNonNullElse(Path.of(file).toAbsolutePath().getParent(), Path.of(""));
        return kind.check(name, text, folder).map(value -> new Checked(kind, value));
    }

    /** Which kind's marks it has, of those that are checked here; a configuration, if it has none. */
    private static DocumentKind kind(String name, String text) {
        List<DocumentKind> kinds = DocumentKind.registered();
        DocumentKind configuration = new ConfigurationKind();
        try {
            Node root = YamlFile.parse(name, text);
            return kinds.stream()
                    .filter(kind -> root.isBlock()
                            && !Collections.disjoint(
                                    kind.marks(), root.entries().keySet()))
                    .filter(DocumentKind::isForConfigCheck)
                    .findFirst()
                    .orElse(configuration);
        } catch (ConfigException noYaml) {
            return configuration;
        }
    }
}
