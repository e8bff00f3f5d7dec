package io.goodput.lab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Curve;
import io.goodput.lab.drawing.SvgPath;
import io.goodput.lab.result.Hostile;
import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class SvgPicturesTest {
    @Test
    void there_is_an_overview_and_one_picture_of_each_metric() {
        assertThat(SvgPictures.render(SampleResults.retryStorm()))
                .containsOnlyKeys("overview.svg", "goodput.svg", "attempts.svg", "in-flight.svg", "latency.svg");
    }

    @Test
    void each_is_well_formed_whatever_the_scenario_says() throws Exception {
        for (var report : new ScenarioResult[] {
            SampleResults.retryStorm(),
            SampleResults.oneSeed(),
            SampleResults.nothingSucceeded(),
            SampleResults.undisturbed(),
            SampleResults.named(Hostile.TEXT)
        }) {
            for (var picture : SvgPictures.render(report).values()) {
                assertThat(parse(picture).getTagName()).isEqualTo("svg");
                assertThat(picture).doesNotContain("NaN").doesNotContain("<script");
            }
        }
    }

    @Test
    void each_carries_a_title_and_a_description() throws Exception {
        for (var picture : SvgPictures.render(SampleResults.retryStorm()).values()) {
            var svg = parse(picture);

            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("retry-storm: ");
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(Conclusion.of(SampleResults.retryStorm()));
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        assertThat(SvgPictures.render(SampleResults.retryStorm()))
                .isEqualTo(SvgPictures.render(SampleResults.retryStorm()));
    }

    @Test
    void one_seed_has_no_bands() {
        for (var picture : SvgPictures.render(SampleResults.oneSeed()).values()) {
            assertThat(picture).doesNotContain("class=\"band\"").doesNotContain("middle 90 %");
        }
    }

    @Test
    void latency_has_its_tail_and_leaves_out_where_nothing_succeeded() {
        var picture = SvgMetric.render(SampleResults.retryStorm(), ChartMetric.LATENCY);

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
