package io.goodput.config;

import io.goodput.health.DependencyCheck;
import io.goodput.health.HealthCheck;
import io.goodput.health.LocalCheck;
import io.goodput.health.ServerHealth;
import io.goodput.health.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The checks of a {@link ServerHealth}.
 *
 * @param liveness checks whose failure a restart mends
 * @param readiness checks of what the server needs for its work
 * @param dependencies what it shares with others
 */
public record HealthSettings(
        List<LocalCheck> liveness, List<LocalCheck> readiness, List<DependencyCheck> dependencies) {

    /** Refuses what no {@link ServerHealth} can be made of: a name twice, or more than 1,000 checks. */
    public HealthSettings {
        liveness = List.copyOf(liveness);
        readiness = List.copyOf(readiness);
        dependencies = List.copyOf(dependencies);
        var _ = new ServerHealth(liveness, readiness, dependencies, 0);
    }

    /**
     * The keys {@code liveness}, {@code readiness} and {@code dependencies}, each a list of checks such as
     * {@code {name: disk, period: 30s}}. {@code silent}, what silence means, is {@code down} for a local check and
     * {@code unknown} for a dependency unless it is written; a dependency is not {@code essential} unless it is.
     */
    public static Decoder<HealthSettings> decoder() {
        return Decoder.of("a block such as {liveness: [{name: disk, period: 30s}]}", HealthSettings::decode);
    }

    private static HealthSettings decode(Node node) {
        Block block = node.block("liveness", "readiness", "dependencies");
        Decoder<List<LocalCheck>> local =
                Decoders.listOf(Decoder.of("a check such as {name: disk, period: 30s}", HealthSettings::local));
        return new HealthSettings(
                block.optional("liveness", local, List.of()),
                block.optional("readiness", local, List.of()),
                block.optional(
                        "dependencies",
                        Decoders.listOf(
                                Decoder.of("a check such as {name: store, period: 30s}", HealthSettings::shared)),
                        List.of()));
    }

    private static LocalCheck local(Node node) {
        Block block = node.block("name", "period", "silent");
        return new LocalCheck(
                block.required("name", EndpointBlock.name()),
                block.required("period", Decoders.duration(HealthCheck.PERIOD)),
                block.optional("silent", silent(), Status.DOWN));
    }

    private static DependencyCheck shared(Node node) {
        Block block = node.block("name", "period", "silent", "essential");
        return new DependencyCheck(
                block.required("name", EndpointBlock.name()),
                block.required("period", Decoders.duration(HealthCheck.PERIOD)),
                block.optional("silent", silent(), Status.UNKNOWN),
                block.optional("essential", Decoders.bool(), false));
    }

    private static Decoder<Status> silent() {
        return Decoders.choice(new TreeMap<>(Map.of("down", Status.DOWN, "unknown", Status.UNKNOWN)));
    }

    Written written() {
        return new BlockWriter()
                .list("liveness", liveness, HealthSettings::written)
                .list("readiness", readiness, HealthSettings::written)
                .list("dependencies", dependencies, HealthSettings::written)
                .written();
    }

    private static Written written(HealthCheck check) {
        var block = new BlockWriter()
                .text("name", check.name())
                .time("period", check.period())
                .word("silent", check.silent());
        return check instanceof DependencyCheck dependency
                ? block.bool("essential", dependency.essential()).written()
                : block.written();
    }

    /** The health of a server that starts now, in nanoseconds of its ticker. */
    public ServerHealth newHealth(long now) {
        return new ServerHealth(liveness, readiness, dependencies, now);
    }
}
