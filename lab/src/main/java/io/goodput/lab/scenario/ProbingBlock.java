package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.policy.server.HealthBlock;
import io.goodput.health.ServerHealth;
import io.goodput.lab.model.Probing;
import java.time.Duration;

/**
 * The {@code health} of a service: {@code {every: 5s, timeout: 1s, checks: {dependencies: [{name: store, period: 15s,
 * essential: true}]}}}. {@code every} is required and {@code timeout} is as long unless it is written. Without
 * {@code checks}, the block of an application's checks, an endpoint is healthy if it is there at all.
 */
final class ProbingBlock {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Key<Duration> EVERY =
            Key.of("every", Decoders.duration(SHORTEST, LONGEST)).required();
    private static final Key<Duration> TIMEOUT = Key.of("timeout", Decoders.duration(SHORTEST, LONGEST))
            .about("No longer than every, as which it is if it is left out");
    private static final Key<ServerHealth.Settings> CHECKS = Key.of("checks", HealthBlock.CODEC)
            .otherwise(ServerHealth.Settings.STANDARD)
            .about("Left out, an endpoint is healthy if it is there at all");

    static final Decoder<Probing> DECODER =
            Keys.of(EVERY, TIMEOUT, CHECKS).decoder("health checks such as {every: 5s}", ProbingBlock::decode);

    private ProbingBlock() {}

    private static Probing decode(Block block) {
        Duration every = block.get(EVERY);
        return new Probing(
                every,
                block.get(TIMEOUT.within(Decoders.duration(SHORTEST, every)).otherwise(every)),
                block.get(CHECKS));
    }
}
