package io.goodput.config;

import io.goodput.admission.GuaranteedShares;

/**
 * The block of {@link GuaranteedShares}: {@code {sheddable: 5%}}. A criticality that is left out is guaranteed nothing.
 */
final class GuaranteedBlock {
    private GuaranteedBlock() {}

    static Decoder<GuaranteedShares> decoder() {
        return Decoder.of("a block such as {sheddable: 5%}", GuaranteedBlock::decode);
    }

    private static GuaranteedShares decode(Node node) {
        Block block = node.block("critical-plus", "critical", "sheddable-plus", "sheddable");
        return new GuaranteedShares(
                block.optional("critical-plus", Decoders.share(), 0.0),
                block.optional("critical", Decoders.share(), 0.0),
                block.optional("sheddable-plus", Decoders.share(), 0.0),
                block.optional("sheddable", Decoders.share(), 0.0));
    }

    static Written written(GuaranteedShares shares) {
        return new BlockWriter()
                .share("critical-plus", shares.criticalPlus())
                .share("critical", shares.critical())
                .share("sheddable-plus", shares.sheddablePlus())
                .share("sheddable", shares.sheddable())
                .written();
    }
}
