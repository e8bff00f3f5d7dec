package io.goodput.config;

import io.goodput.config.language.Environment;
import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.section.Section;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Configurations, with the sections of all modules that are there. */
public final class ConfigurationKind implements DocumentKind {
    /** What it is called. */
    public static final String NAME = "configuration";

    /** For the service loader. */
    public ConfigurationKind() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonSchema schema() {
        return Sections.registered().schema();
    }

    @Override
    public Set<String> marks() {
        return Sections.registered().list().stream().map(Section::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String command() {
        return "goodput config check FILE";
    }

    @Override
    public Configuration parse(String name, String text, Path folder) {
        return YamlFile.parse(name, text, Environment.system(), Configuration.decoder());
    }

    @Override
    public boolean isForConfigCheck() {
        return true;
    }

    @Override
    public String summary(Object value) {
        Configuration configuration = (Configuration) value;
        String parts = configuration.sections().keySet().stream()
                .map(section -> summary(configuration, section))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "and empty" : parts;
    }

    private static <T> String summary(Configuration configuration, Section<T> section) {
        return section.summary(configuration.get(section));
    }

    @Override
    public CheckedFile<Configuration> check(String name, String text, Path folder) {
        return Configuration.check(name, text);
    }
}
