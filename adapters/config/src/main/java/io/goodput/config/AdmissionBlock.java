package io.goodput.config;

import io.goodput.admission.AdmissionSettings;

/**
 * The block of {@link AdmissionSettings}: {@code {capacity: 1000, discipline: codel}}, or the word {@code standard}. A
 * key that is left out is as in {@link AdmissionSettings#STANDARD}.
 */
final class AdmissionBlock {
    private static final AdmissionSettings STANDARD = AdmissionSettings.STANDARD;

    private AdmissionBlock() {}

    static Decoder<AdmissionSettings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {capacity: 1000}", AdmissionBlock::decode));
    }

    private static AdmissionSettings decode(Node node) {
        Block block = node.block(
                "capacity",
                "pings",
                "discipline",
                "max-wait",
                "feasibility",
                "guaranteed",
                "fair",
                "tenants-counted",
                "overload-wait");
        return new AdmissionSettings(
                block.optional("capacity", Decoders.integer(AdmissionSettings.CAPACITY), STANDARD.capacity()),
                block.optional("pings", Decoders.integer(AdmissionSettings.PINGS), STANDARD.pings()),
                block.optional("discipline", DisciplineBlock.decoder(), STANDARD.discipline()),
                block.optional("max-wait", Decoders.duration(AdmissionSettings.MAX_WAIT), STANDARD.maxWait()),
                block.optional("feasibility", FeasibilityBlock.decoder(), STANDARD.feasibility()),
                block.optional("guaranteed", GuaranteedBlock.decoder(), STANDARD.guaranteed()),
                block.optional("fair", Decoders.bool(), STANDARD.fair()),
                block.optional(
                        "tenants-counted",
                        Decoders.integer(AdmissionSettings.TENANTS_COUNTED),
                        STANDARD.tenantsCounted()),
                block.optional(
                        "overload-wait", Decoders.duration(AdmissionSettings.OVERLOAD_WAIT), STANDARD.overloadWait()));
    }

    static Written written(AdmissionSettings settings) {
        return new BlockWriter()
                .whole("capacity", settings.capacity())
                .whole("pings", settings.pings())
                .block("discipline", settings.discipline(), DisciplineBlock::written)
                .time("max-wait", settings.maxWait())
                .block("feasibility", settings.feasibility(), FeasibilityBlock::written)
                .block("guaranteed", settings.guaranteed(), GuaranteedBlock::written)
                .bool("fair", settings.fair())
                .whole("tenants-counted", settings.tenantsCounted())
                .time("overload-wait", settings.overloadWait())
                .written();
    }
}
