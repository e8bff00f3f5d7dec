package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.lab.model.Delays;
import io.goodput.sim.random.Distribution;

/** The block {@code network}: the delay of {@code each-way}, and what is added {@code across-zones} (default: none). */
final class NetworkBlock {
    private NetworkBlock() {}

    static Decoder<Delays> decoder(DistributionSyntax distributions) {
        Key<Distribution> eachWay = Key.of("each-way", distributions.decoder())
                .required()
                .about("The delay of each way, drawn for each message");
        Key<Distribution> acrossZones = Key.of("across-zones", distributions.decoder())
                .otherwise(Delays.NONE.acrossZones())
                .about("What comes on top between two zones");
        return Keys.of(eachWay, acrossZones)
                .decoder(
                        "a network such as {each-way: 1ms}",
                        block -> new Delays(block.get(eachWay), block.get(acrossZones)));
    }
}
