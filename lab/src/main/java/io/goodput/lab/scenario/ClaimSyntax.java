package io.goodput.lab.scenario;

import io.goodput.config.Decoder;
import io.goodput.config.Durations;
import io.goodput.config.NearestName;
import io.goodput.config.Rates;
import io.goodput.config.Shares;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.claim.Dimension;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.claim.Relation;
import io.goodput.lab.claim.Term;
import io.goodput.lab.scenario.Expression.Apply;
import io.goodput.lab.scenario.Expression.Argument;
import io.goodput.lab.scenario.Expression.Word;
import java.util.Collection;
import java.util.List;

/**
 * The claims of scenarios: {@code metric(policy)}, then {@code < <= > >= =} and a number or another figure, or
 * {@code within 2% of} one. A figure may be multiplied, as in {@code attempts(none) < 2 * attempts(budget)}.
 */
final class ClaimSyntax {
    private static final String EXPECTED = "a claim such as goodput(none) > 30/s";

    private static final List<String> ORDERS = List.of("<=", ">=", "<", ">", "=");
    private static final String NUMBER = "\\d{1,9}(\\.\\d{1,9})?";

    private final Collection<String> policies;
    private final String noRecovery;

    /**
     * Claims about these policies.
     *
     * @param noRecovery why no recovery can be measured; empty if one can
     */
    ClaimSyntax(Collection<String> policies, String noRecovery) {
        this.policies = policies;
        this.noRecovery = noRecovery;
    }

    Decoder<Claim> decoder() {
        return Decoder.ofText(EXPECTED, this::parse);
    }

    private Claim parse(String text) {
        var reader = new ExpressionReader(text);
        Term left = term(reader);
        if (!(left instanceof Term.Figure)) {
            throw reader.unexpected(
                    "a figure such as goodput(" + policies.iterator().next() + ") on the left");
        }
        Relation relation = relation(reader, left.dimension());
        Term right = term(reader);
        reader.expectEnd("nothing more");
        return new Claim(text, left, relation, right);
    }

    private static Relation relation(ExpressionReader reader, Dimension dimension) {
        String order = reader.takeAny(ORDERS);
        if (order != null) {
            return order(order);
        }
        if (!reader.take("within")) {
            throw reader.unexpected("one of < <= > >= =, or within");
        }
        String tolerance = reader.operand("a tolerance such as 2%").word("a tolerance such as 2%");
        if (!reader.take("of")) {
            throw reader.unexpected("of");
        }
        return tolerance.endsWith("%")
                ? new Relation.WithinShare(Shares.parse(tolerance))
                : new Relation.Within(constant(tolerance, dimension));
    }

    private static Relation order(String symbol) {
        return switch (symbol) {
            case "<=" -> Relation.Order.AT_MOST;
            case ">=" -> Relation.Order.AT_LEAST;
            case "<" -> Relation.Order.LESS;
            case ">" -> Relation.Order.MORE;
            default -> Relation.Order.EQUAL;
        };
    }

    private Term term(ExpressionReader reader) {
        Expression first = reader.operand("a figure such as goodput(none) or a number");
        if (!reader.take("*")) {
            return switch (first) {
                case Word(String text) -> constant(text);
                case Apply apply -> figure(1, apply);
            };
        }
        String factor = first.word("a number such as 2");
        if (!factor.matches(NUMBER)) {
            throw new IllegalArgumentException(first + ": not a number (expected: a number such as 2)");
        }
        return switch (reader.operand("a figure such as goodput(none)")) {
            case Word word -> throw new IllegalArgumentException(word + " (expected: a figure such as goodput(none))");
            case Apply apply -> figure(Double.parseDouble(factor), apply);
        };
    }

    private Term figure(double factor, Apply apply) {
        Metric metric = Metric.named(apply.function());
        if (metric == null) {
            throw unknown("metric", apply.function(), Metric.names());
        }
        if (metric.needsDisturbance() && !noRecovery.isEmpty()) {
            throw new IllegalArgumentException(apply + ": cannot be evaluated, " + noRecovery);
        }
        List<Argument> arguments = apply.arguments();
        if (arguments.size() != 1 || arguments.getFirst().name() != null) {
            throw new IllegalArgumentException(apply + " (expected: " + metric + "(policy))");
        }
        String policy = arguments.getFirst().value().word("the name of a policy");
        if (!policies.contains(policy)) {
            throw unknown("policy", policy, policies);
        }
        return new Term.Figure(factor, metric, policy);
    }

    private static IllegalArgumentException unknown(String kind, String name, Collection<String> known) {
        String nearest = NearestName.of(name, known);
        return new IllegalArgumentException(new Word(name) + ": unknown " + kind
                + (nearest == null ? "" : ", did you mean " + nearest + "?") + " (expected: one of "
                + String.join(", ", known) + ")");
    }

    /** The unit tells what it is. */
    private static Term constant(String text) {
        Dimension dimension = text.contains("/")
                ? Dimension.RATE
                : text.endsWith("%") || text.matches(NUMBER) ? Dimension.NUMBER : Dimension.TIME;
        return new Term.Constant(constant(text, dimension), dimension);
    }

    private static double constant(String text, Dimension dimension) {
        return switch (dimension) {
            case RATE -> Rates.parse(text);
            case TIME -> Durations.parse(text).toNanos() / 1e9;
            case NUMBER -> text.matches(NUMBER) ? Double.parseDouble(text) : Shares.parse(text);
        };
    }
}
