package io.goodput.config;

import io.goodput.Range;
import io.goodput.limit.ClientThrottle;
import java.time.Duration;

/**
 * The block of a {@link ClientThrottle}: {@code {multiplier: 2, window: 2m}}, or the word {@code standard}. A key that
 * is left out is as in {@link ClientThrottle.Settings#STANDARD}, the patience no longer than half the window.
 */
final class ThrottleBlock {
    private static final ClientThrottle.Settings STANDARD = ClientThrottle.Settings.STANDARD;

    private ThrottleBlock() {}

    static Decoder<ClientThrottle.Settings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {multiplier: 2}", ThrottleBlock::decode));
    }

    private static ClientThrottle.Settings decode(Node node) {
        Block block = node.block("multiplier", "window", "patience", "max-drop-share", "min-rate", "rejections");
        Duration window =
                block.optional("window", Decoders.duration(ClientThrottle.Settings.WINDOW), STANDARD.window());
        Range<Duration> patience = ClientThrottle.Settings.patience(window);
        Duration usual = STANDARD.patience();
        return new ClientThrottle.Settings(
                block.optional(
                        "multiplier", Decoders.number(ClientThrottle.Settings.MULTIPLIER), STANDARD.multiplier()),
                window,
                block.optional("patience", Decoders.duration(patience), patience.has(usual) ? usual : patience.most()),
                block.optional("max-drop-share", Decoders.share(), STANDARD.maxDropShare()),
                block.optional(
                        "min-rate", Decoders.rate(ClientThrottle.Settings.MIN_PER_SECOND), STANDARD.minPerSecond()),
                block.optional(
                        "rejections",
                        OutcomeWords.set(ClientThrottle.Settings.POSSIBLE_REJECTIONS),
                        STANDARD.rejections()));
    }

    static Written written(ClientThrottle.Settings settings) {
        var block = new BlockWriter()
                .number("multiplier", settings.multiplier())
                .time("window", settings.window())
                .time("patience", settings.patience())
                .share("max-drop-share", settings.maxDropShare())
                .rate("min-rate", settings.minPerSecond());
        return OutcomeWords.write(block, "rejections", settings.rejections()).written();
    }
}
