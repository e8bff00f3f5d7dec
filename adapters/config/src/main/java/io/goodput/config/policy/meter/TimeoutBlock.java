package io.goodput.config.policy.meter;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.latency.TimeoutAdvisor;
import java.time.Duration;

/**
 * The block of a {@link TimeoutAdvisor}: {@code {false-timeouts: 0.1%, room: 2}}, or the word {@code standard}. A key
 * that is left out is as in {@link TimeoutAdvisor.Settings#STANDARD}.
 */
public final class TimeoutBlock {
    private static final TimeoutAdvisor.Settings STANDARD = TimeoutAdvisor.Settings.STANDARD;

    private static final Field<TimeoutAdvisor.Settings, Double> FALSE_TIMEOUTS = Field.of(
                    "false-timeouts",
                    Decoders.share(TimeoutAdvisor.Settings.FALSE_TIMEOUTS),
                    TimeoutAdvisor.Settings::falseTimeouts)
            .as(STANDARD)
            .about("Of the calls");
    private static final Field<TimeoutAdvisor.Settings, Double> ROOM = Field.of(
                    "room", Decoders.number(TimeoutAdvisor.Settings.ROOM), TimeoutAdvisor.Settings::room)
            .as(STANDARD)
            .about("Times slower before half time out");
    private static final Field<TimeoutAdvisor.Settings, Duration> CONNECTION = Field.of(
                    "connection",
                    Decoders.duration(TimeoutAdvisor.Settings.CONNECTION),
                    TimeoutAdvisor.Settings::connection)
            .as(STANDARD)
            .about("The time to connect");

    /** Reads and writes such a block. */
    public static final Codec<TimeoutAdvisor.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {false-timeouts: 0.1%}", TimeoutBlock::decode, FALSE_TIMEOUTS, ROOM, CONNECTION));

    private TimeoutBlock() {}

    private static TimeoutAdvisor.Settings decode(Block block) {
        return new TimeoutAdvisor.Settings(block.get(FALSE_TIMEOUTS), block.get(ROOM), block.get(CONNECTION));
    }
}
