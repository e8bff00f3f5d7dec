package io.goodput.config.policy.server;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.health.DependencyCheck;
import io.goodput.health.LocalCheck;
import io.goodput.health.ServerHealth;
import java.util.List;

/** The block of a {@link ServerHealth}: {@code {liveness: [{name: disk, period: 30s}]}}. */
public final class HealthBlock {
    private static final ServerHealth.Settings STANDARD = ServerHealth.Settings.STANDARD;

    private static final Field<ServerHealth.Settings, List<LocalCheck>> LIVENESS = Field.of(
                    "liveness", Decoders.listOf(CheckBlock.LOCAL), ServerHealth.Settings::liveness)
            .as(STANDARD)
            .about("Checks whose failure a restart mends");
    private static final Field<ServerHealth.Settings, List<LocalCheck>> READINESS = Field.of(
                    "readiness", Decoders.listOf(CheckBlock.LOCAL), ServerHealth.Settings::readiness)
            .as(STANDARD)
            .about("Checks of what the server needs for its work");
    private static final Field<ServerHealth.Settings, List<DependencyCheck>> DEPENDENCIES = Field.of(
                    "dependencies", Decoders.listOf(CheckBlock.DEPENDENCY), ServerHealth.Settings::dependencies)
            .as(STANDARD)
            .about("What it shares with others");

    /**
     * The keys {@code liveness}, {@code readiness} and {@code dependencies}, each a list of checks such as
     * {@code {name: disk, period: 30s}}. {@code silent}, what silence means, is {@code down} for a local check and
     * {@code unknown} for a dependency unless it is written; a dependency is not {@code essential} unless it is.
     */
    public static final Codec<ServerHealth.Settings> CODEC = BlockCodec.of(
            "a block such as {liveness: [{name: disk, period: 30s}]}",
            HealthBlock::decode,
            LIVENESS,
            READINESS,
            DEPENDENCIES);

    private HealthBlock() {}

    private static ServerHealth.Settings decode(Block block) {
        return new ServerHealth.Settings(block.get(LIVENESS), block.get(READINESS), block.get(DEPENDENCIES));
    }
}
