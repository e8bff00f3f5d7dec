package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.problem.Echo;
import io.goodput.config.quantity.Durations;
import io.goodput.lab.model.Latency;
import io.goodput.lab.scenario.Expression.Word;
import io.goodput.sim.random.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The latency of a service: a sum of distributions, and of at most one duration {@code * inflight}, as in {@code 1s +
 * 10ms * inflight}.
 */
final class LatencySyntax {
    private static final String EXPECTED = "a sum such as 1s + 10ms * inflight";

    private static final String IN_FLIGHT = "inflight";

    private final DistributionSyntax distributions;

    LatencySyntax(DistributionSyntax distributions) {
        this.distributions = distributions;
    }

    Decoder<Latency> decoder() {
        return Decoder.ofText(EXPECTED, this::parse);
    }

    private Latency parse(String text) {
        var reader = new ExpressionReader(text);
        List<Distribution> draws = new ArrayList<>();
        Duration perInFlight = null;
        do {
            Expression left = reader.operand(DistributionSyntax.EXPECTED);
            if (reader.take("*")) {
                if (perInFlight != null) {
                    throw new IllegalArgumentException(
                            Echo.of(text) + ": inflight twice (expected: at most one term with it)");
                }
                perInFlight = perInFlight(left, reader.operand(IN_FLIGHT));
            } else if (left.equals(new Word(IN_FLIGHT))) {
                throw new IllegalArgumentException(
                        "inflight: missing factor (expected: a term such as 10ms * inflight)");
            } else {
                draws.add(distributions.of(left));
            }
        } while (reader.take("+"));
        reader.expectEnd("+, * inflight, or the end");
        return new Latency(draws, perInFlight == null ? 0 : perInFlight.toNanos());
    }

    private static Duration perInFlight(Expression left, Expression right) {
        boolean inFlightFirst = left.equals(new Word(IN_FLIGHT));
        Expression factor = inFlightFirst ? right : left;
        Expression other = inFlightFirst ? left : right;
        if (!other.equals(new Word(IN_FLIGHT))) {
            throw new IllegalArgumentException(other + ": cannot be multiplied (expected: a duration * inflight)");
        }
        return Durations.parse(factor.word("a duration such as 10ms"));
    }
}
