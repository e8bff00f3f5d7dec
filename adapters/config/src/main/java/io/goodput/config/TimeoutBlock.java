package io.goodput.config;

import io.goodput.latency.TimeoutAdvisor;
import io.goodput.latency.TimeoutAdvisor.Settings;
import java.time.Duration;

/**
 * The block of a {@link TimeoutAdvisor}: {@code {false-timeouts: 0.1%, room: 2}}, or the word {@code standard}. A key
 * that is left out is as in {@link Settings#STANDARD}.
 */
final class TimeoutBlock {
    private static final Settings STANDARD = Settings.STANDARD;
    private static final double LEAST_FALSE = 1e-6;
    private static final double MOST_FALSE = 0.5;
    private static final Duration LONGEST = Duration.ofHours(1);

    private TimeoutBlock() {}

    static Decoder<Settings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {false-timeouts: 0.1%}", TimeoutBlock::decode));
    }

    private static Settings decode(Node node) {
        Block block = node.block("false-timeouts", "room", "connection");
        return new Settings(
                block.optional("false-timeouts", Decoders.share(LEAST_FALSE, MOST_FALSE), STANDARD.falseTimeouts()),
                block.optional("room", Decoders.number(1, 100), STANDARD.room()),
                block.optional("connection", Decoders.duration(Duration.ZERO, LONGEST), STANDARD.connection()));
    }

    static Written written(Settings settings) {
        return new BlockWriter()
                .share("false-timeouts", settings.falseTimeouts())
                .number("room", settings.room())
                .time("connection", settings.connection())
                .written();
    }
}
