package io.goodput.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class SvgPicturesTest {
    @Test
    void thereIsAnOverviewAndOnePictureOfEachMetric() {
        assertThat(SvgPictures.render(SampleReports.retryStorm()))
                .containsOnlyKeys("overview.svg", "goodput.svg", "attempts.svg", "in-flight.svg", "latency.svg");
    }

    @Test
    void eachIsWellFormedWhateverTheScenarioSays() throws Exception {
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
    void eachCarriesATitleAndADescription() throws Exception {
        for (var picture : SvgPictures.render(SampleReports.retryStorm()).values()) {
            var svg = parse(picture);

            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("retry-storm: ");
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(Conclusion.of(SampleReports.retryStorm()));
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(SvgPictures.render(SampleReports.retryStorm()))
                .isEqualTo(SvgPictures.render(SampleReports.retryStorm()));
    }

    @Test
    void oneSeedHasNoBands() {
        for (var picture : SvgPictures.render(SampleReports.oneSeed()).values()) {
            assertThat(picture).doesNotContain("class=\"band\"").doesNotContain("middle 90 %");
        }
    }

    @Test
    void latencyHasItsTailAndLeavesOutWhereNothingSucceeded() {
        var picture = SvgMetric.render(SampleReports.retryStorm(), Metric.LATENCY);

        assertThat(picture)
                .contains("p50 latency (s) of the calls that succeeded, 200 runs pooled", ">p99<")
                .doesNotContain("class=\"band\"");
        assertThat(picture.split("class=\"line tail\" d=\"M", -1)).hasSize(6);
        assertThat(picture).containsPattern("class=\"line tail\" d=\"M[^M\"]*M[^M\"]*\"");
    }

    @Test
    void aPointBetweenTwoGapsIsADot() {
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
