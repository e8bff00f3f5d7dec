package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.problem.NearestName;
import io.goodput.config.quantity.DurationSpan;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Rates;
import io.goodput.config.quantity.Shares;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.claim.Dimension;
import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.claim.Relation;
import io.goodput.lab.claim.Term;
import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Expression.Apply;
import io.goodput.lab.scenario.Expression.Argument;
import io.goodput.lab.scenario.Expression.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * The claims of scenarios: {@code metric(variant)}, {@code metric(variant, service)} or {@code metric(variant,
 * 20s..30s)}, then {@code < <= > >= =} and a number or another figure, or {@code within 2% of} one. A figure may be
 * multiplied, as in {@code attempts(none) < 2 * attempts(budget)}.
 */
final class ClaimSyntax {
    private static final String EXPECTED = "a claim such as goodput(none) > 30/s";

    /** The claims of a scenario, for a schema. */
    static final Key<List<String>> KEY = Key.of("claims", Decoders.listOf(Decoder.ofText(EXPECTED, text -> text)))
            .about("What the runs must show");

    private static final List<String> ORDERS = List.of("<=", ">=", "<", ">", "=");
    private static final String NUMBER = "\\d{1,9}(\\.\\d{1,9})?";

    private final SequencedMap<String, Model> variants;
    private final RunPlan plan;

    /** Claims about these variants under that plan. */
    ClaimSyntax(SequencedMap<String, Model> variants, RunPlan plan) {
        this.variants = variants;
        this.plan = plan;
    }

    Decoder<Claim> decoder() {
        return Decoder.ofText(EXPECTED, this::parse);
    }

    /** A figure of any variant: a metric, or {@code metric(part)}, {@code metric(part, 20s..30s)}. */
    Decoder<Measure> measureDecoder() {
        return Decoder.ofText("a metric such as goodput or attempts(database)", this::measure);
    }

    private Measure measure(String text) {
        var reader = new ExpressionReader(text);
        Expression written = reader.operand("a metric such as goodput");
        reader.expectEnd("nothing more");
        Apply apply = switch (written) {
            case Word(String name) -> new Apply(name, List.of());
            case Apply given -> given;
        };
        Metric metric = metric(apply);
        if (metric.needsDisturbance()) {
            variants.values().forEach(model -> refuseUnseen(apply, metric, model));
        }
        return measure(metric, variants.firstEntry().getValue(), apply.arguments());
    }

    private static Metric metric(Apply apply) {
        Metric metric = Metric.named(apply.function());
        if (metric == null) {
            throw unknown("metric", apply.function(), Metric.names());
        }
        return metric;
    }

    private Claim parse(String text) {
        var reader = new ExpressionReader(text);
        Term left = term(reader);
        if (!(left instanceof Term.Figure)) {
            throw reader.unexpected(
                    "a figure such as goodput(" + variants.firstEntry().getKey() + ") on the left");
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

    /** A figure of one variant, which nothing follows. */
    Term.Figure figure(String text) {
        var reader = new ExpressionReader(text);
        Expression written = reader.operand("a figure such as goodput(none)");
        reader.expectEnd("nothing more");
        return switch (written) {
            case Word word -> throw new IllegalArgumentException(word + " (expected: a figure such as goodput(none))");
            case Apply apply -> figure(1, apply);
        };
    }

    private Term.Figure figure(double factor, Apply apply) {
        Metric metric = metric(apply);
        List<Argument> arguments = apply.arguments();
        if (arguments.isEmpty() || arguments.size() > 3 || arguments.stream().anyMatch(each -> each.name() != null)) {
            throw new IllegalArgumentException(apply + " (expected: " + metric + "(variant), with a part or a span)");
        }
        String variant = arguments.getFirst().value().word("the name of a variant");
        Model model = variants.get(variant);
        if (model == null) {
            throw unknown("variant", variant, variants.keySet());
        }
        refuseUnseen(apply, metric, model);
        return new Term.Figure(factor, measure(metric, model, arguments.subList(1, arguments.size())), variant);
    }

    private void refuseUnseen(Apply apply, Metric metric, Model model) {
        if (metric.needsDisturbance() && !noRecovery(model).isEmpty()) {
            throw new IllegalArgumentException(apply + ": cannot be evaluated, " + noRecovery(model));
        }
    }

    private String noRecovery(Model model) {
        if (model.disturbances().isEmpty()) {
            return "nothing is disturbed (expected: phases in the workload, or faults)";
        }
        return plan.seesRecoveryFrom(model.disturbances())
                ? ""
                : "the run ends too soon after the last phase or fault (expected: " + Durations.format(RunPlan.WELL)
                        + " or more)";
    }

    private Measure measure(Metric metric, Model model, List<Argument> arguments) {
        String part = null;
        DurationSpan span = null;
        for (Argument argument : arguments) {
            String word = argument.value().word("a population, a service or a span");
            if (word.contains("..") && span == null) {
                span = span(metric, word);
            } else if (!word.contains("..") && part == null) {
                part = part(metric, model, word);
            } else {
                throw new IllegalArgumentException(new Word(word) + ": one too many (expected: a part and a span)");
            }
        }
        if (metric == Metric.WARNED && (part == null || model.service(part).section() == null)) {
            throw new IllegalArgumentException((part == null ? "all services" : part)
                    + ": nothing warns of it (expected: a service with meter: {critical-section: standard})");
        }
        return new Measure(metric, part, span);
    }

    private DurationSpan span(Metric metric, String text) {
        DurationSpan span = DurationSpan.parse(text);
        if (!metric.isOfSpans()) {
            throw new IllegalArgumentException(metric + ": is measured in the settled window (expected: no span)");
        }
        plan.refuseUncountable(span);
        return span;
    }

    private static String part(Metric metric, Model model, String name) {
        boolean isPopulation =
                model.populations().stream().anyMatch(each -> each.name().equals(name));
        boolean isService =
                model.services().stream().anyMatch(each -> each.name().equals(name));
        if (!isPopulation && !isService && isEndpoint(model, name)) {
            if (!metric.isOfEndpoints()) {
                throw new IllegalArgumentException(metric + ": is not a figure of an endpoint");
            }
            return name;
        }
        if (!isPopulation && !isService) {
            var known = new ArrayList<String>();
            model.populations().forEach(each -> known.add(each.name()));
            model.services().forEach(each -> known.add(each.name()));
            throw unknown("population or service", name, known);
        }
        if (isPopulation ? !metric.isOfPopulations() : !metric.isOfServices()) {
            throw new IllegalArgumentException(
                    metric + ": is not a figure of a " + (isPopulation ? "population" : "service"));
        }
        return name;
    }

    private static boolean isEndpoint(Model model, String name) {
        return model.services().stream()
                .anyMatch(each -> IntStream.rangeClosed(1, each.endpoints())
                        .anyMatch(number -> each.endpointName(number).equals(name)));
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
