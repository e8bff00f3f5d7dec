package io.goodput.lab.scenario;

import io.goodput.config.language.Node;
import io.goodput.config.problem.FileFinding;
import io.goodput.config.problem.FilePlace;
import io.goodput.lab.lint.ModelFinding;
import io.goodput.lab.lint.ModelRules;
import io.goodput.lint.LintRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;

/** What is dangerous in a scenario, each finding once, at its place, with the variants that it is about. */
final class ScenarioLint {
    private static final int MOST_NAMED = 5;
    private static final List<String> SHORT_GUARD = List.of("clients", "clients", "calls", "guard");

    private final Node root;
    private final boolean isShort;
    private final SequencedMap<Spot, FileFinding> found = new LinkedHashMap<>();
    private final SequencedMap<Spot, SequencedSet<String>> variants = new LinkedHashMap<>();

    private ScenarioLint(Node root) {
        this.root = root;
        this.isShort = !root.entries().containsKey("services");
    }

    private record Spot(FilePlace place, LintRule rule) {}

    /** All of them. */
    static List<FileFinding> findings(Node root, Scenario scenario) {
        var lint = new ScenarioLint(root);
        var names = new TreeSet<String>();
        scenario.variants().forEach((name, model) -> {
            String variant = scenario.sweep() == null ? name : Sweep.variant(name);
            names.add(variant);
            ModelRules.findings(model).forEach(finding -> lint.add(finding, variant));
        });
        return lint.told(names.size());
    }

    private void add(ModelFinding finding, String variant) {
        Node node = nearest(finding.keys(), variant);
        var spot = new Spot(node.keyPlace(), finding.finding().rule());
        found.putIfAbsent(spot, FileFinding.of(finding.finding(), node.keyPlace(), node.path()));
        variants.computeIfAbsent(spot, _ -> new LinkedHashSet<>()).add(variant);
    }

    /** What a variant writes counts, as far as it says it; otherwise what it is laid over. */
    private Node nearest(List<String> keys, String variant) {
        List<String> own = isShort ? shortForm(keys, "client") : keys;
        var inVariant = new ArrayList<>(List.of("variants", variant));
        inVariant.addAll(own);
        Node base = root.nearest(own);
        Node over = root.nearest(inVariant);
        return over.depth() - 2 >= base.depth() ? over : underPolicy(keys, variant, base);
    }

    private Node underPolicy(List<String> keys, String variant, Node base) {
        Node policy = root.nearest(shortForm(keys, "policies", variant));
        return isShort && policy.depth() - 1 >= base.depth() ? policy : base;
    }

    /** Of one service and its clients. */
    private static List<String> shortForm(List<String> keys, String... client) {
        var own = new ArrayList<String>();
        if (keys.getFirst().equals("services")) {
            own.add("service");
            own.addAll(keys.subList(2, keys.size()));
        } else {
            own.addAll(List.of(client));
            own.addAll(keys.subList(Math.min(SHORT_GUARD.size(), keys.size()), keys.size()));
        }
        return own;
    }

    private List<FileFinding> told(int all) {
        var told = new ArrayList<FileFinding>();
        found.forEach((spot, finding) -> {
            SequencedSet<String> names = variants.get(spot);
            told.add(
                    names == null || names.size() == all
                            ? finding
                            : finding.withMessage(finding.message() + of(names)));
        });
        return told;
    }

    private static String of(SequencedSet<String> names) {
        String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
        int more = names.size() - MOST_NAMED;
        return " (" + (names.size() == 1 ? "variant " : "variants ") + first
                + (more > 0 ? " and " + more + " more" : "") + ")";
    }
}
