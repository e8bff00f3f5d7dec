package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.problem.NearestName;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Shares;
import io.goodput.lab.scenario.Expression.Apply;
import io.goodput.lab.scenario.Expression.Word;
import io.goodput.sim.random.Distribution;
import java.nio.file.Path;
import java.util.List;

/**
 * The distributions of scenarios: a duration for what is always the same, or one of {@code exponential(mean)},
 * {@code normal(mean, sd)}, {@code lognormal(median, sigma)}, {@code lognormal(p50=…, p99=…)}, {@code weibull(shape,
 * mean)}, {@code bimodal(common, share, rare)}, {@code file(name, unit)} and {@code file(name, unit, column)}.
 * Arguments may be named.
 */
final class DistributionSyntax {
    static final String EXPECTED = "a duration such as 10ms or a distribution such as exponential(10ms)";

    private static final List<String> NAMES =
            List.of("exponential", "normal", "lognormal", "weibull", "bimodal", "file");
    private static final double MEDIAN = 0.5;
    private static final int MOST_FILES = 20;

    /** Where the files that are named lie. */
    private final Path folder;

    private int files;

    DistributionSyntax(Path folder) {
        this.folder = folder;
    }

    Decoder<Distribution> decoder() {
        return Decoder.ofText(EXPECTED, this::parse);
    }

    private Distribution parse(String text) {
        var reader = new ExpressionReader(text);
        Distribution distribution = of(reader.operand(EXPECTED));
        reader.expectEnd("nothing more");
        return distribution;
    }

    Distribution of(Expression expression) {
        return switch (expression) {
            case Word(String text) ->
                Distribution.constant(Durations.parse(text).toNanos());
            case Apply apply -> of(apply);
        };
    }

    private Distribution of(Apply apply) {
        var arguments = new Arguments(apply);
        return switch (apply.function()) {
            case "exponential" -> {
                arguments.bind("mean");
                yield Distribution.exponential(nanos(arguments.get("mean")));
            }
            case "normal" -> {
                arguments.bind("mean", "sd");
                yield Distribution.normal(nanos(arguments.get("mean")), nanos(arguments.get("sd")));
            }
            case "lognormal" -> logNormal(arguments);
            case "weibull" -> {
                arguments.bind("shape", "mean");
                yield Distribution.weibull(number(arguments.get("shape")), nanos(arguments.get("mean")));
            }
            case "bimodal" -> {
                arguments.bind("common", "share", "rare");
                yield Distribution.bimodal(
                        Shares.parse(arguments.get("share").word("a share such as 1%")),
                        of(arguments.get("common")),
                        of(arguments.get("rare")));
            }
            case "file" -> file(arguments);
            default -> throw unknown(apply);
        };
    }

    private static Distribution logNormal(Arguments arguments) {
        if (arguments.isNamed("p50")) {
            arguments.bind("p50", "p99");
            return Distribution.logNormalThrough(
                    MEDIAN, nanos(arguments.get("p50")), 0.99, nanos(arguments.get("p99")));
        }
        arguments.bind("median", "sigma");
        return Distribution.logNormal(nanos(arguments.get("median")), number(arguments.get("sigma")));
    }

    private Distribution file(Arguments arguments) {
        if (++files > MOST_FILES) {
            throw new IllegalArgumentException("more than " + MOST_FILES + " files of latencies (expected: fewer)");
        }
        if (arguments.count() == 2) {
            arguments.bind("name", "unit");
            return measured(arguments, "");
        }
        arguments.bind("name", "unit", "column");
        return measured(arguments, arguments.get("column").word("a column's name or number"));
    }

    private Distribution measured(Arguments arguments, String column) {
        String name = arguments.get("name").word("the name of a file");
        String unit = arguments.get("unit").word(LatencyFile.UNITS);
        return Distribution.resampled(LatencyFile.read(folder.resolve(name), unit, column));
    }

    private static double nanos(Expression expression) {
        return Durations.parse(expression.word("a duration such as 10ms")).toNanos();
    }

    private static double number(Expression expression) {
        String text = expression.word("a number such as 0.5");
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException(expression + ": not a number (expected: a number such as 0.5)");
        }
        return Double.parseDouble(text);
    }

    private static IllegalArgumentException unknown(Apply apply) {
        String nearest = NearestName.of(apply.function(), NAMES);
        return new IllegalArgumentException(apply + ": unknown distribution"
                + (nearest == null ? "" : ", did you mean " + nearest + "?") + " (expected: one of "
                + String.join(", ", NAMES) + ")");
    }
}
