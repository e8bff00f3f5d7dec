package io.goodput.config.policy.client;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.limit.ClientThrottle;
import java.time.Duration;
import java.util.Set;

/**
 * The block of a {@link ClientThrottle}: {@code {multiplier: 2, window: 2m}}, or the word {@code standard}. A key that
 * is left out is as in {@link ClientThrottle.Settings#STANDARD}, the patience no longer than half the window.
 */
final class ThrottleBlock {
    private static final ClientThrottle.Settings STANDARD = ClientThrottle.Settings.STANDARD;

    private static final Field<ClientThrottle.Settings, Double> MULTIPLIER = Field.of(
                    "multiplier",
                    Decoders.number(ClientThrottle.Settings.MULTIPLIER),
                    ClientThrottle.Settings::multiplier)
            .as(STANDARD)
            .about("Sent are up to so many times what is accepted");
    private static final Field<ClientThrottle.Settings, Duration> WINDOW = Field.of(
                    "window", Decoders.duration(ClientThrottle.Settings.WINDOW), ClientThrottle.Settings::window)
            .as(STANDARD)
            .about("What is older is forgotten");
    private static final Field<ClientThrottle.Settings, Duration> PATIENCE = Field.of(
                    "patience",
                    Decoders.duration(ClientThrottle.Settings.patienceWithin(ClientThrottle.Settings.WINDOW.most())),
                    ClientThrottle.Settings::patience)
            .about("A request counts once it is answered or so old: 10s, or half the window");
    private static final Field<ClientThrottle.Settings, Double> MAX_DROP_SHARE = Field.of(
                    "max-drop-share", Decoders.share(), ClientThrottle.Settings::maxDropShare)
            .as(STANDARD)
            .about("No more is dropped");
    private static final Field<ClientThrottle.Settings, Double> MIN_RATE = Field.of(
                    "min-rate",
                    Decoders.rate(ClientThrottle.Settings.MIN_PER_SECOND),
                    ClientThrottle.Settings::minPerSecond)
            .as(STANDARD)
            .about("Nothing is dropped below it");
    private static final Field<ClientThrottle.Settings, Set<Outcome>> REJECTIONS = Field.of(
                    "rejections",
                    OutcomeWords.set(ClientThrottle.Settings.POSSIBLE_REJECTIONS),
                    ClientThrottle.Settings::rejections)
            .as(STANDARD)
            .about("The outcomes that count as refused");

    static final Codec<ClientThrottle.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {multiplier: 2}",
                    ThrottleBlock::decode,
                    MULTIPLIER,
                    WINDOW,
                    PATIENCE,
                    MAX_DROP_SHARE,
                    MIN_RATE,
                    REJECTIONS));

    private ThrottleBlock() {}

    private static ClientThrottle.Settings decode(Block block) {
        Duration window = block.get(WINDOW);
        Range<Duration> patience = ClientThrottle.Settings.patienceWithin(window);
        return new ClientThrottle.Settings(
                block.get(MULTIPLIER),
                window,
                block.get(PATIENCE.within(Decoders.duration(patience))
                        .otherwise(Durations.shorter(STANDARD.patience(), patience.most()))),
                block.get(MAX_DROP_SHARE),
                block.get(MIN_RATE),
                block.get(REJECTIONS));
    }
}
