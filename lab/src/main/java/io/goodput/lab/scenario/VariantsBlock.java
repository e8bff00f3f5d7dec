package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.problem.Problems;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a scenario compares. {@code variants} are names, each with keys of the scenario that it changes: blocks are laid
 * over blocks, a value that is nothing takes its key away. {@code policies} are names, each with a guard that the
 * clients of a short scenario have; a block in it replaces that of {@code client} as a whole. Without either there is
 * one variant, {@value #ONLY}.
 */
final class VariantsBlock {
    private static final String ONLY = "base";
    private static final int MOST = 50;

    private static final Decoder<Node> CHANGES = Decoder.of("a block of the keys that it changes", each -> each);
    private static final Key<SequencedMap<String, Node>> VARIANTS =
            Key.of("variants", Decoders.named(CHANGES)).about("What is compared");
    private static final Key<SequencedMap<String, GuardSettings>> POLICIES =
            Key.of("policies", Decoders.named(PolicyBlock.DECODER)).about("Instead of variants, each a client");

    private final Node root;
    private final Block block;
    private final ModelBlock models;
    private final List<Setting> settings;

    VariantsBlock(Node root, Block block, ModelBlock models) {
        this(root, block, models, List.of());
    }

    /** With settings that no variant changes. */
    VariantsBlock(Node root, Block block, ModelBlock models, List<Setting> settings) {
        this.root = root;
        this.block = block;
        this.models = models;
        this.settings = settings;
    }

    /** These keys, with what the schema of a variant is: changes of a model. */
    static Keys keys(ModelBlock models) {
        Decoder<Node> changes =
                Decoder.of(CHANGES.expected(), models.keys().schema().changes(), CHANGES::decode);
        return Keys.of(VARIANTS.within(Decoders.named(changes)), POLICIES);
    }

    /** Whether a scenario has variants, which may bring what it leaves out. */
    static boolean isIn(Node scenario) {
        return scenario.isBlock() && scenario.entries().containsKey(VARIANTS.name());
    }

    SequencedMap<String, Model> decode() {
        Node variants = block.node(VARIANTS);
        Node policies = block.node(POLICIES);
        if (variants != null && policies != null) {
            throw policies.error("beside variants (expected: one of them)");
        }
        if (variants != null) {
            return variants(variants);
        }
        if (policies != null) {
            return policies(policies);
        }
        if (!models.hasServices(block)) {
            var _ = block.required(POLICIES);
        }
        return new LinkedHashMap<>(Map.of(ONLY, models.decode(block)));
    }

    private SequencedMap<String, Model> variants(Node node) {
        var models = new LinkedHashMap<String, Model>();
        var problems = new Problems();
        node.as(VARIANTS.decoder()).forEach((name, change) -> problems.check(() -> models.put(name, changed(change))));
        problems.refuse();
        refuseCount(node, models.size(), "variants");
        return models;
    }

    private Model changed(Node change) {
        Keys keys = models.keys();
        Node known = keys.in(change).node();
        Node base = root;
        for (String key : List.copyOf(root.entries().keySet())) {
            base = keys.names().contains(key) ? base : base.without(key);
        }
        Node changed = base.overlaid(known);
        for (Setting setting : settings) {
            changed = setting.inVariant(changed, keys);
        }
        return keys.read(changed, models::decode);
    }

    private SequencedMap<String, Model> policies(Node node) {
        if (models.hasServices(block)) {
            throw node.error("for one service and its clients (expected: variants, for services and clients)");
        }
        Model model = models.decode(block);
        var all = new LinkedHashMap<String, Model>();
        node.as(POLICIES.decoder()).forEach((name, settings) -> all.put(name, under(settings, model)));
        refuseCount(node, all.size(), "policies");
        return all;
    }

    private static void refuseCount(Node node, int count, String kind) {
        if (count == 0 || count > MOST) {
            throw node.error("has " + count + " " + kind + " (expected: 1 to " + MOST + ")");
        }
    }

    private static Model under(GuardSettings settings, Model model) {
        var populations = new ArrayList<Population>();
        for (Population each : model.populations()) {
            GuardSettings guard = settings.orElse(each.calls().guard());
            populations.add(each.withCalls(each.calls().withGuard(guard)));
        }
        return new Model(populations, model.services(), model.network(), model.faults());
    }
}
