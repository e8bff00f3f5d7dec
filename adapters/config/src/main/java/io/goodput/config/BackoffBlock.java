package io.goodput.config;

import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import java.time.Duration;

/**
 * The block of a {@link Backoff}: {@code {base: 50ms, throttled: 1s, cap: 20s, jitter: full}}, or the word
 * {@code standard}. Only the base is required: after a throttle the wait is the same, the cap is 20 s or the base if
 * that is longer, and jitter is full.
 */
final class BackoffBlock {
    private BackoffBlock() {}

    static Decoder<Backoff> decoder() {
        return Decoders.wordOr(
                "standard", Backoff.STANDARD, Decoder.of("a block such as {base: 50ms}", BackoffBlock::decode));
    }

    private static Backoff decode(Node node) {
        Block block = node.block("base", "throttled", "cap", "jitter");
        Decoder<Duration> time = Decoders.duration(Backoff.TIME);
        Duration base = block.required("base", time);
        Duration throttled = block.optional("throttled", time, base);
        Duration longer = base.compareTo(throttled) >= 0 ? base : throttled;
        Duration usual = Backoff.STANDARD.cap();
        Duration cap = block.optional(
                "cap", Decoders.duration(Backoff.TIME.from(longer)), usual.compareTo(longer) >= 0 ? usual : longer);
        return new Backoff(base, throttled, cap, block.optional("jitter", Decoders.choice(Jitter.class), Jitter.FULL));
    }

    static Written written(Backoff backoff) {
        return new BlockWriter()
                .time("base", backoff.base())
                .time("throttled", backoff.throttledBase())
                .time("cap", backoff.cap())
                .word("jitter", backoff.jitter())
                .written();
    }
}
