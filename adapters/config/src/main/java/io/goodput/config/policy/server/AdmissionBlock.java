package io.goodput.config.policy.server;

import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Discipline;
import io.goodput.admission.Feasibility;
import io.goodput.admission.GuaranteedShares;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.time.Duration;

/**
 * The block of {@link AdmissionSettings}: {@code {capacity: 1000, discipline: codel}}, or the word {@code standard}. A
 * key that is left out is as in {@link AdmissionSettings#STANDARD}.
 */
final class AdmissionBlock {
    private static final AdmissionSettings STANDARD = AdmissionSettings.STANDARD;

    private static final Field<AdmissionSettings, Integer> CAPACITY = Field.of(
                    "capacity", Decoders.integer(AdmissionSettings.CAPACITY), AdmissionSettings::capacity)
            .as(STANDARD)
            .about("Requests that may wait");
    private static final Field<AdmissionSettings, Integer> PINGS = Field.of(
                    "pings", Decoders.integer(AdmissionSettings.PINGS), AdmissionSettings::pings)
            .as(STANDARD)
            .about("Health pings at a time");
    private static final Field<AdmissionSettings, Discipline> DISCIPLINE = Field.of(
                    "discipline", DisciplineBlock.CODEC, AdmissionSettings::discipline)
            .as(STANDARD)
            .about("Who is next, and who has waited too long");
    private static final Field<AdmissionSettings, Duration> MAX_WAIT = Field.of(
                    "max-wait", Decoders.duration(AdmissionSettings.MAX_WAIT), AdmissionSettings::maxWait)
            .as(STANDARD)
            .about("The longest wait, whatever the discipline; 365d is no limit");
    private static final Field<AdmissionSettings, Feasibility> FEASIBILITY = Field.of(
                    "feasibility", FeasibilityBlock.CODEC, AdmissionSettings::feasibility)
            .as(STANDARD)
            .about("What becomes of requests that would hardly be done in time");
    private static final Field<AdmissionSettings, GuaranteedShares> GUARANTEED = Field.of(
                    "guaranteed", GuaranteedBlock.CODEC, AdmissionSettings::guaranteed)
            .as(STANDARD)
            .about("The shares that no criticality loses to a higher one");
    private static final Field<AdmissionSettings, Boolean> FAIR = Field.of(
                    "fair", Decoders.bool(), AdmissionSettings::fair)
            .as(STANDARD)
            .about("Whether tenants take turns");
    private static final Field<AdmissionSettings, Integer> TENANTS_COUNTED = Field.of(
                    "tenants-counted",
                    Decoders.integer(AdmissionSettings.TENANTS_COUNTED),
                    AdmissionSettings::tenantsCounted)
            .as(STANDARD)
            .about("Tenants that are counted by name");
    private static final Field<AdmissionSettings, Duration> OVERLOAD_WAIT = Field.of(
                    "overload-wait",
                    Decoders.duration(AdmissionSettings.OVERLOAD_WAIT),
                    AdmissionSettings::overloadWait)
            .as(STANDARD)
            .about("A longer average wait is overload");

    static final Codec<AdmissionSettings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {capacity: 1000}",
                    AdmissionBlock::decode,
                    CAPACITY,
                    PINGS,
                    DISCIPLINE,
                    MAX_WAIT,
                    FEASIBILITY,
                    GUARANTEED,
                    FAIR,
                    TENANTS_COUNTED,
                    OVERLOAD_WAIT));

    private AdmissionBlock() {}

    private static AdmissionSettings decode(Block block) {
        return new AdmissionSettings(
                block.get(CAPACITY),
                block.get(PINGS),
                block.get(DISCIPLINE),
                block.get(MAX_WAIT),
                block.get(FEASIBILITY),
                block.get(GUARANTEED),
                block.get(FAIR),
                block.get(TENANTS_COUNTED),
                block.get(OVERLOAD_WAIT));
    }
}
