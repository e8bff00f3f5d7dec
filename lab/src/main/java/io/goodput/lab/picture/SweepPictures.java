package io.goodput.lab.picture;

import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A sweep as SVG pictures, one for each figure: curves over one key, maps over two. */
public final class SweepPictures {
    private SweepPictures() {}

    /** File names and what goes into each; the same report always gives the same bytes. */
    public static SequencedMap<String, String> render(SweepResult report) {
        var pictures = new LinkedHashMap<String, String>();
        for (Figure figure : report.figures()) {
            String name = figure.name().replaceAll("[^a-z0-9]+", "-");
            pictures.put(name + ".svg", picture(report, figure));
        }
        return pictures;
    }

    public static String picture(SweepResult report, Figure figure) {
        return report.isGrid() ? SweepHeat.render(report, figure) : SweepCurves.render(report, figure);
    }
}
