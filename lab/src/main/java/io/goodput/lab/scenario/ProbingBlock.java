package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.config.policy.HealthSettings;
import io.goodput.lab.model.Probing;
import java.time.Duration;
import java.util.List;

/**
 * The {@code health} of a service: {@code {every: 5s, timeout: 1s, checks: {dependencies: [{name: store, period: 15s,
 * essential: true}]}}}. {@code every} is required and {@code timeout} is as long unless it is written. Without
 * {@code checks}, the block of an application's checks, an endpoint is healthy if it is there at all.
 */
final class ProbingBlock {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private ProbingBlock() {}

    static Decoder<Probing> decoder() {
        return Decoder.of("health checks such as {every: 5s}", ProbingBlock::decode);
    }

    private static Probing decode(Node node) {
        Block block = node.block("every", "timeout", "checks");
        Duration every = block.required("every", Decoders.duration(SHORTEST, LONGEST));
        return new Probing(
                every,
                block.optional("timeout", Decoders.duration(SHORTEST, every), every),
                block.optional("checks", HealthSettings.CODEC, new HealthSettings(List.of(), List.of(), List.of())));
    }
}
