package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.lab.model.Network;

/** The block {@code network}: the delay of {@code each-way}, and what is added {@code across-zones} (default: none). */
final class NetworkBlock {
    private NetworkBlock() {}

    static Decoder<Network> decoder(DistributionSyntax distributions) {
        return Decoder.of("a network such as {each-way: 1ms}", node -> {
            Block block = node.block("each-way", "across-zones");
            return new Network(
                    block.required("each-way", distributions.decoder()),
                    block.optional("across-zones", distributions.decoder(), Network.NONE.acrossZones()));
        });
    }
}
