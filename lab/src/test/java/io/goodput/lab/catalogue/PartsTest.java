package io.goodput.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.json.JsonReport;
import io.goodput.lab.page.HtmlReport;
import io.goodput.lab.picture.SvgPictures;
import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.lab.text.TerminalReport;
import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.PartFigures;
import io.goodput.screen.Screen;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Populations and services by themselves, in every form of a report. */
final class PartsTest {
    private static final String TWO = """
            goodput: 1
            scenario: two
            services:
              front: {latency: 10ms, calls: [{to: back}]}
              back: {latency: 20ms}
            clients:
              people: {rate: 30/s, calls: {to: front}}
              robots: {rate: 10/s, calls: {to: back}}
            variants:
              plain: {}
              retrying: {clients: {people: {calls: {guard: {retry: {attempts: 2}}}}}}
            run: {for: 25s, seeds: 4, settled: 10s..20s}
            claims:
              - attempts(plain, back, 12s..15s) > 10/s
            """;

    private static ScenarioResult report(int threads) throws InterruptedException {
        return new Experiment(ScenarioReader.parse("f", TWO, Path.of("")), "./goodput lab two", threads).run(_ -> {});
    }

    private static String figuresAlone(String page) {
        return page.replaceAll("[0-9.,]+ (million )?events a second", "");
    }

    @Test
    void each_part_has_a_table_and_a_variant_without_a_figure_a_gap() throws InterruptedException {
        var tables = PartFigures.of(report(2));

        assertThat(tables)
                .extracting(FigureTable::title)
                .containsExactly("all together", "people", "robots", "front", "back");
        var back = tables.getLast();
        assertThat(back.columns())
                .extracting(FigureTable.Column::heading)
                .containsExactly("attempts", "throughput", "refused", "inflight", "attempts 12s..15s");
        assertThat(back.columns().getFirst().unit()).isEqualTo("/s");
        assertThat(back.columns().getLast().cells())
                .extracting(FigureTable.Cell::figure)
                .element(1)
                .isEqualTo(Figures.ABSENT);
    }

    @Test
    void the_parts_over_time_add_up_to_the_whole() throws InterruptedException {
        Timeline timeline = report(2).variants().getFirst().timeline();

        assertThat(timeline.parts())
                .extracting(Timeline.Part::name)
                .containsExactly("people", "robots", "front", "back");
        var people = timeline.parts().get(0);
        var robots = timeline.parts().get(1);
        assertThat(people.step()).isEqualTo(timeline.step());
        for (int i = 0; i < people.goodput().length; i++) {
            assertThat(people.goodput()[i] + robots.goodput()[i])
                    .isCloseTo(timeline.goodput().mean()[i], within(1e-9));
        }
        assertThat(people.inFlight()).isEmpty();
        assertThat(timeline.parts().get(3).goodput()).isEmpty();
        assertThat(timeline.parts().get(3).inFlight()).hasSameSizeAs(people.goodput());
    }

    @Test
    void the_number_of_threads_makes_no_difference() throws InterruptedException {
        assertThat(new CatalogueSection(report(1), null).markdown())
                .isEqualTo(new CatalogueSection(report(3), null).markdown());
        assertThat(new CatalogueSection(report(1), null).pictures())
                .isEqualTo(new CatalogueSection(report(3), null).pictures());
        assertThat(figuresAlone(HtmlReport.render(report(1)))).isEqualTo(figuresAlone(HtmlReport.render(report(3))));
    }

    @Test
    void every_form_of_the_report_has_them() throws InterruptedException {
        ScenarioResult report = report(2);

        assertThat(TerminalReport.render(report, new Screen(100, false, true)))
                .contains("back      attempts/s")
                .contains("all together");
        assertThat(HtmlReport.render(report))
                .contains("<details open>", "back: in flight <span>requests</span>", "people: goodput");
        assertThat(JsonReport.render(report)).contains("\"parts\": {", "\"robots\": {");
        assertThat(SvgPictures.render(report)).containsKey("parts.svg");
        assertThat(new CatalogueSection(report, null).markdown())
                .contains("![Each part of two over time](pictures/two-parts.svg)")
                .contains("| back | attempts (/s) |");
    }

    @Test
    void a_report_of_one_service_has_none() {
        assertThat(PartFigures.of(SampleResults.retryStorm())).isEmpty();
        assertThat(HtmlReport.render(SampleResults.retryStorm())).doesNotContain("<details");
        assertThat(SvgPictures.render(SampleResults.retryStorm())).doesNotContainKey("parts.svg");
    }

    @Test
    void fifty_variants_can_be_told_apart() {
        var classes = new HashSet<String>();
        IntStream.range(0, 50).forEach(variant -> classes.add(Palette.of(variant)));

        assertThat(classes).hasSize(50);
        for (String name : classes) {
            String last = Objects.requireNonNull(name).substring(name.lastIndexOf(' ') + 1);
            assertThat(Palette.classes() + Palette.dashes()).contains("." + last);
        }
    }

    @Test
    void nothing_of_a_scenario_is_markup_in_the_page_of_the_catalogue() {
        String section = new CatalogueSection(SampleResults.named("a|b <i> `c` *d*"), null).markdown();

        assertThat(section).contains("a\\|b \\<i\\> \\`c\\` \\*d\\*").doesNotContain("NaN");
    }
}
