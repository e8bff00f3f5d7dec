package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.config.policy.ConnectionBlock;
import io.goodput.lab.model.Connections;
import java.time.Duration;

/**
 * The {@code connection} of a dependency, one for each calling process: {@code {handshake: 20ms, age: {most: 5m,
 * jitter: 20%}}}. {@code handshake} is the work that its first request is more (default: none), {@code age} the block
 * of an application's connections (default: it may grow as old as it can).
 */
final class ConnectionsBlock {
    private static final Duration LONGEST = Duration.ofHours(1);

    private ConnectionsBlock() {}

    static Decoder<Connections> decoder() {
        return Decoder.of("a connection such as {handshake: 20ms, age: {most: 5m}}", ConnectionsBlock::decode);
    }

    private static Connections decode(Node node) {
        Block block = node.block("handshake", "age");
        Duration handshake = block.optional("handshake", Decoders.duration(Duration.ZERO, LONGEST), Duration.ZERO);
        return new Connections(block.optional("age", ConnectionBlock.CODEC), handshake.toNanos());
    }
}
