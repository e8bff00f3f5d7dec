package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.quantity.Durations;
import io.goodput.sim.Span;
import java.time.Duration;

/**
 * The keys {@code from} and {@code to} of what lasts for a part of the run, which must have begun when it ends, or the
 * key {@code at} of what takes no time.
 */
record PhaseSpans(Duration length) {
    private static final Decoder<Duration> TIME = Decoders.duration(Duration.ZERO, RunPlan.LONGEST);
    static final Key<Duration> FROM = Key.of("from", TIME).required();
    static final Key<Duration> TO = Key.of("to", TIME).required();
    static final Key<Duration> AT = Key.of("at", TIME).required();
    static final Keys KEYS = Keys.of(FROM, TO);

    Span of(Block block) {
        Duration from = block.get(FROM);
        Duration to = block.get(TO);
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
        long at = block.get(AT.within(within)).toNanos();
        return new Span(at, at + 1);
    }
}
