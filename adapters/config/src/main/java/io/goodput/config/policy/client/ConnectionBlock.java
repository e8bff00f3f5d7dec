package io.goodput.config.policy.client;

import io.goodput.balance.ConnectionAge;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.time.Duration;

/**
 * The block of a {@link ConnectionAge}: {@code {most: 5m, jitter: 20%}}, or the word {@code standard}. A key that is
 * left out is as in {@link ConnectionAge#STANDARD}.
 */
public final class ConnectionBlock {
    private static final ConnectionAge STANDARD = ConnectionAge.STANDARD;

    private static final Field<ConnectionAge, Duration> MOST = Field.of(
                    "most", Decoders.duration(ConnectionAge.MOST), ConnectionAge::most)
            .as(STANDARD)
            .about("The longest lifetime");
    private static final Field<ConnectionAge, Double> JITTER = Field.of(
                    "jitter", Decoders.share(), ConnectionAge::jitter)
            .as(STANDARD)
            .about("The share that chance takes off it");

    /** The keys {@code most} and {@code jitter}, each as in {@link ConnectionAge#STANDARD} if it is left out. */
    public static final Codec<ConnectionAge> CODEC = Decoders.wordOr(
            "standard", STANDARD, BlockCodec.of("a block such as {most: 5m}", ConnectionBlock::decode, MOST, JITTER));

    private ConnectionBlock() {}

    private static ConnectionAge decode(Block block) {
        return new ConnectionAge(block.get(MOST), block.get(JITTER));
    }
}
