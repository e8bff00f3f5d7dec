package io.goodput.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class SvgPicturesTest {
    @Test
    void there_is_an_overview_and_one_picture_of_each_metric() {
        assertThat(SvgPictures.render(SampleReports.retryStorm()))
                .containsOnlyKeys("overview.svg", "goodput.svg", "attempts.svg", "in-flight.svg", "latency.svg");
    }

    @Test
    void each_is_well_formed_whatever_the_scenario_says() throws Exception {
        for (var report : new ScenarioReport[] {
            SampleReports.retryStorm(),
            SampleReports.oneSeed(),
            SampleReports.nothingSucceeded(),
            SampleReports.undisturbed(),
            SampleReports.named(Hostile.TEXT)
        }) {
            for (var picture : SvgPictures.render(report).values()) {
                assertThat(parse(picture).getTagName()).isEqualTo("svg");
                assertThat(picture).doesNotContain("NaN").doesNotContain("<script");
            }
        }
    }

    @Test
    void each_carries_a_title_and_a_description() throws Exception {
        for (var picture : SvgPictures.render(SampleReports.retryStorm()).values()) {
            var svg = parse(picture);

            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("retry-storm: ");
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(Conclusion.of(SampleReports.retryStorm()));
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        assertThat(SvgPictures.render(SampleReports.retryStorm()))
                .isEqualTo(SvgPictures.render(SampleReports.retryStorm()));
    }

    @Test
    void one_seed_has_no_bands() {
        for (var picture : SvgPictures.render(SampleReports.oneSeed()).values()) {
            assertThat(picture).doesNotContain("class=\"band\"").doesNotContain("middle 90 %");
        }
    }

    @Test
    void latency_has_its_tail_and_leaves_out_where_nothing_succeeded() {
        var picture = SvgMetric.render(SampleReports.retryStorm(), Metric.LATENCY);

        assertThat(picture)
                .contains("p50 latency (s) of the calls that succeeded, 200 runs pooled", ">p99<")
                .doesNotContain("class=\"band\"");
        assertThat(picture.split("class=\"line tail\" d=\"M", -1)).hasSize(6);
        assertThat(picture).containsPattern("class=\"line tail\" d=\"M[^M\"]*M[^M\"]*\"");
    }

    @Test
    void a_point_between_two_gaps_is_a_dot() {
        var values = new double[] {1, 2, Double.NaN, 3, Double.NaN};

        assertThat(SvgPath.line(Curve.of(values, 2, 0.5), x -> x, y -> y)).isEqualTo("M1 1L3 2M7 3h0");
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
