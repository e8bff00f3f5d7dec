package io.goodput.config;

import io.goodput.meter.CriticalSection;
import io.goodput.meter.LittlesLaw;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of something.
 *
 * @param littlesLaw whether its figures agree, if that is looked at
 * @param criticalSection how busy a lock or another single resource is, if that is looked at
 */
public record MeterSettings(
        LittlesLaw.@Nullable Settings littlesLaw, CriticalSection.@Nullable Settings criticalSection) {

    /**
     * The keys {@code littles-law} and {@code critical-section} (default: neither), each a block or {@code standard}.
     * In either, a key that is left out is the standard's.
     */
    public static Decoder<MeterSettings> decoder() {
        return Decoder.of("a meter such as {littles-law: standard}", MeterSettings::decode);
    }

    private static MeterSettings decode(Node node) {
        Block block = node.block("littles-law", "critical-section");
        return new MeterSettings(
                block.optional(
                        "littles-law",
                        Decoders.wordOr(
                                "standard",
                                LittlesLaw.Settings.STANDARD,
                                Decoder.of("a block such as {window: 10s}", MeterSettings::littlesLaw))),
                block.optional(
                        "critical-section",
                        Decoders.wordOr(
                                "standard",
                                CriticalSection.Settings.STANDARD,
                                Decoder.of("a block such as {window: 10s}", MeterSettings::criticalSection))));
    }

    private static LittlesLaw.Settings littlesLaw(Node node) {
        Block block = node.block("window", "tolerance");
        var usual = LittlesLaw.Settings.STANDARD;
        return new LittlesLaw.Settings(
                block.optional("window", Decoders.duration(LittlesLaw.Settings.WINDOW), usual.window()),
                block.optional("tolerance", Decoders.share(), usual.tolerance()));
    }

    private static CriticalSection.Settings criticalSection(Node node) {
        Block block = node.block("window", "saturation");
        var usual = CriticalSection.Settings.STANDARD;
        return new CriticalSection.Settings(
                block.optional("window", Decoders.duration(CriticalSection.Settings.WINDOW), usual.window()),
                block.optional("saturation", Decoders.share(CriticalSection.Settings.SATURATION), usual.saturation()));
    }

    Written written() {
        return new BlockWriter()
                .block("littles-law", littlesLaw, MeterSettings::written)
                .block("critical-section", criticalSection, MeterSettings::written)
                .written();
    }

    private static Written written(LittlesLaw.Settings settings) {
        return new BlockWriter()
                .time("window", settings.window())
                .share("tolerance", settings.tolerance())
                .written();
    }

    private static Written written(CriticalSection.Settings settings) {
        return new BlockWriter()
                .time("window", settings.window())
                .share("saturation", settings.saturation())
                .written();
    }
}
