package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown is what was read, with nothing left out. */
class RenderingTest {
    static final Path EXAMPLE = Path.of("..", "..", "examples", "config", "goodput.yaml");

    /** Said by the size of the subset, which is a number. */
    private static final String SUBSET = "Balancer$Settings.subset";

    private static final Pattern VALUE = Pattern.compile(": ([a-z0-9][a-z0-9./%-]*)");
    private static final List<String> OTHERS = List.of(
            "",
            "\"\"",
            "0",
            "-1",
            "1",
            "0.5",
            "1000000",
            "99999999999999999999",
            "1ns",
            "0s",
            "365d",
            "0%",
            "0.00001%",
            "100%",
            "0/s",
            "1000000/s",
            "standard",
            "true",
            "{}",
            "[]",
            "[a]",
            "~",
            "\" \"");

    private static Configuration read(String text) {
        return YamlFile.parse("shown", text).as(Configuration.decoder());
    }

    private static void assertShown(Configuration configuration) {
        assertThat(read(configuration.toYaml())).isEqualTo(configuration);
        assertThat(read(configuration.toJson())).isEqualTo(configuration);
    }

    @Test
    void the_example_writes_every_option_that_there_is() {
        var example = Configuration.read(EXAMPLE);
        var variations = new Variations(new Random(1));
        variations.of(example);

        var missing = new TreeSet<>(Variations.components(example));
        missing.removeAll(variations.seen);
        assertThat(missing).containsExactly(SUBSET);
        var unvaried = new TreeSet<>(variations.seen);
        unvaried.removeAll(variations.varied);
        assertThat(unvaried).as("options whose loss this test would not see").isEmpty();
    }

    @Test
    void every_option_is_shown_and_read_again() {
        var example = Configuration.read(EXAMPLE);

        assertShown(example);
        List<Object> variations = new Variations(new Random(2)).of(example);
        assertThat(variations).hasSizeGreaterThan(400);
        variations.forEach(variation -> {
            Configuration other = changes((Configuration) variation, example);
            assertThat(read(other.toYaml())).isEqualTo(other);
        });
    }

    /** What is not as in the other one: reading it all hundreds of times would take long. */
    private static Configuration changes(Configuration configuration, Configuration from) {
        var changes = new LinkedHashMap<>(configuration.sections());
        changes.replaceAll((section, values) -> changes((SequencedMap<?, ?>) values, (SequencedMap<?, ?>)
                Objects.requireNonNull(from.sections().get(section))));
        return new Configuration(changes);
    }

    private static <K, V> SequencedMap<K, V> changes(SequencedMap<K, V> section, SequencedMap<?, ?> from) {
        var changes = new LinkedHashMap<>(section);
        changes.entrySet().removeAll(from.entrySet());
        return changes;
    }

    @Property(tries = 10)
    void so_is_any_mixture_of_options(@ForAll long seed) {
        var random = new Random(seed);
        var configuration = Configuration.read(EXAMPLE);
        for (int i = 0; i < 10; i++) {
            List<Object> variations = new Variations(random).of(configuration);
            configuration = (Configuration) variations.get(random.nextInt(variations.size()));
        }
        assertShown(configuration);
    }

    /** Wherever something else stands, it is read or refused: nothing else is ever thrown. */
    @Property(tries = 100)
    void what_is_read_can_be_shown_whatever_stands_in_the_file(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        String text = Files.readString(EXAMPLE);
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        MatchResult value = values.get(random.nextInt(values.size()));
        String other = OTHERS.get(random.nextInt(OTHERS.size()));
        String changed = text.substring(0, value.start(1)) + other + text.substring(value.end(1));
        try {
            assertShown(read(changed));
        } catch (ConfigException refused) {
            assertThat(refused).hasMessageStartingWith("shown:");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        goodput: 1
        {goodput: 1, guards: {a: {}}}
        {goodput: 1, guards: {a: {retry: {}, limit: 5, breaker: {}, balance: {}}}}
        {goodput: 1, servers: {a: {limit: 1, admission: standard, health: {}}}}
        {goodput: 1, meters: {a: {}}}
        """)
    void so_is_what_is_not_there(String text) {
        assertShown(read(text));
    }
}
