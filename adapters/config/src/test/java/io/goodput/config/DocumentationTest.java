package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.language.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/configuration.md says what the decoders do. */
class DocumentationTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");
    static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("^[ -]*\"?([a-z-]+)\"?:", Pattern.MULTILINE);

    private static final String STANDARDS = """
        goodput: 1
        guards:
          standard:
            throttle: standard
            rate-limit: 100/s
            retry: {backoff: standard, budget: standard, adaptive-rate: standard}
            hedge: standard
            balance: standard
            breaker: standard
            limit: standard
          others: {breaker: {on-off: standard}, limit: {aimd: standard}}
        servers: {standard: {limit: 64, admission: standard}}
        caches: {standard: standard}
        connections: {standard: standard}
        timeouts: {standard: standard}
        meters: {standard: {littles-law: standard, critical-section: standard}}
        """;

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Configuration read(String example) {
        String whole = example.startsWith("goodput: 1") ? example : "goodput: 1\n" + example;
        return YamlFile.parse("configuration.md", whole).as(Configuration.decoder());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_can_be_read(String example) {
        assertThat(read(example).toYaml()).isNotEqualTo("goodput: 1\n");
    }

    @Test
    void the_section_of_ones_own_is_the_one_that_is_tested() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "io", "goodput", "config", "Nap.java"));

        assertThat(Files.readString(PAGE))
                .contains("```java\n" + source.substring(source.indexOf("record Nap")) + "```");
    }

    @Test
    void the_standards_are_as_they_are_written_out() throws IOException {
        assertThat(examples().getLast()).isEqualTo(read(STANDARDS).toYaml());
    }

    @Test
    void no_key_is_left_out_of_the_tables() throws IOException {
        String tables = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("|") || line.contains("under `on-off`"))
                .reduce("", (all, line) -> all + "\n" + line)
                .replaceAll("`[a-z-]*(?:\\.[a-z-]+)*\\.([a-z-]+)`", "`$1`");
        Set<String> keys = new TreeSet<>();
        // One more level in than the names, which are anybody's.
        KEY.matcher(Configuration.read(RenderingTest.EXAMPLE).toYaml())
                .results()
                .forEach(match -> {
                    int margin = match.group().indexOf(match.group(1));
                    if (margin != 2 && !match.group(1).startsWith("eu-")) {
                        keys.add(match.group(1));
                    }
                });
        assertThat(keys).hasSizeGreaterThan(100).contains("probe-every", "rate-limits", "effort");
        keys.removeIf(key -> tables.contains("`" + key + "`"));
        assertThat(keys)
                .as("keys that no table has, and no need")
                .containsExactly("caches", "goodput", "guards", "servers", "shards");
    }
}
