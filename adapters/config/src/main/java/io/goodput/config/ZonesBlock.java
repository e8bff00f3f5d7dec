package io.goodput.config;

import io.goodput.balance.Zones;
import java.util.Map;
import java.util.TreeMap;

/**
 * The block of {@link Zones}: {@code {local: a, over-provisioning: 1.4, weights: {b: 2}}}. Only {@code local} is
 * required; a zone without a weight weighs as much as it has endpoints.
 */
final class ZonesBlock {

    private ZonesBlock() {}

    static Decoder<Zones> decoder() {
        return Decoder.of("a block such as {local: a}", ZonesBlock::decode);
    }

    private static Zones decode(Node node) {
        Block block = node.block("local", "over-provisioning", "weights");
        var usual = Zones.preferring(block.required("local", EndpointBlock.name()));
        return new Zones(
                usual.local(),
                block.optional("over-provisioning", Decoders.number(Zones.OVER_PROVISIONING), usual.overProvisioning()),
                block.optional("weights", Decoder.of("a block such as {b: 2}", ZonesBlock::weights), usual.weights()));
    }

    private static Map<String, Double> weights(Node node) {
        Map<String, Double> weights = new TreeMap<>();
        node.entries().forEach((zone, weight) -> weights.put(zone, weight.as(Decoders.number(Zones.WEIGHT))));
        return weights;
    }

    static Written written(Zones zones) {
        var weights = new BlockWriter();
        new TreeMap<>(zones.weights()).forEach(weights::number);
        return new BlockWriter()
                .text("local", zones.local())
                .number("over-provisioning", zones.overProvisioning())
                .put("weights", weights.written())
                .written();
    }
}
