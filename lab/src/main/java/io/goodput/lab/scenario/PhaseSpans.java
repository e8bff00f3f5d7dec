package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.quantity.Durations;
import io.goodput.sim.Span;
import java.time.Duration;

/**
 * The keys {@code from} and {@code to} of what lasts for a part of the run, which must have begun when it ends, or the
 * key {@code at} of what takes no time.
 */
record PhaseSpans(Duration length) {
    Span of(Block block) {
        Decoder<Duration> time = Decoders.duration(Duration.ZERO, RunPlan.LONGEST);
        Duration from = block.required("from", time);
        Duration to = block.required("to", time);
        if (from.compareTo(to) >= 0) {
            throw block.node()
                    .error("ends at " + Durations.format(to) + ", not after its start at " + Durations.format(from));
        }
        if (from.compareTo(length) >= 0) {
            throw block.node()
                    .error("starts at " + Durations.format(from) + ", when the run has ended (expected: before "
                            + Durations.format(length) + ")");
        }
        return new Span(from.toNanos(), to.toNanos());
    }

    /** An instant, as the shortest of spans. */
    Span at(Block block) {
        Decoder<Duration> within = Decoders.duration(Duration.ZERO, length.minusNanos(1));
        long at = block.required("at", within).toNanos();
        return new Span(at, at + 1);
    }
}
