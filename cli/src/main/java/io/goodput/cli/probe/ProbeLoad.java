package io.goodput.cli.probe;

import io.goodput.cli.load.ArrivalsOption;
import io.goodput.cli.load.GivenOptions;
import io.goodput.config.quantity.RateRange;
import io.goodput.config.quantity.Rates;
import io.goodput.config.quantity.Shares;
import io.goodput.load.step.SteppedPlan;
import io.goodput.terminal.TimeConverter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a probe offers, and its bounds. */
final class ProbeLoad {
    private static final String USUAL_RATES = "10/s..1000/s";
    private static final Set<String> SHOWN = Set.of(
            "--rates",
            "--rate",
            "--steps",
            "--step-time",
            "--warm-up",
            "--arrivals",
            "--seed",
            "--timeout",
            "--method");

    @ArgGroup
    private @Nullable Offered offered;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "8", description = "Rates in --rates (default: 8).")
    private int steps;

    @Option(
            names = "--step-time",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = TimeConverter.class,
            description = "How long each rate is measured (default: 5s).")
    private Duration stepTime;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = TimeConverter.class,
            description = "The same rate before that, not recorded (default: 1s).")
    private Duration warmUp;

    @Mixin
    private ArrivalsOption arrivals;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = TimeConverter.class,
            description = "Of each request (default: 10s).")
    private Duration timeout;

    @Option(
            names = "--most-requests",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Refuses to send more than that in all (default: 100000).")
    private int mostRequests;

    @Option(
            names = "--most-in-flight",
            paramLabel = "N",
            defaultValue = "500",
            description = "Requests in flight at a time; what is due beyond counts as not sent (default: 500).")
    private int mostInFlight;

    @Option(
            names = "--stop-at-errors",
            paramLabel = "SHARE",
            defaultValue = "10%",
            converter = ShareConverter.class,
            description = "Stops when more than this share of the answers are errors (default: 10%%).")
    private double stopAtErrors;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ProbeLoad() {}

    /** A range, or a list. */
    private static final class Offered {
        @Option(
                names = "--rates",
                paramLabel = "FROM..TO",
                description = "Rates from low to high, each so many times the one before (default: 10/s..1000/s).")
        private @Nullable String range;

        @Option(names = "--rate", paramLabel = "RATE", split = ",", description = "These rates, such as 50/s,100/s.")
        private @Nullable List<String> list;
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException if it is out of bounds; the message is for the user
     */
    SteppedPlan plan() {
        return new SteppedPlan(
                rates(),
                warmUp,
                stepTime,
                arrivals.isPoisson(),
                arrivals.seed(),
                mostRequests,
                mostInFlight,
                timeout,
                stopAtErrors);
    }

    private List<Double> rates() {
        if (offered != null && offered.list != null) {
            return offered.list.stream().map(Rates::parse).toList();
        }
        String range = offered == null || offered.range == null ? USUAL_RATES : offered.range;
        RateRange ends = RateRange.parse(range);
        return SteppedPlan.geometric(ends.from(), ends.to(), steps);
    }

    /** The options that say what was measured, as they were given; no header, which may hold a secret. */
    String given(CommandSpec spec) {
        return GivenOptions.of(spec, SHOWN);
    }

    /** As everywhere else. */
    private static final class ShareConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                return Shares.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        }
    }
}
