package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.outlier.PeerComparison;

/** The block of a {@link PeerComparison} of success rates: {@code {deviations: 1.9, gap: 5%, peers: 5}}. */
final class PeersBlock {
    private static final PeerComparison USUAL = PeerComparison.SUCCESS_RATE;

    private static final Field<PeerComparison, Double> DEVIATIONS = Field.of(
                    "deviations", Decoders.number(PeerComparison.DEVIATIONS), PeerComparison::deviations)
            .as(USUAL)
            .about("Standard deviations below the mean");
    private static final Field<PeerComparison, Double> GAP =
            Field.of("gap", Decoders.share(), PeerComparison::gap).as(USUAL).about("And at least so far below it");
    private static final Field<PeerComparison, Integer> PEERS = Field.of(
                    "peers", Decoders.integer(PeerComparison.PEERS), PeerComparison::peers)
            .as(USUAL)
            .about("With fewer endpoints there is no comparison");

    static final Codec<PeerComparison> CODEC =
            BlockCodec.of("a block such as {deviations: 1.9, gap: 5%}", PeersBlock::decode, DEVIATIONS, GAP, PEERS);

    private PeersBlock() {}

    private static PeerComparison decode(Block block) {
        return new PeerComparison(block.get(DEVIATIONS), block.get(GAP), block.get(PEERS));
    }
}
