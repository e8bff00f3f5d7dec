package io.goodput.config;

import io.goodput.Range;
import io.goodput.limit.ConcurrencyLimit;

/**
 * The keys {@code initial}, {@code min} and {@code max} of a limit that learns. Where one is left out, it is the
 * standard's, as far as those that are written allow: {@code {min: 300}} alone starts at 300 and ends there.
 */
record LimitBounds(int initial, int min, int max) {
    private static final Range<Integer> LIMIT = ConcurrencyLimit.LIMIT;

    static LimitBounds decode(Block block, ConcurrencyLimit.Settings standard) {
        int min = block.optional("min", Decoders.integer(LIMIT), standard.min());
        Integer initial = block.optional("initial", Decoders.integer(LIMIT.from(min)));
        int least = initial == null ? min : initial;
        int max = block.optional("max", Decoders.integer(LIMIT.from(least)), Math.max(least, standard.max()));
        return new LimitBounds(initial == null ? Math.clamp(standard.initial(), min, max) : initial, min, max);
    }

    static BlockWriter write(ConcurrencyLimit.Settings settings) {
        return new BlockWriter()
                .whole("initial", settings.initial())
                .whole("min", settings.min())
                .whole("max", settings.max());
    }
}
