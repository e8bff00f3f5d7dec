package io.goodput.config.policy;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.health.DependencyCheck;
import io.goodput.health.LocalCheck;
import io.goodput.health.ServerHealth;
import java.util.List;

/**
 * The checks of a {@link ServerHealth}.
 *
 * @param liveness checks whose failure a restart mends
 * @param readiness checks of what the server needs for its work
 * @param dependencies what it shares with others
 */
public record HealthSettings(
        List<LocalCheck> liveness, List<LocalCheck> readiness, List<DependencyCheck> dependencies) {
    /** No checks. */
    public static final HealthSettings NONE = new HealthSettings(List.of(), List.of(), List.of());

    private static final Field<HealthSettings, List<LocalCheck>> LIVENESS = Field.of(
                    "liveness", Decoders.listOf(CheckBlock.LOCAL), HealthSettings::liveness)
            .as(NONE)
            .about("Checks whose failure a restart mends");
    private static final Field<HealthSettings, List<LocalCheck>> READINESS = Field.of(
                    "readiness", Decoders.listOf(CheckBlock.LOCAL), HealthSettings::readiness)
            .as(NONE)
            .about("Checks of what the server needs for its work");
    private static final Field<HealthSettings, List<DependencyCheck>> DEPENDENCIES = Field.of(
                    "dependencies", Decoders.listOf(CheckBlock.DEPENDENCY), HealthSettings::dependencies)
            .as(NONE)
            .about("What it shares with others");

    /**
     * The keys {@code liveness}, {@code readiness} and {@code dependencies}, each a list of checks such as
     * {@code {name: disk, period: 30s}}. {@code silent}, what silence means, is {@code down} for a local check and
     * {@code unknown} for a dependency unless it is written; a dependency is not {@code essential} unless it is.
     */
    public static final Codec<HealthSettings> CODEC = BlockCodec.of(
            "a block such as {liveness: [{name: disk, period: 30s}]}",
            HealthSettings::decode,
            LIVENESS,
            READINESS,
            DEPENDENCIES);

    /** Refuses what no {@link ServerHealth} can be made of: a name twice, or more than 1,000 checks. */
    public HealthSettings {
        liveness = List.copyOf(liveness);
        readiness = List.copyOf(readiness);
        dependencies = List.copyOf(dependencies);
        var _ = new ServerHealth(liveness, readiness, dependencies, 0);
    }

    private static HealthSettings decode(Block block) {
        return new HealthSettings(block.get(LIVENESS), block.get(READINESS), block.get(DEPENDENCIES));
    }

    /** The health of a server that starts now, in nanoseconds of its ticker. */
    public ServerHealth newHealth(long now) {
        return new ServerHealth(liveness, readiness, dependencies, now);
    }
}
