package io.goodput.lab.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.SampleResults;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PartPanelTest {
    private static final Pattern LABEL =
            Pattern.compile("<text class=\"tick end\" x=\"([0-9.]+)\" y=\"[0-9.]+\">(\\d+)<");

    @Test
    void long_labels_of_values_stay_within_the_drawing() {
        var curve = Curve.of(new double[] {0, 900_000}, 1, 0.5);
        var panel = new PartPanel("database", ChartMetric.ATTEMPTS, List.of(curve));
        var svg = Svg.inPage(330, 140, "attempts");

        panel.draw(svg, SampleResults.retryStorm(), 0, 0, 330, 140);

        assertThat(LABEL.matcher(svg.finish())
                        .results()
                        .filter(label -> label.group(2).length() > 4))
                .isNotEmpty()
                .allSatisfy(label ->
                        assertThat(Double.parseDouble(label.group(1))).isGreaterThan(Svg.width(label.group(2), 11)));
    }
}
