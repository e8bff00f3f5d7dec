package io.goodput.lab.wording;

import io.goodput.lab.result.ClaimResult.Unit;
import io.goodput.sim.Estimate;
import java.util.Collection;
import java.util.List;

/**
 * One unit and one number of decimals for figures that are to be compared, so that they align and no reader has to tell
 * milliseconds from seconds.
 *
 * @param unit as written in a heading; empty for a bare number
 * @param factor from the figure as measured to the unit
 * @param decimals digits after the point
 */
public record Scale(String unit, double factor, int decimals) {
    public static Scale of(String unit, Collection<Estimate> figures) {
        return new Scale(unit, 1, Figures.decimals(largest(figures)));
    }

    /** Seconds, or milliseconds where every figure is below one second. */
    public static Scale time(Collection<Estimate> figures) {
        return time(figures, figures);
    }

    /** The same for some figures beside others of the same unit. */
    public static Scale time(Collection<Estimate> all, Collection<Estimate> some) {
        var time = time(largest(all));
        return new Scale(time.unit, time.factor, Figures.decimals(largest(some) * time.factor));
    }

    /** The same for times of which only the largest, in seconds, is known. */
    public static Scale time(double largest) {
        var isShort = largest > 0 && largest < 1;
        var factor = isShort ? 1000 : 1;
        return new Scale(isShort ? "ms" : "s", factor, Figures.decimals(largest * factor));
    }

    /** A figure that stands alone, without its interval if none is known: {@code 0.82 (0.76–0.87)}. */
    public static String alone(Estimate figure, Unit unit) {
        var scale = switch (unit) {
            case NONE -> new Scale("", 1, decimals(figure));
            case PER_SECOND -> of("/s", List.of(figure));
            case SECONDS -> time(List.of(figure));
        };
        return figure.isDefined() ? scale.withInterval(figure) + scale.suffix() : Figures.ABSENT;
    }

    /** Enough not to round an interval to certainty. */
    private static int decimals(Estimate figure) {
        var usual = Figures.decimals(figure.mean());
        var width = figure.high() - figure.low();
        return width > 0 && width < Math.pow(10, -usual) ? Figures.decimals(width) : usual;
    }

    private String withInterval(Estimate figure) {
        var interval = interval(figure);
        if (interval.isEmpty()) {
            return figure(figure);
        }
        return figure(figure) + (interval.startsWith("±") ? " " + interval : " (" + interval + ")");
    }

    private String suffix() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static double largest(Collection<Estimate> figures) {
        return figures.stream()
                .mapToDouble(Estimate::mean)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    public String figure(Estimate figure) {
        return Figures.fixed(figure.mean() * factor, decimals);
    }

    /** {@code -0.12 to 0.34}, for what may be negative. */
    public String bounds(Estimate figure) {
        return Figures.fixed(figure.low() * factor, decimals) + " to "
                + Figures.fixed(figure.high() * factor, decimals);
    }

    /** {@code ±0.1} where the interval is symmetric as written, otherwise {@code 0.76–0.87}; empty where unknown. */
    public String interval(Estimate figure) {
        if (!figure.isDefined() || !figure.hasInterval()) {
            return "";
        }
        var below = Figures.fixed((figure.mean() - figure.low()) * factor, decimals);
        var above = Figures.fixed((figure.high() - figure.mean()) * factor, decimals);
        return below.equals(above)
                ? "±" + above
                : Figures.fixed(figure.low() * factor, decimals) + "–"
                        + Figures.fixed(figure.high() * factor, decimals);
    }
}
