package io.goodput.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.Configuration;
import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.logs.cost.PriceListKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation points to still compiles, and can still be read. The examples of migration need the libraries
 * that they come from: bench has them, and compiles and runs those.
 */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Path MIGRATION = EXAMPLES.resolve("migration");

    @TempDir
    private Path classes;

    private static List<Path> files(String ending) throws Exception {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(ending) && !file.startsWith(MIGRATION))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> programs() throws Exception {
        return files(".java");
    }

    static List<Path> documents() throws Exception {
        return files(".yaml");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void an_example_compiles(Path program) {
        var complaints = new StringWriter();
        var writer = new PrintWriter(complaints);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString());

        assertThat(status).as(complaints.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void an_example_is_a_scenario_or_a_price_list_or_a_configuration_or_a_guard(Path document) throws Exception {
        String text = Files.readString(document);
        if (text.contains("scenario:")) {
            assertThat(ScenarioReader.read(document).variants()).isNotEmpty();
        } else if (text.contains("\nprices:")) {
            assertThat(new PriceListKind().read(document).currency()).isNotEmpty();
        } else if (text.contains("goodput: 1")) {
            assertThat(Configuration.read(document).toYaml()).containsAnyOf("\nguards:", "\ngateway:");
        } else {
            assertThat(YamlFile.read(document).as(GuardSettings.CODEC)).isNotEqualTo(GuardSettings.NONE);
        }
    }
}
