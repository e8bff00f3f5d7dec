package io.goodput.lab.catalogue;

import io.goodput.lab.claim.Term;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.Scale;
import io.goodput.sim.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text where a figure stands, written as in a claim: {@code p99(fifo)}, {@code attempts(budgets,
 * database)}.
 *
 * <p>Rates are written as {@code 19.9/s}, times in {@code ms} or {@code s} as suits them, shares (of success, of runs
 * that collapse or recover) in percent, with one decimal, all else as a number. {@code in ms} or {@code in s} behind
 * the figure leaves the unit out, for a column that has it; {@code ± in ms} adds the interval; {@code / attempts(none)}
 * makes it a share of another.
 *
 * @param divisor what the figure is a share of; null if it stands for itself
 * @param unit that the text gives itself, {@code ms} or {@code s}; empty if the figure brings its own
 * @param isWithInterval whether the half of the 95 % interval is written as well
 */
record FigurePlace(Term.Figure figure, Term.@Nullable Figure divisor, String unit, boolean isWithInterval) {
    private static final String IN = " in ";
    private static final String WITH_INTERVAL = " ±";
    private static final String OF = " / ";
    private static final BigDecimal ALL = new BigDecimal(100);

    /** Refuses what no claim of the scenario could speak of. */
    static FigurePlace parse(String text, Scenario scenario) {
        int in = text.indexOf(IN);
        String unit = in < 0 ? "" : text.substring(in + IN.length());
        if (!List.of("", "ms", "s").contains(unit)) {
            throw new IllegalArgumentException("unit: " + unit + " (expected: ms or s)");
        }
        String rest = in < 0 ? text : text.substring(0, in);
        boolean isWithInterval = rest.endsWith(WITH_INTERVAL);
        String figures = isWithInterval ? rest.substring(0, rest.length() - WITH_INTERVAL.length()) : rest;
        int of = figures.indexOf(OF);
        return new FigurePlace(
                scenario.figure(of < 0 ? figures : figures.substring(0, of)),
                of < 0 ? null : scenario.figure(figures.substring(of + OF.length())),
                unit,
                isWithInterval);
    }

    /** The figure as the text has it. */
    String written(List<VariantResult> variants) {
        Estimate value = value(figure, variants);
        if (divisor != null) {
            return percent(value.mean() / value(divisor, variants).mean());
        }
        return unit.isEmpty() ? withUnit(value) : withoutUnit(value, unit.equals("ms") ? 1_000 : 1);
    }

    /** A figure that no run had, or that is not measured, has nothing to be written of it. */
    private static Estimate value(Term.Figure figure, List<VariantResult> variants) {
        Estimate value = figure.value(variants);
        if (!value.isDefined()) {
            throw new IllegalArgumentException(
                    figure + " was not measured (expected: a figure that the report of the scenario has)");
        }
        return value;
    }

    private String withUnit(Estimate value) {
        if (figure.measure().metric().isShare()) {
            return percent(Math.min(1, value.mean()));
        }
        return switch (figure.dimension()) {
            case RATE -> Figures.number(value.mean()) + "/s";
            case TIME -> {
                Scale scale = Scale.time(List.of(value));
                yield scale.figure(value) + " " + scale.unit();
            }
            case NUMBER -> Figures.number(value.mean());
        };
    }

    private String withoutUnit(Estimate value, double factor) {
        Scale scale = new Scale("", factor, Figures.decimals(value.mean() * factor));
        String interval = scale.interval(value);
        return scale.figure(value) + (isWithInterval && !interval.isEmpty() ? " " + interval : "");
    }

    /** A share of one with a decimal where it has one: {@code 12.5 %}. What is not quite all is never rounded to it. */
    private static String percent(double share) {
        var rounded = BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (share < 1 && rounded.compareTo(ALL) == 0) {
            return ">99.9 %";
        }
        return rounded.toPlainString() + " %";
    }
}
