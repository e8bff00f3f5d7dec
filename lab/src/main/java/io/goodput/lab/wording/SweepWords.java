package io.goodput.lab.wording;

import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Edge;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.result.SweepResult.Window;

/** How a sweep is spoken of: over its tables and pictures, and where it turns over. */
public final class SweepWords {
    private SweepWords() {}

    /** One unit for all the points of a figure. */
    public static Scale scale(Figure figure) {
        return switch (figure.unit()) {
            case NONE -> Scale.of("", figure.all());
            case PER_SECOND -> Scale.of("/s", figure.all());
            case SECONDS -> Scale.time(figure.all());
        };
    }

    /** The name of a figure and its unit, as over a table. */
    public static String heading(Figure figure) {
        String unit = scale(figure).unit();
        return (figure.name().equals("metastable") ? "P(metastable)" : figure.name())
                + (unit.isEmpty() ? "" : " in " + (unit.equals("/s") ? "1/s" : unit));
    }

    /** {@code P(metastable) leaves 0 between 23.5 and 24/s, reaches 1 between 48 and 49/s}. */
    public static String sentence(SweepResult sweep, Window window) {
        String unit = sweep.axes().getFirst().unit();
        Edge lower = window.lower();
        Edge upper = window.upper();
        return window.variant() + ": P(metastable) "
                + (lower == null ? "does not leave 0 within the axis" : "leaves 0 " + between(lower, unit))
                + (upper == null ? "" : (lower == null ? ", and reaches 1 " : ", reaches 1 ") + between(upper, unit))
                + " (" + sweep.runs().seeds() + " seeds a value, " + window.runs() + " runs more)";
    }

    private static String between(Edge edge, String unit) {
        return "between " + Figures.plain(edge.from()) + unit + " and " + Figures.plain(edge.to()) + unit;
    }
}
