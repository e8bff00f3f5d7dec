package io.goodput.config.policy.client;

import io.goodput.balance.OutlierEjection;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.outlier.PeerComparison;
import java.time.Duration;

/**
 * The block of {@link OutlierEjection}: {@code {failures-in-a-row: 5, most: 10%}}, or the word {@code standard}. A key
 * that is left out is as in {@link OutlierEjection.Settings#STANDARD}, the longest ejection no shorter than the base.
 */
final class EjectionBlock {
    private static final OutlierEjection.Settings STANDARD = OutlierEjection.Settings.STANDARD;
    private static final Codec<Integer> COUNT = Decoders.integer(OutlierEjection.Settings.COUNTED);

    private static final Field<OutlierEjection.Settings, Duration> INTERVAL = Field.of(
                    "interval",
                    Decoders.duration(OutlierEjection.Settings.INTERVAL),
                    OutlierEjection.Settings::interval)
            .as(STANDARD)
            .about("Between two looks at all endpoints");
    private static final Field<OutlierEjection.Settings, Integer> FAILURES_IN_A_ROW = Field.of(
                    "failures-in-a-row", COUNT, OutlierEjection.Settings::failuresInARow)
            .as(STANDARD)
            .about("After so many an endpoint is ejected");
    private static final Field<OutlierEjection.Settings, PeerComparison> SUCCESS_RATE = Field.of(
                    "success-rate", PeersBlock.CODEC, OutlierEjection.Settings::successRate)
            .as(STANDARD)
            .about("How far an endpoint's success rate must be below the others'");
    private static final Field<OutlierEjection.Settings, Integer> REQUESTS = Field.of(
                    "requests", COUNT, OutlierEjection.Settings::requests)
            .as(STANDARD)
            .about("With fewer in an interval an endpoint is not compared");
    private static final Field<OutlierEjection.Settings, Duration> BASE = Field.of(
                    "base", Decoders.duration(OutlierEjection.Settings.BASE), OutlierEjection.Settings::base)
            .as(STANDARD)
            .about("For how long, times the ejections in a row");
    private static final Field<OutlierEjection.Settings, Duration> LONGEST_EJECTION = Field.of(
                    "longest", Decoders.duration(OutlierEjection.Settings.BASE), OutlierEjection.Settings::longest)
            .about("The longest ejection: 5m, or the longer base");
    private static final Field<OutlierEjection.Settings, Duration> JITTER = Field.of(
                    "jitter", Decoders.duration(OutlierEjection.Settings.JITTER), OutlierEjection.Settings::jitter)
            .as(STANDARD)
            .about("What chance adds at most");
    private static final Field<OutlierEjection.Settings, Double> MOST = Field.of(
                    "most", Decoders.share(), (OutlierEjection.Settings settings) -> settings.most())
            .as(STANDARD)
            .about("The share of the endpoints ejected at a time");
    private static final Field<OutlierEjection.Settings, Boolean> ENFORCED = Field.of(
                    "enforced", Decoders.bool(), OutlierEjection.Settings::enforced)
            .as(STANDARD)
            .about("False is a dry run");

    static final Codec<OutlierEjection.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {most: 10%}",
                    EjectionBlock::decode,
                    INTERVAL,
                    FAILURES_IN_A_ROW,
                    SUCCESS_RATE,
                    REQUESTS,
                    BASE,
                    LONGEST_EJECTION,
                    JITTER,
                    MOST,
                    ENFORCED));

    private EjectionBlock() {}

    private static OutlierEjection.Settings decode(Block block) {
        Duration base = block.get(BASE);
        return new OutlierEjection.Settings(
                block.get(INTERVAL),
                block.get(FAILURES_IN_A_ROW),
                block.get(SUCCESS_RATE),
                block.get(REQUESTS),
                base,
                block.get(LONGEST_EJECTION
                        .within(Decoders.duration(OutlierEjection.Settings.BASE.from(base)))
                        .otherwise(Durations.longer(STANDARD.longest(), base))),
                block.get(JITTER),
                block.get(MOST),
                block.get(ENFORCED));
    }
}
