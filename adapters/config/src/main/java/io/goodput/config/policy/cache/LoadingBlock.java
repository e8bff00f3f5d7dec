package io.goodput.config.policy.cache;

import io.goodput.cache.Coalescer;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;

/** The block of {@link Coalescer.Settings}: {@code {keys: 1000, waiters: 10000}}. */
final class LoadingBlock {
    private static final Coalescer.Settings STANDARD = Coalescer.Settings.STANDARD;

    private static final Field<Coalescer.Settings, Integer> KEYS = Field.of(
                    "keys", Decoders.integer(Coalescer.Settings.KEYS), Coalescer.Settings::keys)
            .as(STANDARD)
            .about("The most that are loaded at once");
    private static final Field<Coalescer.Settings, Integer> WAITERS = Field.of(
                    "waiters", Decoders.integer(Coalescer.Settings.WAITERS), Coalescer.Settings::waiters)
            .as(STANDARD)
            .about("The most that wait for each");

    static final Codec<Coalescer.Settings> CODEC =
            BlockCodec.of("a block such as {keys: 1000}", LoadingBlock::decode, KEYS, WAITERS);

    private LoadingBlock() {}

    private static Coalescer.Settings decode(Block block) {
        return new Coalescer.Settings(block.get(KEYS), block.get(WAITERS));
    }
}
