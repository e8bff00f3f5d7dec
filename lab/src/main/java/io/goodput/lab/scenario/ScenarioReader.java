package io.goodput.lab.scenario;

import io.goodput.config.Block;
import io.goodput.config.ConfigException;
import io.goodput.config.Decoder;
import io.goodput.config.Decoders;
import io.goodput.config.Durations;
import io.goodput.config.GuardSettings;
import io.goodput.config.Node;
import io.goodput.config.Schema;
import io.goodput.config.YamlFile;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Workload;
import io.goodput.sim.random.Distribution;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Reads scenario files, schema version 1. The keys {@code network}, {@code client}, {@code about} and {@code claims}
 * are optional; {@code client} holds what every policy does unless it says otherwise.
 */
public final class ScenarioReader {
    private static final int LONGEST_ABOUT = 2_000;
    private static final int MOST_POLICIES = 50;
    private static final int MOST_CLAIMS = 200;

    private final String source;
    private final DistributionSyntax distributions;

    private ScenarioReader(String source, Path folder) {
        this.source = source;
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
        return YamlFile.parse(name, text).as(new ScenarioReader(text, folder).decoder());
    }

    private Decoder<Scenario> decoder() {
        return Decoder.of("a scenario", this::decode);
    }

    private Scenario decode(Node node) {
        Schema.check(node);
        Block block = node.block(
                Schema.KEY,
                "scenario",
                "about",
                "workload",
                "network",
                "service",
                "client",
                "policies",
                "run",
                "claims");
        String name = block.required("scenario", Decoders.identifier());
        String about = block.optional("about", Decoders.text(LONGEST_ABOUT), "");
        RunPlan plan = block.required("run", RunBlock.decoder());
        Model model = model(block, plan);
        SequencedMap<String, GuardSettings> policies = policies(block);
        List<Claim> claims = claims(block, policies, model.workload(), plan);
        // What it refuses is too long a run.
        return block.required("run")
                .as(Decoder.of("a plan", _ -> new Scenario(name, about, source, model, policies, plan, claims)));
    }

    private Model model(Block block, RunPlan plan) {
        Node network = block.optional("network");
        return new Model(
                block.required("workload", new WorkloadBlock(distributions, plan.length()).decoder()),
                network == null
                        ? Distribution.constant(0)
                        : network.block("each-way").required("each-way", distributions.decoder()),
                block.required("service", new ServiceBlock(new LatencySyntax(distributions)).decoder()));
    }

    private static SequencedMap<String, GuardSettings> policies(Block block) {
        GuardSettings client = block.optional("client", PolicyBlock.decoder(), GuardSettings.NONE);
        Node node = block.required("policies");
        var policies = new LinkedHashMap<String, GuardSettings>();
        node.as(Decoders.named(PolicyBlock.decoder()))
                .forEach((name, settings) -> policies.put(name, settings.orElse(client)));
        if (policies.isEmpty() || policies.size() > MOST_POLICIES) {
            throw node.error("has " + policies.size() + " policies (expected: 1 to " + MOST_POLICIES + ")");
        }
        return policies;
    }

    private static List<Claim> claims(
            Block block, SequencedMap<String, GuardSettings> policies, Workload workload, RunPlan plan) {
        Node node = block.optional("claims");
        if (node == null) {
            return List.of();
        }
        int count = node.items().size();
        if (count == 0 || count > MOST_CLAIMS) {
            throw node.error("has " + count + " claims (expected: 1 to " + MOST_CLAIMS + ", or no key claims)");
        }
        var syntax = new ClaimSyntax(policies.keySet(), noRecovery(workload, plan));
        return node.as(Decoders.listOf(syntax.decoder()));
    }

    private static String noRecovery(Workload workload, RunPlan plan) {
        if (workload.disturbances().isEmpty()) {
            return "nothing is disturbed (expected: phases in the workload)";
        }
        return plan.seesRecoveryFrom(workload.disturbances())
                ? ""
                : "the run ends too soon after the last phase (expected: " + Durations.format(RunPlan.WELL)
                        + " or more)";
    }
}
