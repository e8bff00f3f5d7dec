package io.goodput.config;

import io.goodput.balance.ConnectionAge;

/**
 * The block of a {@link ConnectionAge}: {@code {most: 5m, jitter: 20%}}, or the word {@code standard}. A key that is
 * left out is as in {@link ConnectionAge#STANDARD}.
 */
public final class ConnectionBlock {
    private static final ConnectionAge STANDARD = ConnectionAge.STANDARD;

    private ConnectionBlock() {}

    /** The keys {@code most} and {@code jitter}, each as in {@link ConnectionAge#STANDARD} if it is left out. */
    public static Decoder<ConnectionAge> decoder() {
        return Decoders.wordOr("standard", STANDARD, Decoder.of("a block such as {most: 5m}", ConnectionBlock::decode));
    }

    private static ConnectionAge decode(Node node) {
        Block block = node.block("most", "jitter");
        return new ConnectionAge(
                block.optional("most", Decoders.duration(ConnectionAge.MOST), STANDARD.most()),
                block.optional("jitter", Decoders.share(), STANDARD.jitter()));
    }

    static Written written(ConnectionAge age) {
        return new BlockWriter()
                .time("most", age.most())
                .share("jitter", age.jitter())
                .written();
    }
}
