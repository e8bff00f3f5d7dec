package io.goodput.lab.picture;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.PartPanel;
import io.goodput.lab.result.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A report as SVG pictures: {@code overview.svg} for a README, one of each metric over time, and {@code parts.svg}
 * where the model has several populations or services, {@code loop.svg} of goodput against load where that rises and
 * falls. Each can be read on light and on dark pages and carries a title and a description for those who do not see it.
 */
public final class SvgPictures {
    private SvgPictures() {}

    /** File names and what goes into each; the same report always gives the same bytes. */
    public static SequencedMap<String, String> render(ScenarioResult report) {
        var pictures = new LinkedHashMap<String, String>();
        pictures.put("overview.svg", SvgOverview.render(report));
        for (var metric : ChartMetric.values()) {
            pictures.put(metric.key + ".svg", SvgMetric.render(report, metric));
        }
        LoadLoop.of(report).ifPresent(loop -> pictures.put("loop.svg", SvgLoop.render(report, loop)));
        var panels = PartPanel.of(report);
        if (!panels.isEmpty()) {
            pictures.put("parts.svg", SvgParts.render(report, panels));
        }
        return pictures;
    }
}
