package io.goodput.lab.report;

import io.goodput.lab.report.ClaimReport.Unit;
import io.goodput.sim.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario showed in which one or two keys took several values.
 *
 * @param runs all of it, each variant at each point being one policy
 * @param title over the pictures
 * @param axes one or two
 * @param variants what is compared at every point
 * @param figures what is drawn
 * @param windows where variants are bistable, as far as that was looked for
 */
public record SweepReport(
        ScenarioReport runs,
        String title,
        List<Varied> axes,
        List<String> variants,
        List<Figure> figures,
        List<Window> windows) {
    /**
     * A key that varies.
     *
     * @param values as written
     * @param places of the values along an axis; their numbers, or 0, 1, 2… where they are none that rise
     * @param unit of the numbers; empty for bare ones
     */
    public record Varied(String path, List<String> values, List<Double> places, String unit) {}

    /**
     * One figure of all variants.
     *
     * @param name such as {@code goodput} or {@code attempts of database}
     * @param unit what it is counted in
     * @param isShare whether it lies between 0 and 1
     * @param estimates for each variant those of its points, the last axis changing fastest
     */
    public record Figure(String name, Unit unit, boolean isShare, List<List<Estimate>> estimates) {
        /** All of them. */
        List<Estimate> all() {
            return estimates.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * The values between which some runs collapse for good and others do not.
     *
     * @param variant of which
     * @param lower where collapse begins: at {@code from} no run did, at {@code to} some; null if all or none does
     * @param upper where recovery ends: at {@code from} some runs recover, at {@code to} none; null likewise
     * @param runs that it took
     */
    public record Window(
            String variant, @Nullable Edge lower, @Nullable Edge upper, int runs) {}

    /** An edge lies between these two values. */
    public record Edge(double from, double to) {}

    /** With windows. */
    public SweepReport withWindows(List<Window> found) {
        return new SweepReport(runs, title, axes, variants, figures, found);
    }

    /** Whether two keys vary. */
    boolean isGrid() {
        return axes.size() == 2;
    }

    Scale scale(Figure figure) {
        return switch (figure.unit()) {
            case NONE -> Scale.of("", figure.all());
            case PER_SECOND -> Scale.of("/s", figure.all());
            case SECONDS -> Scale.time(figure.all());
        };
    }

    /** The name of a figure and its unit, as over a table. */
    String heading(Figure figure) {
        String unit = scale(figure).unit();
        return (figure.name().equals("metastable") ? "P(metastable)" : figure.name())
                + (unit.isEmpty() ? "" : " in " + (unit.equals("/s") ? "1/s" : unit));
    }

    /** {@code P(metastable) leaves 0 between 23.5 and 24/s, reaches 1 between 48 and 49/s}. */
    String sentence(Window window) {
        String unit = axes.getFirst().unit();
        Edge lower = window.lower();
        Edge upper = window.upper();
        return window.variant() + ": P(metastable) "
                + (lower == null ? "does not leave 0 within the axis" : "leaves 0 " + between(lower, unit))
                + (upper == null ? "" : (lower == null ? ", and reaches 1 " : ", reaches 1 ") + between(upper, unit))
                + " (" + runs.seeds() + " seeds a value, " + window.runs() + " runs more)";
    }

    private static String between(Edge edge, String unit) {
        return "between " + Figures.plain(edge.from()) + unit + " and " + Figures.plain(edge.to()) + unit;
    }
}
