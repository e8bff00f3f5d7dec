package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import io.goodput.config.write.Written;
import io.goodput.config.write.YamlWriter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.ScalarEvent;

/** What is a name to us is one to readers of YAML 1.1 and 1.2, where we write it and in every file that is shipped. */
class OtherReadersTest {
    private static final Set<String> OLD_WORDS = Set.of("y", "n", "yes", "no", "on", "off");

    private static final List<String> WORDS = List.of(
            "yes",
            "Yes",
            "YES",
            "no",
            "on",
            "On",
            "off",
            "OFF",
            "y",
            "Y",
            "n",
            "null",
            "Null",
            "~",
            "true",
            "False",
            "1e3",
            "1E3",
            "0x1f",
            "0o17",
            "0b11",
            "017",
            "1_000",
            "1.5",
            "12:30:45",
            "190:20:30",
            "2024-01-01",
            "2001-12-14T21:59:43",
            "2001-12-14t21:59:43.1",
            ".inf",
            ".5",
            "-1",
            "+1",
            "<<",
            "=",
            "",
            " ",
            "-",
            "a: b",
            "a #b",
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "?",
            "'",
            "\"",
            "a\\b",
            "é",
            "10.0.0.7:8080");

    static List<String> words() {
        return WORDS;
    }

    private static Object by11(String yaml) {
        return new Yaml().load(yaml);
    }

    private static Object by12(String yaml) {
        return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    }

    private static Node value(String yaml, String key) {
        return Objects.requireNonNull(YamlFile.parse("f", yaml).entries().get(key));
    }

    private static String written(String name) {
        var entries = new LinkedHashMap<String, Written>();
        entries.put(name, new Written.Items(List.of(new Written.Text(name))));
        return YamlWriter.write(new Written.Entries(entries));
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_word_that_is_written_is_a_text_to_everybody(String word) {
        String yaml = written(word);

        assertThat(by11(yaml)).isEqualTo(Map.of(word, List.of(word)));
        assertThat(by12(yaml)).isEqualTo(Map.of(word, List.of(word)));
        assertThat(value(yaml, word).items().getFirst().text()).isEqualTo(word);
    }

    @Test
    void so_is_any_other() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        String characters = "0123456789eExXobtTyYnN.:_-+/~fnul";
        for (int i = 0; i < 5_000; i++) {
            var word = new StringBuilder();
            for (int c = random.nextInt(1, 7); c > 0; c--) {
                word.append(characters.charAt(random.nextInt(characters.length())));
            }
            a_word_that_is_written_is_a_text_to_everybody(word.toString());
        }
    }

    /** Without quotes: a text to us and to YAML 1.2, something else to YAML 1.1. */
    @ParameterizedTest
    @ValueSource(strings = {"yes", "No", "on", "off", "12:30:45", "2024-01-01"})
    void what_only_yaml_1_1_takes_for_something_else_is_a_name_without_quotes(String word) {
        String yaml = "a: " + word;

        assertThat(value(yaml, "a").text()).isEqualTo(word);
        assertThat(by12(yaml)).isEqualTo(Map.of("a", word));
        assertThat(by11(yaml)).isNotEqualTo(Map.of("a", word));
    }

    /** Without quotes: something else to both, and still a name to us where a name is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "False", "1e3", "0x1f", "7", "1.5"})
    void so_is_what_every_reader_takes_for_something_else(String word) {
        assertThat(by12("a: " + word)).isNotEqualTo(Map.of("a", word));

        var configuration = YamlFile.parse(
                        "f", "goodput: 1\nguards: {" + word + ": {balance: {endpoints: [" + word + "]}}}")
                .as(Configuration.decoder());
        var balance = Objects.requireNonNull(configuration.guard(word).balance());
        assertThat(balance.endpoints()).extracting("name").containsExactly(word);
        assertThat(configuration.toYaml()).contains("  \"" + word + "\":\n").contains("[\"" + word + "\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "~"})
    void nothing_is_no_name_without_quotes(String word) {
        assertThatThrownBy(
                        () -> YamlFile.parse("f", "goodput: 1\nguards: {a: {balance: {endpoints: [a, " + word + ",]}}}")
                                .as(Configuration.decoder()))
                .hasMessageContaining("found nothing");
    }

    static List<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("../../examples", "../../lab/src/main/resources", "../../docs")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files.addAll(all.filter(each -> each.toString().matches(".*\\.(ya?ml|md)"))
                        .sorted()
                        .toList());
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void no_file_that_is_shipped_has_such_a_word_without_quotes(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> yamls = file.toString().endsWith(".md")
                ? DocumentationTest.EXAMPLE
                        .matcher(text)
                        .results()
                        .map(each -> each.group(1))
                        .toList()
                : List.of(text);
        for (String yaml : yamls) {
            for (var event : new Yaml().parse(new StringReader(yaml))) {
                if (event instanceof ScalarEvent scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                    assertThat(scalar.getValue().toLowerCase(Locale.ROOT))
                            .as(file + ": " + scalar.getStartMark())
                            .isNotIn(OLD_WORDS);
                }
            }
        }
    }
}
