package io.goodput.lab.result;

import io.goodput.lab.result.ClaimResult.Unit;
import io.goodput.sim.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario showed in which one or two keys took several values.
 *
 * @param runs all of it, each variant at each point being one of its variants
 * @param title over the pictures
 * @param axes one or two
 * @param variants what is compared at every point
 * @param figures what is drawn
 * @param windows where variants are bistable, as far as that was looked for
 */
public record SweepResult(
        ScenarioResult runs,
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
        public List<Estimate> all() {
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
    public SweepResult withWindows(List<Window> found) {
        return new SweepResult(runs, title, axes, variants, figures, found);
    }

    /** Whether two keys vary. */
    public boolean isGrid() {
        return axes.size() == 2;
    }

    /**
     * The values of the keys at a point, the last of them changing fastest.
     *
     * @param point counted from 0
     */
    public List<String> valuesAt(int point) {
        int across = axes.getLast().values().size();
        return isGrid()
                ? List.of(
                        axes.getFirst().values().get(point / across),
                        axes.getLast().values().get(point % across))
                : List.of(axes.getFirst().values().get(point));
    }
}
