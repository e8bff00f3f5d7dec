package io.goodput.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.scenario.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the scenarios that come with the lab is about all of them. */
class CataloguePageTest {
    private static final String SECTION = "## ";

    @Test
    void every_scenario_has_a_section_in_the_order_of_the_catalogue() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "docs", "lab", "catalogue.md")))
                .filteredOn(line -> line.startsWith(SECTION))
                .map(line -> line.substring(SECTION.length()))
                .isEqualTo(Catalogue.names());
    }
}
