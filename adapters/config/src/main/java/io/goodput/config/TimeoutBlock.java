package io.goodput.config;

import io.goodput.latency.TimeoutAdvisor;
import io.goodput.latency.TimeoutAdvisor.Settings;

/**
 * The block of a {@link TimeoutAdvisor}: {@code {false-timeouts: 0.1%, room: 2}}, or the word {@code standard}. A key
 * that is left out is as in {@link Settings#STANDARD}.
 */
final class TimeoutBlock {
    private static final Settings STANDARD = Settings.STANDARD;

    private TimeoutBlock() {}

    static Decoder<Settings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {false-timeouts: 0.1%}", TimeoutBlock::decode));
    }

    private static Settings decode(Node node) {
        Block block = node.block("false-timeouts", "room", "connection");
        return new Settings(
                block.optional("false-timeouts", Decoders.share(Settings.FALSE_TIMEOUTS), STANDARD.falseTimeouts()),
                block.optional("room", Decoders.number(Settings.ROOM), STANDARD.room()),
                block.optional("connection", Decoders.duration(Settings.CONNECTION), STANDARD.connection()));
    }

    static Written written(Settings settings) {
        return new BlockWriter()
                .share("false-timeouts", settings.falseTimeouts())
                .number("room", settings.room())
                .time("connection", settings.connection())
                .written();
    }
}
