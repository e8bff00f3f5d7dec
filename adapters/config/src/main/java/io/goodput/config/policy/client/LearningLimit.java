package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.limit.ConcurrencyLimit;

/**
 * The keys {@code initial}, {@code min} and {@code max} of a limit that learns. Where one is left out, it is the
 * standard's, as far as those that are written allow: {@code {min: 300}} alone starts at 300 and ends there.
 */
record LearningLimit<R extends ConcurrencyLimit.Settings>(
        R standard, Field<R, Integer> initial, Field<R, Integer> min, Field<R, Integer> max) {

    /** What the keys come to. */
    record Bounds(int initial, int min, int max) {}

    static <R extends ConcurrencyLimit.Settings> LearningLimit<R> like(R standard) {
        Codec<Integer> limit = Decoders.integer(ConcurrencyLimit.LIMIT);
        return new LearningLimit<>(
                standard,
                Field.<R, Integer>of("initial", limit, ConcurrencyLimit.Settings::initial)
                        .about("The limit at the start, " + standard.initial() + " as far as the bounds allow"),
                Field.<R, Integer>of("min", limit, ConcurrencyLimit.Settings::min)
                        .as(standard)
                        .about("Never below"),
                Field.<R, Integer>of("max", limit, ConcurrencyLimit.Settings::max)
                        .about("Never above, " + standard.max() + " or the larger min or initial"));
    }

    Bounds decode(Block block) {
        int least = block.get(min);
        Integer start = block.find(initial.within(Decoders.integer(ConcurrencyLimit.LIMIT.from(least))));
        int lower = start == null ? least : start;
        int most = block.get(max.within(Decoders.integer(ConcurrencyLimit.LIMIT.from(lower)))
                .otherwise(Math.max(lower, standard.max())));
        return new Bounds(start == null ? Math.clamp(standard.initial(), least, most) : start, least, most);
    }
}
