package io.goodput.lab.picture;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.PartPanel;
import io.goodput.lab.result.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A report as SVG pictures: {@code overview.svg} for a README, one of each metric over time, and {@code parts.svg}
 * where the model has several populations or services, {@code loop.svg} of goodput against load where that rises and
 * falls. Each can be read on light and on dark pages and carries a title and a description for those who do not see it.
 */
public final class SvgPictures {
    /** The whole scenario in one picture. */
    public static final String OVERVIEW = "overview.svg";

    /** Goodput against load, where there is one. */
    public static final String LOOP = "loop.svg";

    /** Populations and services, where there are several. */
    public static final String PARTS = "parts.svg";

    private SvgPictures() {}

    /** File names and what goes into each; the same report always gives the same bytes. */
    public static SequencedMap<String, String> render(ScenarioResult report) {
        var pictures = new LinkedHashMap<String, String>();
        pictures.put(OVERVIEW, SvgOverview.render(report));
        for (var metric : ChartMetric.values()) {
            pictures.put(metric.key + ".svg", SvgMetric.render(report, metric));
        }
        pictures.putAll(whereTheyApply(report));
        return pictures;
    }

    /** Those of them that say most: not the metrics over time, each by itself. */
    public static SequencedMap<String, String> atAGlance(ScenarioResult report) {
        var pictures = new LinkedHashMap<String, String>();
        pictures.put(OVERVIEW, SvgOverview.render(report));
        pictures.putAll(whereTheyApply(report));
        return pictures;
    }

    private static Map<String, String> whereTheyApply(ScenarioResult report) {
        var pictures = new LinkedHashMap<String, String>();
        LoadLoop.of(report).ifPresent(loop -> pictures.put(LOOP, SvgLoop.render(report, loop)));
        var panels = PartPanel.of(report);
        if (!panels.isEmpty()) {
            pictures.put(PARTS, SvgParts.render(report, panels));
        }
        return pictures;
    }
}
