package io.goodput.lab.scenario;

import io.goodput.config.FormatVersion;
import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Problems;
import io.goodput.config.schema.JsonSchema;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.model.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads scenario files, schema version 1. */
public final class ScenarioReader {
    static final ScenarioKind KIND = new ScenarioKind();

    private static final int LONGEST_ABOUT = 2_000;
    private static final int MOST_CLAIMS = 200;

    private static final Key<String> NAME =
            Key.of("scenario", Decoders.identifier()).required().about("Its name");
    private static final Key<String> ABOUT =
            Key.of("about", Decoders.text(LONGEST_ABOUT)).otherwise("").about("What it shows");
    private static final Key<RunPlan> RUN =
            Key.of("run", RunBlock.DECODER).required().about("How it is run");

    private final String source;
    private final DistributionSyntax distributions;
    private final List<Node> changes;

    private ScenarioReader(String source, Path folder, List<Node> changes) {
        this.source = source;
        this.changes = changes;
        this.distributions = new DistributionSyntax(folder);
    }

    /**
     * Reads a file. Files that it names lie beside it.
     *
     * @throws ConfigException if it cannot be read, or says what cannot be run
     */
    public static Scenario read(Path file) {
        String source = YamlFile.text(file);
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
        return parse(file.toString(), source, folder);
    }

    /**
     * Reads text.
     *
     * @param name stands for the file's name in messages
     * @param folder where the files lie that it names
     * @throws ConfigException if it says what cannot be run
     */
    public static Scenario parse(String name, String text, Path folder) {
        return parse(name, text, folder, List.of());
    }

    /**
     * Reads text, with changes.
     *
     * @param changes each a block of keys of the scenario, laid over it one after the other before it is decoded
     * @throws ConfigException if it says what cannot be run
     */
    public static Scenario parse(String name, String text, Path folder, List<Node> changes) {
        return YamlFile.parse(name, text, new ScenarioReader(text, folder, changes).decoder());
    }

    /**
     * Reads a file, and looks for what is dangerous in its guards, services and layers: not to run it, but to tell. A
     * file that cannot be used has its errors instead.
     */
    public static CheckedFile<Scenario> check(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
        return check(file.toString(), () -> YamlFile.text(file), folder);
    }

    static CheckedFile<Scenario> check(String name, Supplier<String> source, Path folder) {
        record Read(Node root, Scenario scenario) {}
        return CheckedFile.of(
                        name,
                        "docs/lab/scenarios.md",
                        () -> {
                            String text = source.get();
                            Decoder<Scenario> decoder = new ScenarioReader(text, folder, List.of()).decoder();
                            return YamlFile.parse(name, text, Decoder.of("", root -> new Read(root, root.as(decoder))));
                        },
                        read -> ScenarioLint.findings(read.root, read.scenario))
                .map(Read::scenario);
    }

    private Decoder<Scenario> decoder() {
        return Decoder.of("a scenario", this::decode);
    }

    private Scenario decode(Node written) {
        KIND.refuseOthers(written);
        FormatVersion.check(written);
        Node node = changes.stream().reduce(written, Node::overlaid);
        Keys model = new ModelBlock(distributions, RunPlan.LONGEST).keys();
        // What a variant or a point of a sweep says may be missing here, so it is looked at there.
        boolean isWhole = !VariantsBlock.isIn(node) && !SweepBlock.isIn(node);
        return keys(isWhole ? model : model.ofAnything()).read(node, this::decode);
    }

    private Scenario decode(Block block) {
        var _ = block.get(FormatVersion.KEY);
        String name = block.get(NAME);
        String about = block.get(ABOUT);
        SweepBlock vary = SweepBlock.of(block);
        var problems = new Problems();
        RunPlan plan = problems.attempt(() -> block.get(RUN));
        var models = new ModelBlock(distributions, plan == null ? RunPlan.LONGEST : plan.length());
        SequencedMap<String, Model> variants = problems.attempt(() -> variants(block, models, vary));
        if (plan == null || variants == null) {
            throw problems.refusal();
        }
        Sweep sweep = vary == null ? null : vary.decode(block, variants, plan);
        List<Claim> claims = claims(block, variants, plan);
        // What it refuses is too long a run.
        return block.required(RUN)
                .as(Decoder.of("a plan", _ -> new Scenario(name, about, source, variants, plan, claims, sweep)));
    }

    private static SequencedMap<String, Model> variants(Block block, ModelBlock models, @Nullable SweepBlock vary) {
        return vary == null
                ? new VariantsBlock(block.node(), block, models).decode()
                : vary.models(settings -> variants(block.node(), models, settings));
    }

    private static SequencedMap<String, Model> variants(Node node, ModelBlock models, List<Setting> settings) {
        Node changed = node;
        for (Setting setting : settings) {
            changed = setting.inScenario(changed);
        }
        return new VariantsBlock(changed, keys(models().keys()).in(changed), models, settings).decode();
    }

    /** What a scenario may be, as far as a schema can say. */
    static JsonSchema schema() {
        return keys().schema().about("A scenario of Goodput's lab.");
    }

    /** All that there are. */
    static Keys keys() {
        return keys(models().keys());
    }

    private static Keys keys(Keys model) {
        return Keys.of(FormatVersion.KEY, NAME, ABOUT)
                .and(model)
                .and(VariantsBlock.keys(models()))
                .and(SweepBlock.KEYS)
                .and(Keys.of(RUN, ClaimSyntax.KEY));
    }

    /** What a sweep may vary, and a file of changes change: the model, its variants and policies. */
    static Keys changeable() {
        ModelBlock models = models();
        return models.keys().and(VariantsBlock.keys(models));
    }

    /** To name keys takes no file that they name, and no length. */
    private static ModelBlock models() {
        return new ModelBlock(new DistributionSyntax(Path.of("")), RunPlan.LONGEST);
    }

    private static List<Claim> claims(Block block, SequencedMap<String, Model> variants, RunPlan plan) {
        Node node = block.node(ClaimSyntax.KEY);
        if (node == null) {
            return List.of();
        }
        int count = node.items().size();
        if (count == 0 || count > MOST_CLAIMS) {
            throw node.error("has " + count + " claims (expected: 1 to " + MOST_CLAIMS + ", or no key claims)");
        }
        return node.as(Decoders.listOf(new ClaimSyntax(variants, plan).decoder()));
    }
}
