package io.goodput.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.Configuration;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.FileFinding;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.lint.Level;
import io.goodput.logs.cost.PriceListKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every file that is shipped has in warnings, so that a rule that cries wolf shows as a difference. The list is
 * {@code shipped-findings.txt}; it is written anew with {@code -Dshipped.findings=write}.
 */
class ShippedFindingsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LIST = Path.of("src/test/resources/io/goodput/cli/config/shipped-findings.txt");

    @Test
    void are_those_of_the_list() throws IOException {
        var lines = new ArrayList<String>();
        for (Path file : shipped()) {
            CheckedFile<?> checked = check(file);
            assertThat(checked.value()).as(checked.findings().toString()).isNotNull();
            checked.findings().stream()
                    .filter(finding -> finding.level() != Level.NOTE)
                    .forEach(finding -> lines.add(line(file, finding)));
        }
        if ("write".equals(System.getProperty("shipped.findings"))) {
            Files.write(LIST, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(LIST));
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> examples = Files.walk(ROOT.resolve("examples"));
                Stream<Path> scenarios = Files.walk(ROOT.resolve("lab/src/main/resources"))) {
            return Stream.concat(examples, scenarios)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(ShippedFindingsTest::isWhole)
                    .sorted()
                    .toList();
        }
    }

    /** Not the block of a guard alone, nor a template. */
    private static boolean isWhole(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("goodput: 1") && !text.contains("%s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckedFile<?> check(Path file) throws IOException {
        String text = Files.readString(file);
        if (text.contains("\nprices:")) {
            return new PriceListKind().check(file.toString(), text, file);
        }
        return text.contains("scenario:") ? ScenarioReader.check(file) : Configuration.check(file);
    }

    private static String line(Path file, FileFinding finding) {
        String variants = finding.message().replaceFirst("(?s)^.*?( \\(variants? [^()]*\\))?$", "$1");
        return ROOT.relativize(file) + ": " + finding.code() + ": " + finding.key() + variants;
    }
}
