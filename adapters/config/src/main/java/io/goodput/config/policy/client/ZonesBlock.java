package io.goodput.config.policy.client;

import io.goodput.NameRule;
import io.goodput.balance.Zones;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Names;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The block of {@link Zones}: {@code {local: a, over-provisioning: 1.4, weights: {b: 2}}}. Only {@code local} is
 * required; a zone without a weight weighs as much as it has endpoints.
 */
final class ZonesBlock {
    private static final Field<Zones, String> LOCAL =
            Field.of("local", Names.CODEC, Zones::local).required().about("The zone of the callers");
    private static final Field<Zones, Double> OVER_PROVISIONING = Field.of(
                    "over-provisioning", Decoders.number(Zones.OVER_PROVISIONING), Zones::overProvisioning)
            .as(Zones.preferring("any"))
            .about("How much more each zone can do than it has to");
    private static final Field<Zones, SequencedMap<String, Double>> WEIGHTS = Field.of(
                    "weights",
                    Decoders.named(NameRule.TEXT, Decoders.number(Zones.WEIGHT)),
                    (Zones zones) -> new TreeMap<>(zones.weights()))
            .otherwise(new TreeMap<>())
            .about("Of the zones, each a number");

    static final Codec<Zones> CODEC =
            BlockCodec.of("a block such as {local: a}", ZonesBlock::decode, LOCAL, OVER_PROVISIONING, WEIGHTS);

    private ZonesBlock() {}

    private static Zones decode(Block block) {
        return new Zones(block.get(LOCAL), block.get(OVER_PROVISIONING), block.get(WEIGHTS));
    }
}
