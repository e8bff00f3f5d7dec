package io.goodput.config;

import io.goodput.admission.AdmissionSettings;
import java.time.Duration;

/**
 * The block of {@link AdmissionSettings}: {@code {capacity: 1000, discipline: codel}}, or the word {@code standard}. A
 * key that is left out is as in {@link AdmissionSettings#STANDARD}.
 */
final class AdmissionBlock {
    private static final AdmissionSettings STANDARD = AdmissionSettings.STANDARD;
    private static final Duration SHORTEST = Duration.ofNanos(1);
    private static final int MOST_WAITING = 1_000_000;
    private static final int MOST_PINGS = 1_000;
    private static final int MOST_TENANTS = 100_000;

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
        Duration longest = AdmissionSettings.UNLIMITED;
        return new AdmissionSettings(
                block.optional("capacity", Decoders.integer(0, MOST_WAITING), STANDARD.capacity()),
                block.optional("pings", Decoders.integer(1, MOST_PINGS), STANDARD.pings()),
                block.optional("discipline", DisciplineBlock.decoder(), STANDARD.discipline()),
                block.optional("max-wait", Decoders.duration(SHORTEST, longest), STANDARD.maxWait()),
                block.optional("feasibility", FeasibilityBlock.decoder(), STANDARD.feasibility()),
                block.optional("guaranteed", GuaranteedBlock.decoder(), STANDARD.guaranteed()),
                block.optional("fair", Decoders.bool(), STANDARD.fair()),
                block.optional("tenants-counted", Decoders.integer(0, MOST_TENANTS), STANDARD.tenantsCounted()),
                block.optional("overload-wait", Decoders.duration(Duration.ZERO, longest), STANDARD.overloadWait()));
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
