package io.goodput.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.catalogue.CataloguePage;
import io.goodput.lab.catalogue.CatalogueReport;
import io.goodput.lab.catalogue.CatalogueRun;
import io.goodput.lab.scenario.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed report is what the sources say. Three scenarios stand for all: {@code --check} runs the rest. */
class LabReportTest {
    private static final Path PAGE = Path.of("..", "docs", "lab", "report.md");

    @ParameterizedTest
    @ValueSource(strings = {"retry-storm-bounded", "retry-layers", "metastability-load"})
    void the_committed_report_is_made_of_these_sources(String name) throws Exception {
        var section = new CatalogueRun(List.of(name), true, 2).run(_ -> {}).getFirst();

        assertThat(Files.readString(PAGE))
                .as("make it again: ./goodput lab report --quick")
                .contains(section.markdown());
        for (var picture : section.pictures().entrySet()) {
            assertThat(PAGE.resolveSibling(CatalogueReport.PICTURES).resolve(picture.getKey()))
                    .hasContent(picture.getValue());
        }
    }

    @Test
    void the_figures_of_the_catalogues_text_are_those_of_the_runs() throws Exception {
        var section =
                new CatalogueRun(List.of("retry-layers"), true, 2).run(_ -> {}).getFirst();

        assertThat(CataloguePage.section(section))
                .doesNotContain("{")
                .contains("`every-layer` sends it 242.9 requests");
        assertThat(Files.readString(PAGE.resolveSibling(CataloguePage.FILE)))
                .as("make it again: ./goodput lab report --quick")
                .contains(CataloguePage.section(section));
    }

    @Test
    void every_scenario_of_the_catalogue_is_in_it() throws Exception {
        assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("## ")))
                .containsExactlyElementsOf(
                        Catalogue.names().stream().map(name -> "## " + name).toList());
    }
}
