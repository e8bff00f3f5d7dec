package io.goodput.config.policy.meter;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Field;
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
    private static final Field<MeterSettings, LittlesLaw.Settings> LITTLES_LAW = Field.of(
                    "littles-law", LittlesLawBlock.CODEC, MeterSettings::littlesLaw)
            .about("Whether the figures agree");
    private static final Field<MeterSettings, CriticalSection.Settings> CRITICAL_SECTION = Field.of(
                    "critical-section", CriticalSectionBlock.CODEC, MeterSettings::criticalSection)
            .about("How busy a lock or another single resource is");

    /**
     * The keys {@code littles-law} and {@code critical-section} (default: neither), each a block or {@code standard}.
     * In either, a key that is left out is the standard's.
     */
    public static final Codec<MeterSettings> CODEC = BlockCodec.of(
            "a meter such as {littles-law: standard}", MeterSettings::decode, LITTLES_LAW, CRITICAL_SECTION);

    private static MeterSettings decode(Block block) {
        return new MeterSettings(block.find(LITTLES_LAW), block.find(CRITICAL_SECTION));
    }
}
