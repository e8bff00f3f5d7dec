package io.goodput.config;

import io.goodput.quorum.QuorumPlan;
import java.time.Duration;

/**
 * The block of a {@link QuorumPlan}: {@code {needed: 4, parts: 5}}. {@code first} is all parts, {@code spare-delay} is
 * nothing, and there is no {@code timeout}, unless they are written.
 */
final class QuorumBlock {

    private QuorumBlock() {}

    static Decoder<QuorumPlan> decoder() {
        return Decoder.of("a block such as {needed: 4, parts: 5}", QuorumBlock::decode);
    }

    private static QuorumPlan decode(Node node) {
        Block block = node.block("needed", "parts", "first", "spare-delay", "timeout");
        int parts = block.required("parts", Decoders.integer(QuorumPlan.PARTS));
        int needed = block.required("needed", Decoders.integer(QuorumPlan.PARTS.to(parts)));
        return new QuorumPlan(
                needed,
                parts,
                block.optional("first", Decoders.integer(needed, parts), parts),
                block.optional("spare-delay", Decoders.duration(QuorumPlan.SPARE_DELAY), Duration.ZERO),
                block.optional(
                        "timeout", Decoders.duration(QuorumPlan.TIMEOUT.to(Durations.MAX)), QuorumPlan.NO_TIMEOUT));
    }

    static Written written(QuorumPlan plan) {
        return new BlockWriter()
                .whole("needed", plan.needed())
                .whole("parts", plan.parts())
                .whole("first", plan.first())
                .time("spare-delay", plan.spareDelay())
                .time("timeout", plan.timeout().equals(QuorumPlan.NO_TIMEOUT) ? null : plan.timeout())
                .written();
    }
}
