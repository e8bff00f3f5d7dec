package io.goodput.config.policy.client;

import io.goodput.balance.Address;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Field;
import io.goodput.config.language.Names;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import org.jspecify.annotations.Nullable;

/** An endpoint: its name, such as {@code 10.0.0.7:8080}, or {@code {name: 10.0.0.7:8080, zone: a}}. */
final class EndpointBlock {
    private static final Field<Address, String> NAME =
            Field.of("name", Names.CODEC, Address::name).required().about("Such as 10.0.0.7:8080");
    private static final Field<Address, String> ZONE =
            Field.of("zone", Names.CODEC, EndpointBlock::zone).about("Where it is");
    private static final Codec<Address> BLOCK =
            BlockCodec.of("a block such as {name: 10.0.0.7, zone: a}", EndpointBlock::decode, NAME, ZONE);

    static final Codec<Address> CODEC = Codec.of(
            Decoder.of(
                    "a name, or " + BLOCK.expected(),
                    JsonSchema.anyOf(Names.CODEC.schema(), BLOCK.schema()),
                    node -> node.isBlock() ? BLOCK.decode(node) : Address.of(node.as(Names.CODEC))),
            EndpointBlock::written);

    private EndpointBlock() {}

    private static Address decode(Block block) {
        return new Address(block.get(NAME), block.get(ZONE.otherwise("")));
    }

    private static @Nullable String zone(Address address) {
        return address.zone().isEmpty() ? null : address.zone();
    }

    private static Written written(Address address) {
        return address.zone().isEmpty() ? Names.CODEC.write(address.name()) : BLOCK.write(address);
    }
}
