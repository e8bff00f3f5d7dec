package io.goodput.config.policy.server;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Names;
import io.goodput.health.DependencyCheck;
import io.goodput.health.HealthCheck;
import io.goodput.health.LocalCheck;
import io.goodput.health.Status;
import java.time.Duration;
import java.util.List;

/** The blocks of checks: {@code {name: disk, period: 30s, silent: unknown}}, of a dependency {@code essential} too. */
final class CheckBlock {
    private static final Codec<Duration> PERIOD = Decoders.duration(HealthCheck.PERIOD);
    private static final Codec<Status> SILENCE = Decoders.choiceOf(List.of(Status.DOWN, Status.UNKNOWN));

    private static final Field<LocalCheck, String> LOCAL_NAME =
            Field.of("name", Names.CODEC, LocalCheck::name).required();
    private static final Field<LocalCheck, Duration> LOCAL_PERIOD =
            Field.of("period", PERIOD, LocalCheck::period).required().about("It reports at least so often");
    private static final Field<LocalCheck, Status> LOCAL_SILENT = Field.of("silent", SILENCE, LocalCheck::silent)
            .otherwise(Status.DOWN)
            .about("What silence means");

    static final Codec<LocalCheck> LOCAL = BlockCodec.of(
            "a check such as {name: disk, period: 30s}", CheckBlock::local, LOCAL_NAME, LOCAL_PERIOD, LOCAL_SILENT);

    private static final Field<DependencyCheck, String> NAME =
            Field.of("name", Names.CODEC, DependencyCheck::name).required();
    private static final Field<DependencyCheck, Duration> DEPENDENCY_PERIOD =
            Field.of("period", PERIOD, DependencyCheck::period).required().about("It reports at least so often");
    private static final Field<DependencyCheck, Status> SILENT = Field.of("silent", SILENCE, DependencyCheck::silent)
            .otherwise(Status.UNKNOWN)
            .about("What silence means");
    private static final Field<DependencyCheck, Boolean> ESSENTIAL = Field.of(
                    "essential", Decoders.bool(), (DependencyCheck check) -> check.essential())
            .otherwise(false)
            .about("Whether the server is of no use without it");

    static final Codec<DependencyCheck> DEPENDENCY = BlockCodec.of(
            "a check such as {name: store, period: 30s}",
            CheckBlock::dependency,
            NAME,
            DEPENDENCY_PERIOD,
            SILENT,
            ESSENTIAL);

    private CheckBlock() {}

    private static LocalCheck local(Block block) {
        return new LocalCheck(block.get(LOCAL_NAME), block.get(LOCAL_PERIOD), block.get(LOCAL_SILENT));
    }

    private static DependencyCheck dependency(Block block) {
        return new DependencyCheck(
                block.get(NAME), block.get(DEPENDENCY_PERIOD), block.get(SILENT), block.get(ESSENTIAL));
    }
}
