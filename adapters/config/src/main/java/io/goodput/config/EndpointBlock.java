package io.goodput.config;

import io.goodput.balance.Address;

/** An endpoint: its name, such as {@code 10.0.0.7:8080}, or {@code {name: 10.0.0.7:8080, zone: a}}. */
final class EndpointBlock {
    private static final int LONGEST = 256;

    private EndpointBlock() {}

    static Decoder<Address> decoder() {
        return Decoder.of("a name, or a block such as {name: 10.0.0.7, zone: a}", EndpointBlock::decode);
    }

    private static Address decode(Node node) {
        if (!node.isBlock()) {
            return Address.of(node.as(name()));
        }
        Block block = node.block("name", "zone");
        return new Address(block.required("name", name()), block.optional("zone", name(), ""));
    }

    /** Text that says something. */
    static Decoder<String> name() {
        Decoder<String> text = Decoders.text(LONGEST);
        return Decoder.of(text.expected(), node -> {
            String name = text.decode(node);
            if (name.isBlank()) {
                throw new IllegalArgumentException("blank (expected: a name)");
            }
            return name;
        });
    }

    static Written written(Address address) {
        return address.zone().isEmpty()
                ? new Written.Text(address.name())
                : new BlockWriter()
                        .text("name", address.name())
                        .text("zone", address.zone())
                        .written();
    }
}
