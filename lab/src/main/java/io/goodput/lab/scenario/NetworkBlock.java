package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.lab.model.Network;
import io.goodput.sim.random.Distribution;

/** The block {@code network}: the delay of {@code each-way}, and what is added {@code across-zones} (default: none). */
final class NetworkBlock {
    private NetworkBlock() {}

    static Decoder<Network> decoder(DistributionSyntax distributions) {
        Key<Distribution> eachWay = Key.of("each-way", distributions.decoder())
                .required()
                .about("The delay of each way, drawn for each message");
        Key<Distribution> acrossZones = Key.of("across-zones", distributions.decoder())
                .otherwise(Network.NONE.acrossZones())
                .about("What comes on top between two zones");
        return Keys.of(eachWay, acrossZones)
                .decoder(
                        "a network such as {each-way: 1ms}",
                        block -> new Network(block.get(eachWay), block.get(acrossZones)));
    }
}
