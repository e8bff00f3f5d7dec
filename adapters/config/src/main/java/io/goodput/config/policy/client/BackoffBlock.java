package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import java.time.Duration;

/**
 * The block of a {@link Backoff}: {@code {base: 50ms, throttled: 1s, cap: 20s, jitter: full}}, or the word
 * {@code standard}. Only the base is required: after a throttle the wait is the same, the cap is 20 s or the base if
 * that is longer, and jitter is full.
 */
final class BackoffBlock {
    private static final Codec<Duration> TIME = Decoders.duration(Backoff.TIME);

    private static final Field<Backoff, Duration> BASE =
            Field.of("base", TIME, Backoff::base).required().about("The wait before the first retry");
    private static final Field<Backoff, Duration> THROTTLED =
            Field.of("throttled", TIME, Backoff::throttledBase).about("The same after a throttle, or else the base");
    private static final Field<Backoff, Duration> CAP =
            Field.of("cap", TIME, Backoff::cap).about("The longest wait before jitter: 20s, or the longer base");
    private static final Field<Backoff, Jitter> JITTER = Field.of(
                    "jitter", Decoders.choice(Jitter.class), Backoff::jitter)
            .otherwise(Jitter.FULL)
            .about("How chance spreads the waits");

    static final Codec<Backoff> CODEC = Decoders.wordOr(
            "standard",
            Backoff.STANDARD,
            BlockCodec.of("a block such as {base: 50ms}", BackoffBlock::decode, BASE, THROTTLED, CAP, JITTER));

    private BackoffBlock() {}

    private static Backoff decode(Block block) {
        Duration base = block.get(BASE);
        Duration throttled = block.get(THROTTLED.otherwise(base));
        Duration longest = Durations.longer(base, throttled);
        Duration cap = block.get(CAP.within(Decoders.duration(Backoff.TIME.from(longest)))
                .otherwise(Durations.longer(longest, Backoff.STANDARD.cap())));
        return new Backoff(base, throttled, cap, block.get(JITTER));
    }
}
