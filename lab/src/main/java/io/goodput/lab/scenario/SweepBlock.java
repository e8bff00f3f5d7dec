package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.NearestName;
import io.goodput.config.problem.Problems;
import io.goodput.config.schema.JsonSchema;
import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code vary}: one or two paths of keys, each with the values that it takes ({@link ValueSyntax}, or a
 * list). Beside it, {@code figure} says what is drawn over them: {@code metric}, one or a list (default: goodput,
 * metastable, amplification and p99), and a {@code title}.
 */
final class SweepBlock {
    private static final List<Metric> USUAL =
            List.of(Metric.GOODPUT, Metric.METASTABLE, Metric.AMPLIFICATION, Metric.P99);
    private static final Set<String> NAMED = Set.of("clients", "services", "variants", "policies", "operations");
    private static final Set<String> ROOTS =
            new LinkedHashSet<>(ScenarioReader.changeable().names());
    private static final int MOST_AXES = 2;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_METRIC = 1_000;

    private static final Decoder<String> FIGURE_METRIC = Decoders.text(LONGEST_METRIC);
    private static final Key<String> METRIC = Key.of(
            "metric",
            Decoder.of(
                    "a metric such as goodput, or a list of them",
                    JsonSchema.anyOf(
                            FIGURE_METRIC.schema(),
                            Decoders.listOf(FIGURE_METRIC).schema()),
                    FIGURE_METRIC::decode));
    private static final Key<String> TITLE =
            Key.of("title", Decoders.text(LONGEST_TITLE)).otherwise("");
    private static final Keys FIGURE_KEYS = Keys.of(METRIC, TITLE);
    private static final Key<Node> FIGURE = Key.of(
                    "figure", Decoder.of("a block such as {metric: goodput}", FIGURE_KEYS.schema(), node -> node))
            .about("What is drawn over them");
    private static final Key<Node> VARY = Key.of(
                    "vary", Decoder.of("a block of paths, each with its values", paths(), node -> node))
            .about("One or two paths of keys, each with the values that it takes");

    static final Keys KEYS = Keys.of(VARY, FIGURE);

    private final Node scenario;
    private final Node vary;
    private final SequencedMap<Varied, List<Node>> axes = new LinkedHashMap<>();

    private SweepBlock(Node scenario, Node vary) {
        this.scenario = scenario;
        this.vary = vary;
        var problems = new Problems();
        vary.entries()
                .forEach((path, node) -> problems.check(() -> {
                    refuseUnknown(path, node);
                    List<Node> values = values(node);
                    axes.put(varied(path, node, values), values);
                }));
        problems.refuse();
        int points =
                axes.keySet().stream().mapToInt(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
        if (axes.isEmpty() || axes.size() > MOST_AXES || points > Sweep.MOST_POINTS) {
            throw vary.error("has " + axes.size() + " keys and " + points
                    + " points (expected: 1 or 2 keys, and at most " + Sweep.MOST_POINTS + " points)");
        }
    }

    private static JsonSchema paths() {
        Decoder<String> values = Decoder.ofText(ValueSyntax.EXPECTED, text -> text);
        return JsonSchema.named(
                ".*", JsonSchema.anyOf(values.schema(), Decoders.listOf(values).schema()));
    }

    /** The sweep that a scenario asks for; null if it asks for none. */
    static @Nullable SweepBlock of(Block block) {
        Node vary = block.node(VARY);
        Node figure = block.node(FIGURE);
        if (vary == null && figure != null) {
            throw figure.error("without vary (expected: vary, which says over what it is drawn)");
        }
        return vary == null ? null : new SweepBlock(block.node(), vary);
    }

    /** Whether a scenario has a sweep, whose points may bring what it leaves out. */
    static boolean isIn(Node scenario) {
        return scenario.isBlock() && scenario.entries().containsKey(VARY.name());
    }

    /** What a block of known keys does not know, its decoder refuses; among free names, a new one is a mistake. */
    private void refuseUnknown(String path, Node value) {
        String root = path.replaceAll("[.\\[].*", "");
        if (!ROOTS.contains(root)) {
            throw unknown(value, path, root, ROOTS);
        }
        Node at = scenario;
        boolean isNamed = false;
        for (String step : path.split("[.\\[]", -1)) {
            if (!at.isBlock()) {
                return;
            }
            Set<String> known = at.entries().keySet();
            if (isNamed && !known.contains(step)) {
                throw unknown(value, path, step, known);
            }
            isNamed = NAMED.contains(step) && !isNamed;
            Node next = at.entries().get(step);
            if (next == null) {
                return;
            }
            at = next;
        }
    }

    private static ConfigException unknown(Node value, String path, String step, Set<String> known) {
        String nearest = NearestName.of(step, known);
        return value.error("unknown key " + step + " in " + path
                + (nearest == null ? "" : ", did you mean " + path.replace(step, nearest) + "?")
                + " (known: " + String.join(", ", known) + ")");
    }

    private static List<Node> values(Node node) {
        List<Node> written = node.isList() ? node.items() : List.of(node);
        var values = new ArrayList<Node>();
        for (Node each : written) {
            Function<String, List<String>> parse = node.isList() ? List::of : ValueSyntax::parse;
            each.as(Decoder.ofText(ValueSyntax.EXPECTED, parse)).forEach(text -> values.add(each.withText(text)));
        }
        return values;
    }

    private static Varied varied(String path, Node node, List<Node> values) {
        List<String> texts = values.stream().map(Node::text).toList();
        long distinct = texts.stream().distinct().count();
        if (texts.isEmpty() || texts.size() > ValueSyntax.MOST || distinct < texts.size()) {
            throw node.error("has " + texts.size() + " values, " + distinct + " of them different (expected: 1 to "
                    + ValueSyntax.MOST + ", all different)");
        }
        return ValueSyntax.varied(path, texts);
    }

    /** Every variant at every point. */
    SequencedMap<String, Model> models(Function<List<Setting>, SequencedMap<String, Model>> variants) {
        SequencedMap<String, SequencedMap<String, Model>> byVariant = new LinkedHashMap<>();
        for (List<Setting> point : settings()) {
            List<String> values =
                    point.stream().map(setting -> setting.value().text()).toList();
            variants.apply(point)
                    .forEach((name, model) -> byVariant
                            .computeIfAbsent(name, _ -> new LinkedHashMap<>())
                            .put(Sweep.name(name, values), model));
        }
        var models = new LinkedHashMap<String, Model>();
        byVariant.values().forEach(models::putAll);
        if (models.size() > Sweep.MOST_RUNS_OF_POINTS) {
            throw vary.error("has " + models.size() + " points of all variants together (expected: at most "
                    + Sweep.MOST_RUNS_OF_POINTS + ")");
        }
        return models;
    }

    private List<List<Setting>> settings() {
        List<List<Setting>> points = List.of(List.of());
        for (Map.Entry<Varied, List<Node>> axis : axes.entrySet()) {
            var longer = new ArrayList<List<Setting>>();
            for (List<Setting> point : points) {
                for (Node value : axis.getValue()) {
                    var extended = new ArrayList<>(point);
                    extended.add(new Setting(axis.getKey().path(), value));
                    longer.add(extended);
                }
            }
            points = longer;
        }
        return points;
    }

    /** What the sweep is, once its models are known. */
    Sweep decode(Block block, SequencedMap<String, Model> models, RunPlan plan) {
        List<String> variants =
                models.keySet().stream().map(Sweep::variant).distinct().toList();
        Node figure = block.node(FIGURE);
        var syntax = new ClaimSyntax(models, plan);
        List<Measure> figures = USUAL.stream().map(Measure::of).toList();
        String title = "";
        if (figure != null) {
            Block inside = FIGURE_KEYS.in(figure);
            Node metric = inside.node(METRIC);
            if (metric != null) {
                Decoder<Measure> one = syntax.measureDecoder();
                figures = metric.isList() ? metric.as(Decoders.listOf(one)) : List.of(metric.as(one));
            }
            title = inside.get(TITLE);
        }
        return new Sweep(List.copyOf(axes.keySet()), variants, figures, title);
    }
}
