package io.goodput.lab.scenario;

import io.goodput.balance.ConnectionAge;
import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.policy.client.ConnectionBlock;
import io.goodput.lab.model.Connections;
import java.time.Duration;

/**
 * The {@code connection} of a dependency, one for each calling process: {@code {handshake: 20ms, age: {most: 5m,
 * jitter: 20%}}}. {@code handshake} is the work that its first request is more (default: none), {@code age} the block
 * of an application's connections (default: it may grow as old as it can).
 */
final class ConnectionsBlock {
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Key<Duration> HANDSHAKE = Key.of("handshake", Decoders.duration(Duration.ZERO, LONGEST))
            .otherwise(Duration.ZERO)
            .about("The work that its first request is more");
    private static final Key<ConnectionAge> AGE =
            Key.of("age", ConnectionBlock.CODEC).about("How old it may grow");

    static final Decoder<Connections> DECODER = Keys.of(HANDSHAKE, AGE)
            .decoder("a connection such as {handshake: 20ms, age: {most: 5m}}", ConnectionsBlock::decode);

    private ConnectionsBlock() {}

    private static Connections decode(Block block) {
        return new Connections(block.find(AGE), block.get(HANDSHAKE).toNanos());
    }
}
