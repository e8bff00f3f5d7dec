package io.goodput.config;

import io.goodput.balance.OutlierEjection;
import io.goodput.balance.OutlierEjection.Settings;
import io.goodput.outlier.PeerComparison;
import java.time.Duration;

/**
 * The block of {@link OutlierEjection}: {@code {failures-in-a-row: 5, most: 10%}}, or the word {@code standard}. A key
 * that is left out is as in {@link Settings#STANDARD}, the longest ejection no shorter than the base.
 */
final class EjectionBlock {
    private static final Settings STANDARD = Settings.STANDARD;

    private EjectionBlock() {}

    static Decoder<Settings> decoder() {
        return Decoders.wordOr("standard", STANDARD, Decoder.of("a block such as {most: 10%}", EjectionBlock::decode));
    }

    private static Settings decode(Node node) {
        Block block = node.block(
                "interval",
                "failures-in-a-row",
                "success-rate",
                "requests",
                "base",
                "longest",
                "jitter",
                "most",
                "enforced");
        Decoder<Integer> count = Decoders.integer(Settings.COUNTED);
        Duration base = block.optional("base", Decoders.duration(Settings.BASE), STANDARD.base());
        Duration usual = STANDARD.longest();
        return new Settings(
                block.optional("interval", Decoders.duration(Settings.INTERVAL), STANDARD.interval()),
                block.optional("failures-in-a-row", count, STANDARD.failuresInARow()),
                block.optional("success-rate", PeersBlock.decoder(), STANDARD.successRate()),
                block.optional("requests", count, STANDARD.requests()),
                base,
                block.optional(
                        "longest",
                        Decoders.duration(Settings.BASE.from(base)),
                        usual.compareTo(base) >= 0 ? usual : base),
                block.optional("jitter", Decoders.duration(Settings.JITTER), STANDARD.jitter()),
                block.optional("most", Decoders.share(), STANDARD.most()),
                block.optional("enforced", Decoders.bool(), STANDARD.enforced()));
    }

    static Written written(Settings settings) {
        return new BlockWriter()
                .time("interval", settings.interval())
                .whole("failures-in-a-row", settings.failuresInARow())
                .block("success-rate", settings.successRate(), PeersBlock::written)
                .whole("requests", settings.requests())
                .time("base", settings.base())
                .time("longest", settings.longest())
                .time("jitter", settings.jitter())
                .share("most", settings.most())
                .bool("enforced", settings.enforced())
                .written();
    }

    /** The block of a {@link PeerComparison} of success rates: {@code {deviations: 1.9, gap: 5%, peers: 5}}. */
    private static final class PeersBlock {
        private static final PeerComparison USUAL = PeerComparison.SUCCESS_RATE;

        static Decoder<PeerComparison> decoder() {
            return Decoder.of("a block such as {deviations: 1.9, gap: 5%}", PeersBlock::decode);
        }

        private static PeerComparison decode(Node node) {
            Block block = node.block("deviations", "gap", "peers");
            return new PeerComparison(
                    block.optional("deviations", Decoders.number(PeerComparison.DEVIATIONS), USUAL.deviations()),
                    block.optional("gap", Decoders.share(), USUAL.gap()),
                    block.optional("peers", Decoders.integer(PeerComparison.PEERS), USUAL.peers()));
        }

        static Written written(PeerComparison comparison) {
            return new BlockWriter()
                    .number("deviations", comparison.deviations())
                    .share("gap", comparison.gap())
                    .whole("peers", comparison.peers())
                    .written();
        }
    }
}
